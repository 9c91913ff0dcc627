// The words of the form of 2019, explained. Most of those of sections 三 and 四 are those of 2021 too, which takes them from here.
import type { Source } from '../../report/format.ts';
import { feeRules, law, type TableTerms, type Term, type Terms } from '../term.ts';
import { document2019 } from './source.ts';

const form = (place: string): readonly Source[] => [{ document: document2019, place: `附件 ${place}` }];
const second = form('二、主动公开政府信息情况');
const third = form('三、收到和处理政府信息公开申请情况');
const fourth = form('四、政府信息公开行政复议、行政诉讼情况');

const oneResult = '一件申请只有一个办理结果，只计一格。';

const applicants = {
  'natural-person': {
    means: '以个人名义提出的申请。',
    not: '以公司、社团等名义提出的，计入“法人或其他组织”的各列。',
    sources: [...law('第二十七条'), ...third],
  },
  business: { means: '以公司、企业名义提出的申请。', sources: third },
  research: { means: '以科研院所等科研机构名义提出的申请。', sources: third },
  nonprofit: { means: '以社会团体、基金会等公益组织名义提出的申请。', sources: third },
  'legal-service': { means: '以律师事务所等法律服务机构名义提出的申请。', sources: third },
  other: { means: '不属于前面四类的法人或其他组织提出的申请。', sources: third },
  total: { means: '自然人与五类法人或其他组织各列之和，自动算出。', sources: third },
} satisfies Record<string, Term>;

export const requestRows = {
  received: {
    means: '1 月 1 日至 12 月 31 日收到的政府信息公开申请。一件申请计一件，不管问了几项内容。',
    counts:
      '收到之日这样算：当面提交的，是提交之日；挂号、快递等要签收的，是签收之日；平常信函不用签收的，是与申请人确认之日；由网络或者传真提交的，是双方确认之日。',
    not: '上年收到、到今年才办结的，计入“二、上年结转”。',
    sources: law('第三十一条'),
  },
  'carried-in': {
    means: '上年收到、上年没有办结、转到今年继续办理的申请。',
    counts: '各列应当与上年报告“四、结转下年度继续办理”的相同。不同的，请查明原因（如机构合并）。',
    sources: third,
  },
  granted: {
    means: '申请的信息可以公开，已经提供，或者告知了获取的方式、途径和时间。',
    counts: '信息已经主动公开、告知在哪里看的，也在这里。',
    not: '只公开了其中一部分的，计入“（二）部分公开”。',
    sources: law('第三十六条第（一）、（二）项'),
  },
  'partly-granted': {
    means: '申请的信息里有不应当公开的内容，作了区分处理，提供了可以公开的部分。',
    counts: '区分处理的，只计在这一格，不再计入不予公开、无法提供等其他格。',
    sources: [...law('第三十七条'), ...third],
  },
  'refused-state-secret': {
    means: '依法确定为国家秘密，不予公开。',
    not: '没有定密、只是内部文件的，看（三）5 至 7。',
    sources: law('第十四条'),
  },
  'refused-prohibited-by-law': {
    means: '法律、行政法规规定禁止公开，不予公开。',
    not: '只有规章或其他文件规定不公开的，不在这里。',
    sources: law('第十四条'),
  },
  'refused-public-safety': {
    means: '“三安全一稳定”：公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开。',
    sources: law('第十四条'),
  },
  'refused-third-party': {
    means: '涉及商业秘密、个人隐私等，公开会损害第三方的合法权益，不予公开。',
    not: '第三方同意公开，或者不公开会对公共利益造成重大影响而决定公开的，计入（一）或（二）。',
    sources: law('第十五条'),
  },
  'refused-internal-affairs': {
    means: '三类内部事务信息：人事管理、后勤管理、内部工作流程，不予公开。',
    sources: law('第十六条第一款'),
  },
  'refused-deliberative': {
    means: '四类过程性信息：讨论记录、过程稿、磋商信函、请示报告，不予公开。',
    not: '法律、法规、规章规定应当公开的，从其规定。',
    sources: law('第十六条第二款'),
  },
  'refused-enforcement-file': {
    means: '行政执法案卷里的信息，不予公开。',
    not: '法律、法规、规章规定应当公开的，从其规定。',
    sources: law('第十六条第二款'),
  },
  'refused-inquiry': {
    means: '工商、不动产登记资料等，法律、行政法规对怎样查询另有规定的，告知申请人依照规定办理。',
    sources: law('第三十六条第（七）项'),
  },
  'unavailable-not-held': {
    means: '经检索没有这项信息，或者不由本机关负责公开。',
    counts: '信息不存在的，以及告知了应当向哪个机关申请的。',
    sources: law('第三十六条第（四）、（五）项'),
  },
  'unavailable-needs-creation': {
    means: '没有现成的信息，要另外加工、分析才能得到，不予提供。',
    sources: law('第三十八条'),
  },
  'unavailable-unclear': {
    means: '申请人补正了，但申请的内容仍不明确，无法提供。',
    not: '逾期没有补正的，计入“（六）其他处理”。',
    sources: law('第三十条'),
  },
  'unprocessed-petition': {
    means: '以申请公开的形式进行信访、投诉、举报等活动，告知不作为政府信息公开申请处理。',
    sources: law('第三十九条第一款'),
  },
  'unprocessed-duplicate': {
    means: '已经就同一申请人的申请作过答复，又来申请同样的内容，告知不予重复处理。',
    sources: law('第三十六条第（六）项'),
  },
  'unprocessed-publication': {
    means: '要求提供政府公报、报刊、书籍等公开出版物，告知了获取的途径。',
    sources: law('第三十九条第二款'),
  },
  'unprocessed-excessive': {
    means: '申请的数量、频次明显超过合理范围，要求说明理由后，认为理由不合理的，不予处理。',
    not: '理由合理、只是延迟答复的，计入最后答复的那一格。',
    sources: law('第三十五条'),
  },
  'unprocessed-reissue': {
    means: '申请人已经得到的信息，又要求行政机关确认或者重新出具的，不予处理。',
    sources: third,
  },
  concluded: { means: `（一）至（六）各行之和，自动算出，就是今年办结的件数。${oneResult}`, sources: third },
  'carried-out': {
    means: '到 12 月 31 日还没有办结、转到下一年继续办理的申请。',
    counts:
      '每一列：一 + 二 = 三（七）+ 四。答复期限是收到之日起 20 个工作日，必要时可以延长，延长的也不超过 20 个工作日。',
    sources: [...law('第三十三条'), ...third],
  },
} satisfies Record<string, Term>;

