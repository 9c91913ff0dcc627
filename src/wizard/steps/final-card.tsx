// 定稿: what it means, what still stands in its way, and the act itself.
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReportModel } from '../../draft/report-model.ts';
import { isReady } from '../../draft/report-state.ts';
import { narrativeName } from '../../draft/texts.ts';
import { isTableSection, type Section } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';
import { placeOf, type StepId, stepOf } from '../steps.ts';

type Props = {
  report: ReportModel;
  hrefOf: (step: StepId) => string;
  onFinalise: () => Promise<void>;
  tell: (message: string) => void;
};

type Condition = { readonly words: string; readonly isMet: boolean; readonly step: StepId };

function firstBlank({ law, get }: ReportModel): StepId {
  const { sections } = get().progress;
  const open = sections.find(({ number, filled, of }) => isTableSection(number) && filled < of);
  return stepOf(open?.number ?? law.sections[0]?.number ?? 1);
}

function firstMust({ law, get }: ReportModel): StepId {
  const [first] = get().findings.filter(({ level }) => level === 'must');
  return first ? placeOf(law, first).step : 'review';
}

export function FinalCard({ report, hrefOf, onFinalise, tell }: Props): ReactNode {
  const { must, confirm, cells, basics } = useRead(report, ({ progress }) => progress);
  const [refused, setRefused] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  if (report.finalised || report.readOnly) return null;
  const blank = cells.of - cells.filled;
  const unwritten = (report.law.sections as readonly Section[]).filter(
    ({ narrative }) => narrative && report.text(narrativeName(narrative)).trim() === '',
  );
  const conditions: readonly Condition[] = [
    {
      words: basics.filled === basics.of ? '机关全称已填' : '机关全称没有填',
      isMet: basics.filled === basics.of,
      step: 'basics',
    },
    { words: blank === 0 ? '各表已填完' : `还有 ${blank} 格未填`, isMet: blank === 0, step: firstBlank(report) },
    { words: must === 0 ? '没有必须改正的' : `必须改正 ${must} 处`, isMet: must === 0, step: firstMust(report) },
  ];
  const unmet = conditions.filter(({ isMet }) => !isMet);
  const doubts = [
    ...(confirm > 0 ? [`${confirm} 处“请核对”还没有改，也没有写情况说明`] : []),
    ...unwritten.map(({ heading }) => `“${heading}”没有写文字`),
  ];

  function attempt(): void {
    report.beginFinalising();
    const ready = isReady(report.get());
    flushSync(() => setRefused(!ready));
    if (!ready) {
      list.current?.querySelector<HTMLElement>('[data-met="false"] a')?.focus();
      return;
    }
    onFinalise().catch(() => tell('没有定稿成功：程序的一部分没有读进来。内容都在，请刷新页面再试。'));
  }

  return (
    <>
      <h2>定稿</h2>
      <div className="card final-card">
        <p>
          定稿以后内容锁住，记下日期，并按内容算出一个核验码，印在每页纸上，也写进数据文件。以后导入文件时，可核对是否与定稿一致。要改，随时可以重新打开。
        </p>
        <ul className="final-list" ref={list}>
          {conditions.map(({ words, isMet, step }) => (
            <li key={step + words} data-met={isMet}>
              {isMet ? '✓' : '✗'} {isMet ? words : <a href={hrefOf(step)}>{words}</a>}
            </li>
          ))}
          {doubts.map((words) => (
            <li key={words} data-met="doubt">
              ？ {words}（不影响定稿）
            </li>
          ))}
        </ul>
        {refused && unmet.length > 0 && (
          <p role="alert" className="notice notice-bad">
            <strong>还不能定稿。</strong>
            {unmet.map(({ words }) => words).join('，')}。改好后再点定稿。
          </p>
        )}
        <button type="button" className="button button-main" data-action="finalise" onClick={attempt}>
          定稿
        </button>
      </div>
    </>
  );
}
