// 政府信息公开工作年度报告格式（试行）, 2019: everything the law says about the form, in one value.
import type { Format } from '../../checks/law.ts';
import { article20 } from './article-20.ts';
import { disputes } from './disputes.ts';
import { requestRelations, rowTotals } from './relations.ts';
import { requests } from './requests.ts';
import { sections } from './sections.ts';
import { document2019 } from './source.ts';

const tables = [...article20, requests, disputes] as const;

export const format2019 = {
  id: '2019',
  name: '2019 年格式（试行）',
  basis: document2019,
  years: { first: 2019, last: 2020 },
  sections,
  tables,
  relations: [
    ...requestRelations(requests, document2019),
    ...rowTotals(disputes, '四种结果相加', {
      document: document2019,
      place: '附件 四、政府信息公开行政复议、行政诉讼情况：总计',
    }),
  ],
  source: { document: document2019, place: '全文' },
} as const satisfies Format;
