// Tables of section 二 as 国办公开办函〔2021〕30号 has them: one block for each paragraph of 第二十条 of the 条例.
// The fee is in 万元 (its header says so); 分 are 0.000001 万元, hence six decimals.
import type { Source, Table } from '../../report/format.ts';
import { document2021 } from './source.ts';

const source: Source = { document: document2021, place: '附件 二、主动公开政府信息情况' };

const decisions = [{ id: 'decisions', label: '本年处理决定数量' }] as const;

export const article20 = [
  {
    id: 'article-20-1',
    section: 2,
    title: '第二十条第（一）项',
    unit: '件',
    columns: [
      { id: 'issued', label: '本年制发件数' },
      { id: 'repealed', label: '本年废止件数' },
      { id: 'in-force', label: '现行有效件数' },
    ],
    rows: [
      { id: 'regulations', label: '规章' },
      { id: 'normative-documents', label: '行政规范性文件' },
    ],
    source,
  },
  {
    id: 'article-20-5',
    section: 2,
    title: '第二十条第（五）项',
    unit: '件',
    columns: decisions,
    rows: [{ id: 'licensing', label: '行政许可' }],
    source,
  },
  {
    id: 'article-20-6',
    section: 2,
    title: '第二十条第（六）项',
    unit: '件',
    columns: decisions,
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
    unit: '万元',
    columns: [{ id: 'amount', label: '本年收费金额（单位：万元）', decimals: 6 }],
    rows: [{ id: 'fees', label: '行政事业性收费' }],
    source,
  },
] as const satisfies readonly Table[];
