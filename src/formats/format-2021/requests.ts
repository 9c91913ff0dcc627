// Table of section 三 as 国办公开办函〔2021〕30号 has it: （六）其他处理 divided into three rows, the rest as in 2019.
import type { Table } from '../../report/format.ts';
import { applicantColumns, closingRows, leadingRows, requestsTitle } from '../format-2019/requests.ts';
import { document2021 } from './source.ts';

const otherwise = ['三、本年度办理结果', '（六）其他处理'] as const;

export const requests = {
  id: 'requests',
  section: 3,
  title: requestsTitle,
  unit: '件',
  columns: applicantColumns,
  rows: [
    ...leadingRows,
    {
      id: 'other-not-corrected',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      under: otherwise,
    },
    {
      id: 'other-fee-unpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      under: otherwise,
    },
    { id: 'other-other', label: '3.其他', under: otherwise },
    ...closingRows,
  ],
  source: { document: document2021, place: '附件 三、收到和处理政府信息公开申请情况' },
} as const satisfies Table;
