// The six sections of the 2021 format. Section 一 has the five aspects named in the document's own text,
// section 六 the 信息处理费, as its annex says in brackets.
import type { Section } from '../../report/format.ts';
import { document2021 } from './source.ts';

const place = (heading: string) => ({ document: document2021, place: `附件 ${heading}` });

export const sections = [
  {
    number: 1,
    heading: '一、总体情况',
    narrative: 'overview',
    asks: [
      '主动公开：发布了多少信息，重点领域、政策解读、回应关切',
      '依申请公开：收到、办结、结转多少件，各种结果多少件',
      '政府信息管理：规章、行政规范性文件的制发、废止和现行有效数',
      '政府信息公开平台建设：网站、新媒体、公报、公开专区',
      '监督保障：培训；各级政府还要写工作考核、社会评议、责任追究结果',
    ],
    source: { document: document2021, place: '正文：总体情况的五个方面' },
  },
  { number: 2, heading: '二、主动公开政府信息情况', asks: [], source: place('二、主动公开政府信息情况') },
  {
    number: 3,
    heading: '三、收到和处理政府信息公开申请情况',
    asks: [],
    source: place('三、收到和处理政府信息公开申请情况'),
  },
  {
    number: 4,
    heading: '四、政府信息公开行政复议、行政诉讼情况',
    asks: [],
    source: place('四、政府信息公开行政复议、行政诉讼情况'),
  },
  {
    number: 5,
    heading: '五、存在的主要问题及改进情况',
    narrative: 'problems',
    asks: ['去年所提问题改进得怎样', '今年存在的主要问题，逐条写', '每个问题的改进措施'],
    source: place('五、存在的主要问题及改进情况'),
  },
  {
    number: 6,
    heading: '六、其他需要报告的事项',
    narrative: 'others',
    asks: [
      '收取信息处理费情况：发出收费通知的件数和金额、实际收取的金额（元）；没有收取也要写明',
      '其他需要报告的事项',
    ],
    source: place('六、其他需要报告的事项（收取信息处理费情况在此处报告）'),
  },
] as const satisfies readonly Section[];
