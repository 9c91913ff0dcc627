// What a narrative said last year.
import type { ReactNode } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { narrativeName } from '../../draft/texts.ts';
import type { NarrativeId } from '../../report/format.ts';
import { useRead } from '../../ui/use-read.ts';

/** What was written last year, to look at; the preamble, which is the same each year but for its dates, can be taken over. */
export function LastYear({ id, report }: { id: NarrativeId; report: ReportModel }): ReactNode {
  const last = useRead(report, ({ lastYear }) => lastYear?.narratives[id] ?? '');
  const isEmpty = useRead(report, () => report.text(narrativeName(id)) === '');
  if (last === '') return null;
  return (
    <details className="card last-narrative">
      <summary>去年这一部分写的（供参考，{countOf(last)} 字）</summary>
      <p>{last}</p>
      {id === 'preamble' && isEmpty && !report.readOnly && (
        <button
          type="button"
          className="button button-small"
          data-action="take-preamble"
          onClick={() => report.writeWords(narrativeName(id), yearOn(last, Number(report.text('year'))))}
        >
          带过来，年份改为 {report.text('year')}
        </button>
      )}
    </details>
  );
}

/** 2024年 → 2025年, in a report of 2025. Numbers of documents stay. */
const yearOn = (text: string, year: number): string =>
  text.replace(new RegExp(`(^|[^\\d〔\\[（(])${year - 1}(?=\\s?年)`, 'g'), `$1${year}`);

/** Characters without spaces; a rare one that takes two units (𬱖) counts once. */
export const countOf = (text: string): number => text.replace(/[\s\udc00-\udfff]/g, '').length;
