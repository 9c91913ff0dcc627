// The report as offices submit it, from title to 成文日期. It reads the draft and changes nothing.
import type { ReactNode } from 'react';
import type { Paragraph } from '../files/paper/paragraphs.ts';
import type { Printed } from '../files/paper/printed.ts';
import type { NarrativeId } from '../report/format.ts';
import { OfficialTable } from './official-table.tsx';
import { Prose } from './prose.tsx';

export function Paper({ report }: { report: Printed }): ReactNode {
  const { agency, title, preamble, sections, words, explanations, signature, final } = report;
  return (
    <article className="print-paper">
      <h1>
        <span>{agency}</span> <span>{title}</span>
      </h1>
      <Narrative id="preamble" lines={preamble} />
      {sections.map(({ number, heading, narrative, table, note }) => (
        <section key={number} className={narrative ? undefined : 'print-whole'}>
          <h2>{heading}</h2>
          {narrative && <Narrative {...narrative} />}
          {table && <OfficialTable layout={table} words={words} />}
          {note.length > 0 && <Note table={number} lines={note} />}
        </section>
      ))}
      {explanations.length > 0 && (
        <section>
          <h2>情况说明</h2>
          {explanations.map(({ id, lines }) => (
            <Prose key={id} lines={lines} />
          ))}
        </section>
      )}
      {signature && (
        <div className="print-signature">
          <p style={{ paddingRight: `${signature.indent}em` }}>{signature.agency}</p>
          <p>{signature.date}</p>
        </div>
      )}
      {final && <p className="print-final">{final}</p>}
    </article>
  );
}

function Note({ table, lines }: { table: number; lines: readonly string[] }): ReactNode {
  const item = (line: string, at: number): ReactNode => <p key={`${at}-${line}`}>{line}</p>;
  return (
    <div className="print-note" data-note={table}>
      {lines.map(item)}
    </div>
  );
}

function Narrative({ id, lines }: { id: NarrativeId; lines: readonly Paragraph[] }): ReactNode {
  return (
    <div data-narrative={id}>
      <Prose lines={lines} />
    </div>
  );
}
