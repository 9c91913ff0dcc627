// A filled-in report of an invented agency, marked 示例, in the 2019 format. Its sentences and figures are our own.
import type { Content } from '../../report/draft.ts';
import { sampleAnswers } from '../sample-answers.ts';
import { format2019 } from './format.ts';

export const sample2019: Content = {
  agency: '云溪市数据服务局（示例）',
  year: 2020,
  format: '2019',
  date: '2021-01-21',
  narratives: {
    preamble:
      '根据《中华人民共和国政府信息公开条例》第五十条规定，编制本年度报告。统计期限为2020年1月1日至12月31日。（本报告为软件自带的示例，机关、数字均属虚构。）',
    overview:
      '全年通过门户网站和办事大厅公开信息286条，新收政府信息公开申请21件，上年结转1件，办结20件，结转下年度2件，均在法定期限内答复。全年组织培训1次。',
    problems: '主要问题是部分栏目内容偏少、更新不够及时。下一步将明确每个栏目的责任人和更新期限，按季度通报。',
    others: '无其他需要报告的事项。',
  },
  explanations: {},
  note: '',
  answers: sampleAnswers(format2019.tables, {
    'article-20-1/normative-documents/made': '2',
    'article-20-1/normative-documents/published': '2',
    'article-20-1/normative-documents/total-public': '15',
    'article-20-5/licensing/last-year-items': '24',
    'article-20-5/licensing/change': '减3',
    'article-20-5/licensing/decisions': '9115',
    'article-20-5/other-services/last-year-items': '8',
    'article-20-5/other-services/change': '+1',
    'article-20-5/other-services/decisions': '640',
    'article-20-6/penalties/last-year-items': '41',
    'article-20-6/penalties/decisions': '22',
    'article-20-8/fees/last-year-items': '2',
    'article-20-9/procurement/projects': '4次',
    'article-20-9/procurement/amount': '36.8万元',
    'requests/received/natural-person': '17',
    'requests/received/business': '4',
    'requests/carried-in/natural-person': '1',
    'requests/granted/natural-person': '8',
    'requests/granted/business': '3',
    'requests/partly-granted/natural-person': '2',
    'requests/refused-deliberative/natural-person': '1',
    'requests/unavailable-not-held/natural-person': '4',
    'requests/unavailable-not-held/business': '1',
    'requests/other/natural-person': '1',
    'requests/carried-out/natural-person': '2',
    'disputes/reconsideration/upheld': '1',
  }),
};
