// What one step shows. The wizard puts its frame round it; the gallery shows it bare.
import type { ReactNode } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import type { ExportKind } from '../../files/file-name.ts';
import type { Section } from '../../report/format.ts';
import { part } from '../../ui/part.tsx';
import type { StepId } from '../steps.ts';
import { BasicsStep } from './basics-step.tsx';
import { NarrativeStep } from './narrative-step.tsx';
import { TableStep } from './table-step.tsx';
import '../grid/grid.css';
import '../wizard.css';

/** It comes by itself a little after the first step (wizard.tsx), or at once when it is asked for. */
const ReviewStep = part(() => import('./review-step.tsx').then(({ ReviewStep }) => ReviewStep), '核对与导出');
export const loadReview = ReviewStep.load;

export type StepViewProps = {
  report: ReportModel;
  step: StepId;
  years: readonly number[];
  hrefOf: (step: StepId) => string;
  printHref: string;
  onFormat: (format: string) => void;
  /** Downloads the report as it is in memory and gives the file's name. Rejects when that fails. */
  onExport: (kind: ExportKind, withExplanations: boolean) => Promise<string>;
  /** Makes the report final. Rejects when that fails. */
  onFinalise: () => Promise<void>;
  /** The cell to go to, until it has been reached. */
  wanted: string | undefined;
  onArrived: () => void;
  onGo: (step: StepId, cell: string) => void;
  tell: (text: string) => void;
  tellDone: (text: string, canUndo?: boolean) => void;
  onKeys: () => void;
};

export function StepView(props: StepViewProps): ReactNode {
  const { report, step } = props;
  if (step === 'basics') return <BasicsStep {...props} />;
  if (step === 'review') return <ReviewStep {...props} />;
  const section: Section | undefined = report.law.sections.find(({ number }) => String(number) === step);
  if (!section) return null;
  if (section.narrative) {
    return <NarrativeStep key={step} section={section} narrative={section.narrative} report={report} />;
  }
  return <TableStep key={step} {...props} section={section as Section & { number: 2 | 3 | 4 }} />;
}
