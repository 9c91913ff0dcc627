// The words of the form that were asked about, explained, each with where it stands.
import type { ReactNode } from 'react';
import type { FormatId } from '../../formats/registry.ts';
import { type Explained, explained } from '../../formats/terms.ts';
import type { Table } from '../../report/format.ts';

type Props = {
  format: FormatId;
  tables: readonly Table[];
  /** A box's id, or a heading's address (formats/layout.ts). */
  asked: string;
};

export function TermList({ format, tables, asked }: Props): ReactNode {
  return explained(format, tables, asked).map((one) => <One key={one.label} {...one} />);
}

function One({ label, term: { means, counts, not, sources } }: Explained): ReactNode {
  return (
    <article>
      <h3>{label}</h3>
      <p>{means}</p>
      {counts !== undefined && <p>{counts}</p>}
      {not !== undefined && (
        <p>
          <b>不在这里：</b>
          {not}
        </p>
      )}
      <p className="soft small">
        依据：
        {sources.map(({ document, place }, at) => (
          <span key={`${document} ${place}`}>
            {at > 0 && '；'}
            {sources[at - 1]?.document === document ? '' : `${document} `}
            {place}
          </span>
        ))}
      </p>
    </article>
  );
}
