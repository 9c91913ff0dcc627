// Table of section 四: 行政复议 and 行政诉讼. Printed as one row of fifteen boxes; the 2021 format kept it unchanged.
import type { Table } from '../../report/format.ts';
import { document2019 } from './source.ts';

const litigation = ['行政诉讼'] as const;

export const disputes = {
  id: 'disputes',
  section: 4,
  title: '政府信息公开行政复议、行政诉讼情况',
  unit: '件',
  columns: [
    { id: 'upheld', label: '结果维持' },
    { id: 'corrected', label: '结果纠正' },
    { id: 'other', label: '其他结果' },
    { id: 'pending', label: '尚未审结' },
    { id: 'total', label: '总计', total: true },
  ],
  rows: [
    { id: 'reconsideration', label: '行政复议' },
    { id: 'direct-litigation', label: '未经复议直接起诉', under: litigation },
    { id: 'litigation-after-reconsideration', label: '复议后起诉', under: litigation },
  ],
  source: { document: document2019, place: '附件 四、政府信息公开行政复议、行政诉讼情况' },
} as const satisfies Table;
