// Tables of section 二 as 国办公开办函〔2019〕60号 has them: one block for each paragraph of 第二十条 of the 条例.
// The header of 采购总金额 gives no unit; published reports write 元 into the cell, so the cell counts 元.
import type { Column, Source, Table } from '../../report/format.ts';
import { document2019 } from './source.ts';

const source: Source = { document: document2019, place: '附件 二、主动公开政府信息情况' };

const lastYearItems = { id: 'last-year-items', label: '上一年项目数量', unit: '项' } as const satisfies Column;
const change = { id: 'change', label: '本年增/减', unit: '项', signed: true } as const satisfies Column;
const decisions = { id: 'decisions', label: '处理决定数量', unit: '件' } as const satisfies Column;

export const article20 = [
  {
    id: 'article-20-1',
    section: 2,
    title: '第二十条第（一）项',
    unit: '件',
    columns: [
      { id: 'made', label: '本年新制作数量' },
      { id: 'published', label: '本年新公开数量' },
      { id: 'total-public', label: '对外公开总数量' },
    ],
    rows: [
      { id: 'regulations', label: '规章' },
      { id: 'normative-documents', label: '规范性文件' },
    ],
    source,
  },
  {
    id: 'article-20-5',
    section: 2,
    title: '第二十条第（五）项',
    columns: [lastYearItems, change, decisions],
    rows: [
      { id: 'licensing', label: '行政许可' },
      { id: 'other-services', label: '其他对外管理服务事项' },
    ],
    source,
  },
  {
    id: 'article-20-6',
    section: 2,
    title: '第二十条第（六）项',
    columns: [lastYearItems, change, decisions],
    rows: [
      { id: 'penalties', label: '行政处罚' },
      { id: 'coercion', label: '行政强制' },
    ],
    source,
  },
  {
    id: 'article-20-8',
    section: 2,
    title: '第二十条第（八）项',
    columns: [lastYearItems, change],
    rows: [{ id: 'fees', label: '行政事业性收费' }],
    source,
  },
  {
    id: 'article-20-9',
    section: 2,
    title: '第二十条第（九）项',
    columns: [
      { id: 'projects', label: '采购项目数量', unit: '次' },
      { id: 'amount', label: '采购总金额', unit: '元', decimals: 2 },
    ],
    rows: [{ id: 'procurement', label: '政府集中采购' }],
    source,
  },
] as const satisfies readonly Table[];
