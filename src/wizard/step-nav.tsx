// The steps at the side: which is open, how far each is, and how many findings it has, in words.
import type { ReactNode } from 'react';
import type { ReportModel } from '../draft/report-model.ts';
import { useRead } from '../ui/use-read.ts';
import { type StepId, stepsOf } from './steps.ts';

export function StepNav({
  report,
  current,
  hrefOf,
}: {
  report: ReportModel;
  current: StepId;
  hrefOf: (step: StepId) => string;
}): ReactNode {
  const progress = useRead(report, ({ progress }) => progress);
  return (
    <nav className="steps" aria-label="填报步骤">
      <ol>
        {stepsOf(report.law.sections, progress).map(({ id, mark, label, state, findings }) => (
          <li key={id}>
            <a href={hrefOf(id)} data-step={id} data-state={state} aria-current={id === current ? 'step' : undefined}>
              <span className="step-mark" aria-hidden="true">
                {mark}
              </span>
              <span className="step-label">
                <span className="visually-hidden">{/[一二三四五六]/.test(mark) ? `${mark}、` : ''}</span>
                {label}
              </span>
              <span className="step-state">
                {state}
                {findings > 0 && <b> · {findings} 处发现</b>}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
