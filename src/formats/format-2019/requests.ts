// Table of section 三 as 国办公开办函〔2019〕60号 has it: seven columns of applicants, and the results of the year.
// The first twenty rows, the columns and the relations were kept by the 2021 format, which imports them from here.
import type { Table } from '../../report/format.ts';
import { document2019 } from './source.ts';

const legalPerson = '法人或其他组织';
const results = ['三、本年度办理结果'] as const;
const refused = [...results, '（三）不予公开'] as const;
const unavailable = [...results, '（四）无法提供'] as const;
const unprocessed = [...results, '（五）不予处理'] as const;

export const applicantColumns = [
  { id: 'natural-person', label: '自然人' },
  { id: 'business', label: '商业企业', group: legalPerson },
  { id: 'research', label: '科研机构', group: legalPerson },
  { id: 'nonprofit', label: '社会公益组织', group: legalPerson },
  { id: 'legal-service', label: '法律服务机构', group: legalPerson },
  { id: 'other', label: '其他', group: legalPerson },
  { id: 'total', label: '总计', total: true },
] as const;

/** From 一 to （五）5: the same in both formats. */
export const leadingRows = [
  { id: 'received', label: '一、本年新收政府信息公开申请数量' },
  { id: 'carried-in', label: '二、上年结转政府信息公开申请数量' },
  { id: 'granted', label: '（一）予以公开', under: results },
  { id: 'partly-granted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', under: results },
  { id: 'refused-state-secret', label: '1.属于国家秘密', under: refused },
  { id: 'refused-prohibited-by-law', label: '2.其他法律行政法规禁止公开', under: refused },
  { id: 'refused-public-safety', label: '3.危及“三安全一稳定”', under: refused },
  { id: 'refused-third-party', label: '4.保护第三方合法权益', under: refused },
  { id: 'refused-internal-affairs', label: '5.属于三类内部事务信息', under: refused },
  { id: 'refused-deliberative', label: '6.属于四类过程性信息', under: refused },
  { id: 'refused-enforcement-file', label: '7.属于行政执法案卷', under: refused },
  { id: 'refused-inquiry', label: '8.属于行政查询事项', under: refused },
  { id: 'unavailable-not-held', label: '1.本机关不掌握相关政府信息', under: unavailable },
  { id: 'unavailable-needs-creation', label: '2.没有现成信息需要另行制作', under: unavailable },
  { id: 'unavailable-unclear', label: '3.补正后申请内容仍不明确', under: unavailable },
  { id: 'unprocessed-petition', label: '1.信访举报投诉类申请', under: unprocessed },
  { id: 'unprocessed-duplicate', label: '2.重复申请', under: unprocessed },
  { id: 'unprocessed-publication', label: '3.要求提供公开出版物', under: unprocessed },
  { id: 'unprocessed-excessive', label: '4.无正当理由大量反复申请', under: unprocessed },
  { id: 'unprocessed-reissue', label: '5.要求行政机关确认或重新出具已获取信息', under: unprocessed },
] as const;

export const closingRows = [
  { id: 'concluded', label: '（七）总计', under: results, total: true },
  { id: 'carried-out', label: '四、结转下年度继续办理' },
] as const;

/** Printed in the corner of the table in both formats. */
export const requestsTitle = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

export const requests = {
  id: 'requests',
  section: 3,
  title: requestsTitle,
  unit: '件',
  columns: applicantColumns,
  rows: [...leadingRows, { id: 'other', label: '（六）其他处理', under: results }, ...closingRows],
  source: { document: document2019, place: '附件 三、收到和处理政府信息公开申请情况' },
} as const satisfies Table;
