// A report as the JSON file of product §7: the figures that the checks see, in the cells' own units and in official order.
// A partial total is null, and what could not be read goes along as text, so that nothing is lost.
// It corrects nothing: a content that breaks the schema (a year 1900) gives a file that reading refuses by name.
import { judgeAnswers } from '../../checks/judge.ts';
import { lawOf } from '../../formats/registry.ts';
import { type Content, withNotes } from '../../report/draft.ts';
import { figureNumber } from '../../report/figure.ts';
import { wellFormed } from '../../report/well-formed.ts';
import { isWritable } from './file-answers.ts';
import type { ReportFile } from './report-file.ts';
import { reportKind, reportVersion } from './report-file.ts';

/** Which app writes the file, and when (ISO 8601). */
export type Export = { readonly app: string; readonly exportedAt: string };

/** Throws for a format that the registry does not have. */
export function reportFile(content: Content, { app, exportedAt }: Export): ReportFile {
  const law = lawOf(content.format);
  const judged = judgeAnswers(law, content.answers);
  const figures: Record<string, number | null> = {};
  const remarks: Record<string, string> = {};
  const unread: Record<string, string> = {};
  law.cells.forEach((cell) => {
    const { figure, reading } = judged.at(cell.id);
    const text = content.answers[cell.id] ?? '';
    const remark = reading?.kind === 'figure' ? reading.remark : undefined;
    figures[cell.id] = figure === undefined ? null : figureNumber(figure, cell);
    if (reading?.kind === 'unreadable') unread[cell.id] = text;
    if (figure === undefined || remark === undefined) return;
    // A remark near the longest that is read may not fit beside its tidied figure: then the text itself goes along.
    if (isWritable(figure, remark, cell)) remarks[cell.id] = remark;
    else {
      figures[cell.id] = null;
      unread[cell.id] = text;
    }
  });
  const { preamble, overview, problems, others } = content.narratives;
  return {
    kind: reportKind,
    version: reportVersion,
    format: law.id as ReportFile['format'],
    year: content.year,
    agency: content.agency,
    ...(content.date === '' ? {} : { date: content.date }),
    narratives: { ...(preamble === '' ? {} : { preamble }), overview, problems, others },
    figures,
    ...(isEmpty(remarks) ? {} : { remarks }),
    ...withNotes(content.notes ?? {}),
    ...(isEmpty(content.explanations) ? {} : { explanations: content.explanations }),
    ...(content.finalised ? { finalised: content.finalised } : {}),
    ...(isEmpty(unread) ? {} : { unread }),
    app,
    exportedAt,
  };
}

/** The file's text: 2-space JSON that a person can read, ending in a newline. */
export function reportJson(content: Content, by: Export): string {
  const whole = (_: string, value: unknown): unknown => (typeof value === 'string' ? wellFormed(value) : value);
  return `${JSON.stringify(reportFile(content, by), whole, 2)}\n`;
}

const isEmpty = (record: Readonly<Record<string, unknown>>): boolean => Object.keys(record).length === 0;
