// A filled-in report of an invented agency, marked 示例: to look at on the first run, in the gallery and in tests.
// Its sentences and figures are our own and agree with one another.
import type { Content } from '../../report/draft.ts';
import { sampleAnswers } from '../sample-answers.ts';
import { format2021 } from './format.ts';

export const sample2021: Content = {
  agency: '云溪市数据服务局（示例）',
  year: 2025,
  format: '2021',
  date: '2026-01-20',
  narratives: {
    preamble:
      '根据《中华人民共和国政府信息公开条例》第五十条规定，编制本年度报告。报告所列数据的统计期限为2025年1月1日至12月31日。本报告由六个部分组成，电子版可以在本局门户网站“政府信息公开年报”栏目下载。（本报告为软件自带的示例，机关、数字均属虚构。）',
    overview:
      '（一）主动公开。全年在门户网站发布信息412条，其中政策文件3件、解读材料3篇，就群众关心的数据开放、便民服务事项回应关切27次。\n（二）依申请公开。全年新收政府信息公开申请59件，上年结转4件；办结61件，其中予以公开25件，部分公开6件，不予公开6件，无法提供19件，不予处理3件，其他处理2件；结转下年度2件。\n（三）政府信息管理。全年制发行政规范性文件3件，废止2件，现行有效17件，均已在专栏集中公开并注明有效性。\n（四）政府信息公开平台建设。门户网站设置公开专栏，栏目由专人每周巡检，移动端与网站同步更新。\n（五）监督保障。全年组织业务培训2次，开展自查2次，对发现的9个栏目更新不及时的问题逐一整改。',
    problems:
      '去年指出的栏目更新不及时问题，通过建立栏目台账已经解决。\n今年存在的主要问题：一是个别政策解读仍以文字为主，群众不易看懂；二是申请答复文书的说理不够充分。\n改进措施：一是解读材料与文件同步起草，增加图表和问答；二是编写常见情形答复要点，由法制机构逐件把关。',
    others: '2025年度本局未发出收费通知，未收取信息处理费。',
  },
  explanations: {},
  note: '',
  answers: sampleAnswers(format2021.tables, {
    'article-20-1/normative-documents/issued': '3',
    'article-20-1/normative-documents/repealed': '2',
    'article-20-1/normative-documents/in-force': '17',
    'article-20-5/licensing/decisions': '12840',
    'article-20-6/penalties/decisions': '36',
    'article-20-8/fees/amount': '128.46',
    'requests/received/natural-person': '46',
    'requests/received/business': '9',
    'requests/received/nonprofit': '1',
    'requests/received/legal-service': '3',
    'requests/carried-in/natural-person': '3',
    'requests/carried-in/business': '1',
    'requests/granted/natural-person': '18',
    'requests/granted/business': '5',
    'requests/granted/nonprofit': '1',
    'requests/granted/legal-service': '1',
    'requests/partly-granted/natural-person': '5',
    'requests/partly-granted/business': '1',
    'requests/refused-third-party/natural-person': '1',
    'requests/refused-third-party/business': '1',
    'requests/refused-internal-affairs/natural-person': '2',
    'requests/refused-deliberative/natural-person': '1',
    'requests/refused-enforcement-file/legal-service': '1',
    'requests/unavailable-not-held/natural-person': '12',
    'requests/unavailable-not-held/business': '3',
    'requests/unavailable-not-held/legal-service': '1',
    'requests/unavailable-needs-creation/natural-person': '2',
    'requests/unavailable-unclear/natural-person': '1',
    'requests/unprocessed-petition/natural-person': '2',
    'requests/unprocessed-duplicate/natural-person': '1',
    'requests/other-not-corrected/natural-person': '1',
    'requests/other-other/natural-person': '1',
    'requests/carried-out/natural-person': '2',
    'disputes/reconsideration/upheld': '2',
    'disputes/reconsideration/other': '1',
    'disputes/reconsideration/pending': '1',
    'disputes/direct-litigation/upheld': '1',
    'disputes/litigation-after-reconsideration/pending': '1',
  }),
};
