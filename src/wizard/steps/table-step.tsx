// Sections 二, 三 and 四: the official table as a grid, and what can be done to it as a whole.
import { type ReactNode, useMemo, useState } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { layoutOf } from '../../formats/layout.ts';
import type { Section } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';
import { type EnterDirection, enterGoes, setEnterGoes } from '../grid/enter-direction.ts';
import { OfficialGrid } from '../grid/official-grid.tsx';
import { ControlTotals } from './control-totals.tsx';
import { TableNote } from './table-note.tsx';

type Props = {
  section: Section & { readonly number: 2 | 3 | 4 };
  report: ReportModel;
  /** Something went wrong. */
  tell: (message: string) => void;
  /** Something was done. */
  tellDone: (message: string, canUndo?: boolean) => void;
  wanted: string | undefined;
  onArrived: () => void;
  onKeys: () => void;
};

const guides: Readonly<Record<2 | 3 | 4, string>> = {
  2: '没有发生的填 0，不要填“无”“/”。行政许可、行政处罚、行政强制填全年作出的决定数，公开的和依法不公开的都算。',
  3: '只填六类申请人的数，（七）总计和右边的总计会自动算出。每件申请只有一个办理结果。',
  4: '填全年行政复议、行政诉讼的件数，总计会自动算出。没有发生的填 0。',
};

export function TableStep({ section, report, tell, tellDone, wanted, onArrived, onKeys }: Props): ReactNode {
  const layout = useMemo(() => layoutOf(report.law, section.number), [report, section.number]);
  return (
    <section className={`step table-step table-step-${section.number}`} aria-labelledby="step-title">
      <div className="step-head">
        <h1 id="step-title">{section.heading}</h1>
        <p className="soft">{guides[section.number]}</p>
        <div className="row grid-tools">
          <button
            type="button"
            className="button button-small"
            data-action="fill-blanks"
            disabled={report.readOnly}
            onClick={() => {
              const count = report.fillBlanks(section.number);
              if (count === 0) tellDone('本表没有未填的格。');
              else tellDone(`已在 ${count} 个未填格填 0。总计和无法识别的格未改动。`, true);
            }}
          >
            本表其余未填格填 0
          </button>
          <Remaining section={section} report={report} />
          <span className="grid-tools-end row">
            <EnterChoice />
            <button type="button" className="button button-small button-plain" onClick={onKeys}>
              快捷键（?）
            </button>
          </span>
        </div>
      </div>
      <OfficialGrid layout={layout} report={report} tell={tell} wanted={wanted} onArrived={onArrived} />
      {section.number !== 2 && <ControlTotals section={section.number} report={report} />}
      <TableNote table={`${section.number}`} report={report} />
    </section>
  );
}

function Remaining({ section, report }: { section: Section; report: ReportModel }): ReactNode {
  const progress = useRead(report, ({ progress }) => progress);
  const { filled = 0, of = 0 } = progress.sections.find(({ number }) => number === section.number) ?? {};
  return (
    <span className="soft small">
      已填 {filled} / {of} 格
    </span>
  );
}

function EnterChoice(): ReactNode {
  const [direction, setDirection] = useState<EnterDirection>(enterGoes);
  return (
    <label className="small row enter-choice">
      回车后
      <select
        value={direction}
        onChange={(event) => {
          const chosen = event.target.value === 'right' ? 'right' : 'down';
          setEnterGoes(chosen);
          setDirection(chosen);
        }}
      >
        <option value="down">向下</option>
        <option value="right">向右</option>
      </select>
    </label>
  );
}
