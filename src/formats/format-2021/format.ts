// 政府信息公开工作年度报告格式, 2021, in force: everything the law says about the form, in one value.
import type { Format } from '../../checks/law.ts';
import { disputes } from '../format-2019/disputes.ts';
import { article20 } from './article-20.ts';
import { relations } from './relations.ts';
import { requests } from './requests.ts';
import { sections } from './sections.ts';
import { document2021 } from './source.ts';

const tables = [
  ...article20,
  requests,
  {
    ...disputes,
    source: { document: document2021, place: '附件 四、政府信息公开行政复议、行政诉讼情况' },
  },
] as const;

export const format2021 = {
  id: '2021',
  name: '2021 年格式（现行）',
  basis: document2021,
  years: { first: 2021 },
  sections,
  tables,
  relations,
  source: { document: document2021, place: '全文' },
} as const satisfies Format;
