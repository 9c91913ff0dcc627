// The six sections. Numbers and headings are the same in both formats; what a narrative has to report differs.
import type { Section } from '../../report/format.ts';
import { document2019 } from './source.ts';

const place = (heading: string) => ({ document: document2019, place: `附件 ${heading}` });

export const sections = [
  {
    number: 1,
    heading: '一、总体情况',
    narrative: 'overview',
    asks: ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'],
    source: place('一、总体情况'),
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
    asks: ['今年工作中存在的主要问题', '去年所提问题的改进情况', '下一步改进措施'],
    source: place('五、存在的主要问题及改进情况'),
  },
  {
    number: 6,
    heading: '六、其他需要报告的事项',
    narrative: 'others',
    asks: ['没有其他事项的，写明“无其他需要报告的事项”'],
    source: place('六、其他需要报告的事项'),
  },
] as const satisfies readonly Section[];
