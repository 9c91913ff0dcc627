// The words that reports use for what the form counts, as data: what each one means, and where it is easily misread.
// 「|」 parts alternatives, 「(…)」 may be left out. The longest word that fits at a place is the one that is read there.

/** Rows of the form, by the beginnings of their ids; the form decides which those are. */
export type Group = 'granted' | 'partly-granted' | 'refused' | 'unavailable' | 'unprocessed' | 'other';
export type Applicant = 'natural-person' | 'business' | 'research' | 'nonprofit' | 'legal-service';
export type Result = 'upheld' | 'corrected' | 'other' | 'pending';
export type DocumentColumn = 'issued' | 'repealed' | 'in-force' | 'total-public';
export type Dispute = 'reconsideration' | 'litigation' | 'direct' | 'after';
export type Thing = 'requests' | Dispute | 'normative' | 'regulations' | Work | 'fees' | 'procurement';
/** Things whose decisions are counted. */
export type Work = 'licensing' | 'other-services' | 'penalties' | 'coercion';

export type Meaning =
  /** What is counted. Weak: may be a thing of another kind where it has an attribute; loose: names it without saying that it is counted. */
  | { readonly kind: 'thing'; readonly thing: Thing; readonly weak?: true; readonly loose?: true }
  /** Speaks of disclosure on request without counting it. */
  | { readonly kind: 'cue' }
  | { readonly kind: 'verb'; readonly verb: 'receive' | 'take-in' | 'handle' | 'conclude' }
  /** Carried over: to which side the words around it say. */
  | { readonly kind: 'carry'; readonly isBare?: true }
  | { readonly kind: 'left' }
  | { readonly kind: 'outcome'; readonly group: Group; readonly reason?: string; readonly weak?: true }
  | { readonly kind: 'applicant'; readonly columns: readonly (Applicant | 'other')[] }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'document'; readonly column: DocumentColumn }
  | { readonly kind: 'change'; readonly sign: 1 | -1 }
  /** 其他, which the list decides. */
  | { readonly kind: 'others' }
  | { readonly kind: 'time'; readonly year: 'this' | 'last' | 'next' | 'part' | 'several' }
  | { readonly kind: 'scope'; readonly of: 'self' | 'whole' | 'parts'; readonly level?: string }
  | { readonly kind: 'no' | 'all' | 'part' | 'respectively' | 'and' | 'etc' | 'filler' | 'rest' | 'with' | 'without' }
  /** What follows in its clause, or stands before it there, is no count of ours. */
  | {
      readonly kind: 'stop';
      readonly why: 'channel' | 'comparison' | 'topic' | 'person' | 'for-others' | 'plan' | 'late';
    }
  /** What is published is not what was decided. */
  | { readonly kind: 'publish' }
  /** Counts of other things: what follows in its sentence without a thing of its own is of these too. */
  | { readonly kind: 'foreign' };

const thing = (thing: Thing, more: { weak?: true; loose?: true } = {}): Meaning => ({ kind: 'thing', thing, ...more });
const outcome = (group: Group, reason?: string): Meaning => ({
  kind: 'outcome',
  group,
  ...(reason === undefined ? {} : { reason }),
});
const applicant = (...columns: (Applicant | 'other')[]): Meaning => ({ kind: 'applicant', columns });
const stop = (why: Extract<Meaning, { kind: 'stop' }>['why']): Meaning => ({ kind: 'stop', why });

