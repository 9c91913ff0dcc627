// What is printed below a table: a quiet box that is as high as its text. It stands under the grid, so that nothing above
// moves while it grows.
import { type ReactNode, useRef } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { noteName } from '../../draft/texts.ts';
import type { TableNumber } from '../../report/draft.ts';
import { longestNote, refusedWords } from '../../report/limits.ts';
import { useLengthLimit } from '../../ui/length-limit.ts';
import { useRead } from '../../ui/use-read.ts';

const examples: Readonly<Record<TableNumber, string>> = {
  '2': '例如“注：行政许可数量含委托下级实施的。”',
  '3': '例如“注：其他处理中有2件转为信访办理。”',
  '4': '例如“注：行政复议数量含上年结转。”',
};

export function TableNote({ table, report }: { table: TableNumber; report: ReportModel }): ReactNode {
  const name = noteName(table);
  const { ref, ...box } = report.registerWords(name);
  const field = useRef<HTMLTextAreaElement | null>(null);
  const refused = useLengthLimit(field, longestNote);
  const text = useRead(report, () => report.text(name));
  return (
    <div className="table-note">
      <label className="soft small" htmlFor={name}>
        表下说明（没有可以不填，会印在表格下面）
      </label>
      <div className="table-note-box">
        {/* The same text unseen gives the box its height: measured by the browser, in the same layout. */}
        <div aria-hidden="true">{`${text}\n`}</div>
        <textarea
          {...box}
          ref={(area) => {
            ref(area);
            field.current = area;
          }}
          id={name}
          data-note={table}
          rows={1}
          readOnly={report.readOnly}
          placeholder={report.readOnly ? '' : examples[table]}
        />
      </div>
      {refused !== undefined && (
        <p role="alert" className="notice notice-bad small">
          {refusedWords(refused, longestNote)}
        </p>
      )}
    </div>
  );
}