export const requestHeadings = {
  法人或其他组织: {
    means: '以单位名义提出的申请，按申请单位的性质分为五列。一件申请只计一列。',
    sources: [...law('第二十七条'), ...third],
  },
  申请人情况: { means: '谁提出的申请。一件申请只计一列。', sources: third },
  '三、本年度办理结果': { means: `今年答复、办结的申请，上年结转到今年办结的也算。${oneResult}`, sources: third },
  '（三）不予公开': {
    means: '依法不予公开，并已告知申请人和说明理由。按理由分为八格。',
    sources: law('第十四条', '第十五条', '第十六条', '第三十六条第（三）项'),
  },
  '（四）无法提供': { means: '本机关没有、要另外制作或者说不清是什么，无法提供。', sources: third },
  '（五）不予处理': { means: '不是要求公开信息，或者依法可以不重复、不逐件处理的申请。', sources: third },
} satisfies Record<string, Term>;

export const requestColumns = applicants;

export const disputeTerms = {
  rows: {
    reconsideration: {
      means: '因政府信息公开被申请行政复议的案件。一个案件计一件。',
      not: '其他事项引起的复议不算。',
      sources: [...law('第五十一条'), ...fourth],
    },
    'direct-litigation': {
      means: '没有经过行政复议、直接向法院起诉的政府信息公开案件。',
      not: '其他事项引起的诉讼不算。',
      sources: [...law('第五十一条'), ...fourth],
    },
    'litigation-after-reconsideration': {
      means: '经过行政复议之后再向法院起诉的政府信息公开案件。',
      not: '其他事项引起的诉讼不算。',
      sources: [...law('第五十一条'), ...fourth],
    },
  },
  columns: {
    upheld: { means: '审结，维持了行政机关的行为，或者驳回了申请人、原告的请求。', sources: fourth },
    corrected: { means: '审结，行政机关的行为被撤销、变更、确认违法或者责令重新答复等。', sources: fourth },
    other: { means: '审结，但既不是维持、也不是纠正的，例如申请人或原告撤回。', sources: fourth },
    pending: { means: '到 12 月 31 日还没有审结的案件。', sources: fourth },
    total: { means: '前四格之和，自动算出。', sources: fourth },
  },
  headings: {
    行政诉讼: { means: '因政府信息公开引起的行政诉讼，分直接起诉和复议后起诉两类。', sources: fourth },
  },
} satisfies TableTerms;

const items = {
  'last-year-items': { means: '上一年报告的年底项目数量。', sources: second },
  change: { means: '今年比上一年增加或减少的项目数量，减少的写负数。', sources: second },
  decisions: { means: '今年作出的处理决定的件数。', sources: second },
} satisfies Record<string, Term>;

export const terms2019 = {
  'article-20-1': {
    rows: {
      regulations: {
        means: '国务院部门和省、设区的市、自治州人民政府制定的规章。',
        not: '其他机关一般填 0。',
        sources: law('第二十条第（一）项'),
      },
      'normative-documents': { means: '本机关制定的规范性文件。', sources: law('第二十条第（一）项') },
    },
    columns: {
      made: { means: '今年新制作的件数。', sources: second },
      published: { means: '今年新公开的件数。', sources: second },
      'total-public': { means: '到年底对外公开的总件数，以前年度公开的也算。', sources: second },
    },
    headings: {},
  },
  'article-20-5': {
    rows: {
      licensing: { means: '行政许可事项。', sources: law('第二十条第（五）项') },
      'other-services': { means: '行政许可以外、对外办理的管理服务事项。', sources: law('第二十条第（五）项') },
    },
    columns: items,
    headings: {},
  },
  'article-20-6': {
    rows: {
      penalties: { means: '行政处罚事项。', sources: law('第二十条第（六）项') },
      coercion: { means: '行政强制事项。', sources: law('第二十条第（六）项') },
    },
    columns: items,
    headings: {},
  },
  'article-20-8': {
    rows: { fees: { means: '行政事业性收费项目。', sources: law('第二十条第（八）项') } },
    columns: { 'last-year-items': items['last-year-items'], change: items.change },
    headings: {},
  },
  'article-20-9': {
    rows: { procurement: { means: '列入政府集中采购的项目。', sources: law('第二十条第（九）项') } },
    columns: {
      projects: { means: '今年政府集中采购的项目数。', sources: second },
      amount: { means: '今年政府集中采购的总金额，单位是元。', sources: second },
    },
    headings: {},
  },
  requests: {
    rows: {
      ...requestRows,
      other: {
        means: '（一）至（五）以外的办理结果。',
        counts: '逾期不补正、逾期不缴纳信息处理费而不再处理的，都在这里。',
        sources: [...law('第三十条', '第四十二条'), feeRules],
      },
    },
    columns: requestColumns,
    headings: requestHeadings,
  },
  disputes: disputeTerms,
} satisfies Terms;