export const vocabulary: readonly (readonly [words: string, meaning: Meaning])[] = [
  // What is counted.
  [
    '(政府)信息公开申请(书|表|件|事项)|(政府)信息依申请公开(件|申请)|依申请(公开)政府信息(公开)(件|申请)|依申请信息公开(件|申请|事项)|依申请公开(件|申请|事项|申请件|案件)|依申请件|公开申请(件)|申请政府信息公开|申请信息公开|申请公开(政府)信息|要求公开信息的申请|公开信息申请|公开政府信息申请|公开(政府)信息的申请|政府信息申请|信息申请',
    thing('requests'),
  ],
  // Of aid, of a registration: then an attribute stands before it.
  ['申请|申请书|申请件', thing('requests', { weak: true })],
  ['收件', { kind: 'verb', verb: 'receive' }],
  ['(政府)信息公开(工作|类|方面|领域)|涉(及)(政府)信息公开(类|的)|涉信息公开类|补正|征求第三方(意见)', { kind: 'cue' }],
  ['行政复议(案件|申请|案)|复议(案件|申请|案)|复议类案件|类复议案件', thing('reconsideration')],
  // They decide, and are decided about by nobody.
  ['(行政)复议机关', thing('reconsideration', { loose: true })],
  ['行政诉讼(案件|案)|诉讼(案件|案)|行政应诉案件|应诉案件|行政起诉', thing('litigation')],
  [
    '未经(行政)复议(而)直接(提起)(行政)(起诉|诉讼)(案件)|不经复议直接起诉|直接起诉(案件)|直接提起(行政)诉讼(案件)',
    thing('direct'),
  ],
  [
    '(经)(过)(行政)复议后(又)(再)(提起)(行政)(起诉|诉讼)(案件)|复议后起诉(案件)|先复议后诉讼|(经)(行政)复议后提起(行政)诉讼(案件)',
    thing('after'),
  ],
  ['(行政)规范性文件|规范性公文', thing('normative')],
  ['(政府|地方政府|部门)规章', thing('regulations')],
  ['规章制度|规章库|规章制定权|规章制度建设', { kind: 'foreign' }],
  ['行政许可(处理)(决定)(事项|项目)|许可决定', thing('licensing')],
  ['其他对外管理服务事项(处理)(决定)', thing('other-services')],
  ['行政处罚(处理)(决定)(事项|项目)', thing('penalties')],
  ['行政强制(措施)(处理)(决定)(事项|项目)', thing('coercion')],
  ['行政事业性收费(项目)(收入)(总)(金额)', thing('fees')],
  ['政府集中采购(项目)(总)(金额)|采购(总)金额', thing('procurement')],

  // What was done with it.
  ['新收(到)|收到|共收到|接到|接收(到)|收办|收|新接收|新接到|新增|承接|收取', { kind: 'verb', verb: 'receive' }],
  ['受理', { kind: 'verb', verb: 'take-in' }],
  ['办理|承办|处理|办|办件', { kind: 'verb', verb: 'handle' }],
  [
    '办结|办复|办毕|办理完毕|办理完结|处理完毕|答复|回复|答复完毕|作出答复|出具(告知书|答复书)|反馈(结果)|完成答复|完成办理|审结并答复',
    { kind: 'verb', verb: 'conclude' },
  ],
  ['结转(转入|办理|继续办理)|跨年(度)(件|办理)|顺延|接转|遗留|延续(办理)|留转|转结|续办', { kind: 'carry' }],
  // Only with a year at its side.
  ['转入|转至|转到|转|延至|延到|推至|移至|留待', { kind: 'carry', isBare: true }],
  [
    '未办结(件)|尚未办结|未办理完毕|待办结|待办|在途(件)|未到期|尚在办理(中)|正在办理(中)|在办(件)|未办完|未办毕|尚未办理完毕|尚未答复|未答复|待答复|尚未到期',
    { kind: 'left' },
  ],

  // What became of it.
  [
    '予以公开|同意公开|准予公开|给予公开|全部公开|全部予以公开|予以全部公开|主动提供(全部)(信息)|提供公开信息|提供信息|已公开|属于予以公开|公开答复|全文公开|完全公开',
    outcome('granted'),
  ],
  // Of documents, too.
  ['公开', { kind: 'outcome', group: 'granted', weak: true }],
  [
    '部分公开|予以部分公开|部分予以公开|区分处理(后)(予以)(部分公开|提供部分信息)|提供部分信息|作区分处理|同意部分公开|部分同意公开',
    outcome('partly-granted'),
  ],
  ['不予公开|不公开|不同意公开|未予公开|不予以公开|决定不予公开', outcome('refused')],
  ['(属于|涉及|属)国家秘密', outcome('refused', 'refused-state-secret')],
  [
    '(属于|属)(其他)法律(、)(行政)法规禁止公开|法律行政法规禁止公开|(属于|属)法律法规禁止公开|禁止公开',
    outcome('refused', 'refused-prohibited-by-law'),
  ],
  ['危及(“)三安全一稳定(”)|(涉及|属于)三安全一稳定|危害三安全一稳定', outcome('refused', 'refused-public-safety')],
  ['(保护)(属于|涉及|属|侵害|损害)第三方(合法)(权益)', outcome('refused', 'refused-third-party')],
  [
    '(属于|属|涉及)(三类)内部事务(性)(信息)|(属于|属|涉及)内部管理(性)(信息)',
    outcome('refused', 'refused-internal-affairs'),
  ],
  ['(属于|属|涉及)(四类)过程性(信息)', outcome('refused', 'refused-deliberative')],
  ['(属于|属|涉及)(行政)执法案卷(信息)', outcome('refused', 'refused-enforcement-file')],
  ['(属于|属|涉及)行政查询(事项)(类)', outcome('refused', 'refused-inquiry')],
  ['无法提供|不能提供|无法予以提供', outcome('unavailable')],
  [
    '(本)(机关|单位|部门|局)(不|未)掌握(相关)(政府)(信息)|(政府)信息(本机关)(不|未)掌握|没有这个信息',
    outcome('unavailable', 'unavailable-not-held'),
  ],
  [
    '没有现成(的)(政府)信息(需要另行制作)|需(要)(另行|重新)制作(的)|需(要)加工分析|另行制作',
    outcome('unavailable', 'unavailable-needs-creation'),
  ],
  [
    '(经)补正(后)(申请)(内容)(仍|仍然)(内容)不明确|(申请内容)补正后仍不明确',
    outcome('unavailable', 'unavailable-unclear'),
  ],
  ['不予处理|不作为(政府)信息公开申请处理|未予处理', outcome('unprocessed')],
  [
    '属(于)信访(、)举报(、)投诉(类)(申请|事项)|信访(、)举报(、)投诉类(申请|事项)|属(于)信访(类)(事项|申请)|信访类(申请|事项)',
    outcome('unprocessed', 'unprocessed-petition'),
  ],
  ['重复申请', outcome('unprocessed', 'unprocessed-duplicate')],
  ['(要求提供|索取)(公开)出版物|要求提供公开出版物', outcome('unprocessed', 'unprocessed-publication')],
  ['(无正当理由)大量反复(申请)', outcome('unprocessed', 'unprocessed-excessive')],
  [
    '(要求)(行政机关)确认或(者)重新出具(已获取)(的)(政府)(信息)|重新出具已获取信息',
    outcome('unprocessed', 'unprocessed-reissue'),
  ],
  ['其他处理|其它处理|作其他处理|按其他(情形|方式)处理|其他方式处理|不再处理', outcome('other')],
  [
    '(申请人)(无正当理由)(逾期|期满)(不|未|未予)补正|逾期未补|视为放弃(申请)|(告知)补正后逾期未补',
    outcome('other', 'other-not-corrected'),
  ],
  ['逾期(未|不)(按)(收费)(通知)(要求)(缴|缴纳|交)费(用)', outcome('other', 'other-fee-unpaid')],
  ['(申请人)(主动)撤回(申请)|(申请人)主动撤销申请', outcome('other', 'other-other')],

  // Who applied.
  ['自然人|公民个人|个人|居民|村民', applicant('natural-person')],
  ['商业企业|企业|公司', applicant('business')],
  ['科研机构|科研院所|科研单位', applicant('research')],
  ['社会公益组织|公益组织|社会组织', applicant('nonprofit')],
  ['法律服务机构|律师事务所|律所', applicant('legal-service')],
  [
    '法人(或|和|或者|及|、)其他组织|法人(或|和|或者|及|、)非法人组织|法人(、)|法人及其他|单位',
    applicant('business', 'research', 'nonprofit', 'legal-service', 'other'),
  ],
  ['其他|其它', { kind: 'others' }],

  // What became of a dispute.
  ['(结果)(为)(予以|被|决定)维持(原行为)|予维持', { kind: 'result', result: 'upheld' }],
  [
    '(结果)(为)(予以|被)纠正|被纠错|纠错|撤销并责令(重新答复|重作)|责令重新答复|责令重作|责令履行|确认违法',
    { kind: 'result', result: 'corrected' },
  ],
  ['其他结果|其它结果|终止审理|(申请人)撤回(申请)终止(审理)', { kind: 'result', result: 'other' }],
  [
    '(尚)未审结|尚未审结|未结|尚在审理(中)|正在审理(中)|待审结|未审理完毕|尚未结案|未结案',
    { kind: 'result', result: 'pending' },
  ],

  // Documents.
  ['制发|制定|出台|印发|新制定|新制发|制作|发布|新出台', { kind: 'document', column: 'issued' }],
  ['废止(失效)|废止和失效|宣布失效|失效', { kind: 'document', column: 'repealed' }],
  ['现行有效|继续有效|有效', { kind: 'document', column: 'in-force' }],
  ['对外公开(总数)|公开总数', { kind: 'document', column: 'total-public' }],
  ['增加|新增加|增减', { kind: 'change', sign: 1 }],
  ['减少', { kind: 'change', sign: -1 }],

  ['公示|公布|主动公开|主动公示|双公示|推送|刊发|刊登|上传|归集|公开发布', { kind: 'publish' }],

  // When.
  [
    '本年(度)|今年|全年(度)|年内|本报告期(内)|报告期内|报告年度|当年(度)|一年里|年度内|截至年底|年末|年底',
    { kind: 'time', year: 'this' },
  ],
  ['上(一)年(度)|去年|上年|上一年', { kind: 'time', year: 'last' }],
  ['下(一)年(度)|次年(度)|明年|来年|翌年|下年', { kind: 'time', year: 'next' }],
  [
    '上半年|下半年|一季度|二季度|三季度|四季度|第一季度|第二季度|第三季度|第四季度|一至四季度|季度|每月|当月|本月|前三季度',
    { kind: 'time', year: 'part' },
  ],
  ['历年|累计|近三年|近两年|近五年|三年来|五年来|以来|往年|三年', { kind: 'time', year: 'several' }],

  // Whose.
  [
    '我局|本局|我委|本委|我办|本办|本机关|我单位|本单位|我镇|本镇|我乡|本乡|我街道|本街道|我中心|本中心|我院|本院|我部|本部门|我部门|我厅|本厅|我处|全局|全委|全院|全办|全厅|全镇|全乡|全街道|咱镇(上)|咱乡|我机关|局机关|委机关|机关本级|我队|我会|我社|我司|我校',
    { kind: 'scope', of: 'self' },
  ],
  ['本级', { kind: 'scope', of: 'self' }],
  ...['省', '市', '州', '县', '区', '旗', '盟'].map((level): readonly [string, Meaning] => [
    `全${level}|我${level}|本${level}|全${level}范围内`,
    { kind: 'scope', of: 'whole', level },
  ]),
  ['各级(行政)机关|各级各部门|各级政府部门|各级', { kind: 'filler' }],
  [
    '各村|各社区|各学校|各成员单位|各有关单位|各相关单位|各直属|各县|各区|各市|各镇|各乡|各街道|各部门|各单位|各分局|各地|各科室|各股室|各所|市级部门|县级部门|区级部门|市直(部门|单位)|县直(部门|单位)|区直(部门|单位)|乡镇|镇街|其他部门|其他单位|下属|所属|基层|分局',
    { kind: 'scope', of: 'parts' },
  ],

  // Small words.
  ['未|没有|无|不存在|未曾|没|从未|尚未|亦无|均无|均未|暂无|零|不收取|也无|也未|亦未|未有|均没有', { kind: 'no' }],
  ['均|全部|都|悉数|皆|一律|全数', { kind: 'all' }],
  ['其中|包括|其中包括', { kind: 'part' }],
  ['含|包含|加|连同', { kind: 'with' }],
  ['不含|不包括|不包含|未含', { kind: 'without' }],
  ['分别|依次', { kind: 'respectively' }],
  ['和|及|与|或|或者|以及', { kind: 'and' }],
  ['等', { kind: 'etc' }],
  ['其余|剩余|余下|余|剩|另有|另', { kind: 'rest' }],
  [
    '作为被申请人|作为被告|政府信息公开窗口|共|共计|总计|合计|计|为|有|的|是|达|了|数|总数|总量|量|依法|按时|按期|如期|及时|期限内|在法定期限内|法定期限内|按规定|期内|已|已经|经|由|被|予以|进行|作出|做出|给|于|情形|情况|件|类|申请人|提出|提起|引发|引起|产生|发生|出现|因|属于|属|告知|公民|群众|向|结果|总|数量|规范|继续|同时|在|其|中|至|到|入|并|内|到期|实施|开展|采取|对|认定|书面告知|收入|共有|涉|告知书|一家|现有|现|事|事项|所有|当年|收结|率先|以|认真|妥善|顺利|圆满|本|当事人|至今|累计共|方面|还|也|主动|行政机关|全年共|社会|法定',
    { kind: 'filler' },
  ],

  // No counts of ours.
  [
    '网上|网络|线上|在线|平台|当面|现场|信函|来信申请|来函|邮寄|邮件|传真|书面|电子|窗口|信件|来函|微信|电话|渠道|通过|途径|当场|网站|邮箱|快递|挂号信',
    stop('channel'),
  ],
  ['较|比上|比去|比|同比|环比|相比|增长|下降|上升|增幅|降幅|增至|减至|升至|降至', stop('comparison')],
  ['新发生|新提起|涉及|主要|关于|内容|包揽|集中在|类别', stop('topic')],
  ['某|一人|同一人|同一申请人|申请人中|单个申请人', stop('person')],
  [
    '指导|协助|配合|督促|转办|转来|转交|会同|代为|帮助|审核|备案|名义|审查|协调|抽查|协办|推动|转送|督办|作为',
    stop('for-others'),
  ],
  ['拟|计划|力争|预计|争取|下一步|目标|将要|确保|预期', stop('plan')],
  ['工作日|日内|天内|延期|超期|逾期|合并|补正通知|征求意见|听证|延长|补正告知', stop('late')],
  [
    '各类|各项|留言|来信|督查|来访|来电|咨询|提案|议案|建议|热线|投诉|举报|信访|问卷|舆情|更正|办件|资金|支出|公文|查档|信息处理费|答复书|答辩状|决定书|应诉|出庭|行政复议机构|复议机构|属性|专栏|栏目|管理制度|诉讼请求|答复意见书|回应|检查|执法案件|工单|事件|简报|报告|培训|会议',
    { kind: 'foreign' },
  ],
];

/** Each word of an entry, written out: 「上(一)年」 is 上年 and 上一年. */
export function writtenOut(words: string): readonly string[] {
  return alternatives(words).flatMap(optional);
}

/** Parts at 「|」 outside of brackets. */
function alternatives(words: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of words) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

function optional(word: string): readonly string[] {
  const open = word.indexOf('(');
  if (open < 0) return [word];
  const close = word.indexOf(')', open);
  const choices = ['', ...word.slice(open + 1, close).split('|')];
  const ends = optional(word.slice(close + 1));
  return choices.flatMap((choice) => ends.map((end) => word.slice(0, open) + choice + end));
}
