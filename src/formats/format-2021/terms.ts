// The words of the form of 2021, explained.
import type { Source } from '../../report/format.ts';
import { document2019 } from '../format-2019/source.ts';
import { disputeTerms, requestColumns, requestHeadings, requestRows } from '../format-2019/terms.ts';
import { feeRules, kept, law, type Term, type Terms } from '../term.ts';
import { document2021 } from './source.ts';

const second: readonly Source[] = [{ document: document2021, place: '附件 二、主动公开政府信息情况' }];
const third: readonly Source[] = [{ document: document2021, place: '附件 三、收到和处理政府信息公开申请情况' }];

const here = <Words extends Readonly<Record<string, Term>>>(words: Words): Words =>
  kept(words, document2019, document2021);

const legislation: Source = { document: '中华人民共和国立法法', place: '第九十一条、第九十三条' };

const decisions = {
  means: '1 月 1 日至 12 月 31 日作出的决定的件数。',
  counts: '公开了的和依法不公开的都算。',
  sources: [...second, { document: '武政办发〔2025〕54号（武威市的通知，供参考）', place: '填报口径' }],
};

export const terms2021 = {
  'article-20-1': {
    rows: {
      regulations: {
        means: '国务院部门和省、设区的市、自治州人民政府制定的规章。',
        not: '其他机关不能制定规章，填 0。',
        sources: [...law('第二十条第（一）项'), legislation],
      },
      'normative-documents': {
        means: '本机关制定的行政规范性文件。',
        counts: '件数最好与司法行政部门掌握的核对一致。',
        sources: law('第二十条第（一）项'),
      },
    },
    columns: {
      issued: { means: '今年制定发布的件数。', sources: second },
      repealed: { means: '今年废止的件数。', sources: second },
      'in-force': {
        means: '到 12 月 31 日仍然有效的件数，以前年度制定的也算。',
        counts: '一般等于上年现行有效 + 今年制发 − 今年废止；因清理重新核定的除外。',
        sources: second,
      },
    },
    headings: {},
  },
  'article-20-5': {
    rows: { licensing: { means: '本机关作出的行政许可决定。', sources: law('第二十条第（五）项') } },
    columns: { decisions },
    headings: {},
  },
  'article-20-6': {
    rows: {
      penalties: { means: '本机关作出的行政处罚决定。', sources: law('第二十条第（六）项') },
      coercion: { means: '本机关作出的行政强制决定。', sources: law('第二十条第（六）项') },
    },
    columns: { decisions },
    headings: {},
  },
  'article-20-8': {
    rows: {
      fees: {
        means: '本机关收取的行政事业性收费。',
        not: '政府信息公开信息处理费写在第六部分，不在这里。',
        sources: law('第二十条第（八）项'),
      },
    },
    columns: {
      amount: { means: '今年收费的总金额。', counts: '单位是万元：1 元是 0.0001 万元。', sources: second },
    },
    headings: {},
  },
  requests: {
    rows: {
      ...here(requestRows),
      'other-not-corrected': {
        means: '申请内容不明确，已经一次告知补正；申请人没有正当理由逾期不补正，视为放弃申请，不再处理。',
        not: '补正了但仍不明确的，计入（四）3。',
        sources: law('第三十条'),
      },
      'other-fee-unpaid': {
        means: '已经通知缴纳信息处理费；申请人逾期没有缴纳，不再处理。',
        counts:
          '按件收费的，同一申请人一个自然月内 10 件以内（含 10 件）不收，11—30 件每件 100 元，31 件以上每 10 件一档逐档加 100 元。按件、按量只能选一种。',
        not: '发出收费通知的情况，还要写在第六部分。',
        sources: [...law('第四十二条'), feeRules],
      },
      'other-other': {
        means: '前面各格以外的办理结果。',
        counts: '申请人主动撤回申请的，不少机关计在这里。',
        sources: third,
      },
    },
    columns: here(requestColumns),
    headings: {
      ...here(requestHeadings),
      '（六）其他处理': { means: '（一）至（五）以外的办理结果，分为三格。', sources: third },
    },
  },
  disputes: {
    rows: here(disputeTerms.rows),
    columns: here(disputeTerms.columns),
    headings: here(disputeTerms.headings),
  },
} satisfies Terms;
