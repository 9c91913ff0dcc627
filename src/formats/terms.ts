// The words of each form, explained: loaded when somebody asks, and by nothing that judges.
import { cellsOf, type Table } from '../report/format.ts';
import { terms2019 } from './format-2019/terms.ts';
import { terms2021 } from './format-2021/terms.ts';
import type { FormatId } from './registry.ts';
import type { Term, Terms } from './term.ts';

export type { Term } from './term.ts';

export const terms: Readonly<Record<FormatId, Terms>> = { '2019': terms2019, '2021': terms2021 };

export type Explained = { readonly label: string; readonly term: Term };

/**
 * What is asked for, explained: of a box (its id) its row and its column, then what stands over them; of a heading (layout.ts) itself.
 * Empty for anything else.
 */
export function explained(format: FormatId, tables: readonly Table[], asked: string): readonly Explained[] {
  const [tableId = '', kind = '', ...rest] = asked.split('/');
  const own = terms[format][tableId];
  const told = (label: string, term: Term | undefined): readonly Explained[] => (term ? [{ label, term }] : []);
  const cell = cellsOf(tables).find(({ id }) => id === asked);
  if (cell) {
    const { row, column } = cell;
    const heading = (label: string) => told(label, own?.headings[label]);
    return [
      ...told(row.label, own?.rows[row.id]),
      ...told(column.label, own?.columns[column.id]),
      ...[...(row.under ?? [])].reverse().flatMap(heading),
      ...(column.group === undefined ? [] : heading(column.group)),
    ];
  }
  const id = rest.join('/');
  const table = tables.find(({ id }) => id === tableId);
  if (kind === 'rows') return told(table?.rows.find((row) => row.id === id)?.label ?? id, own?.rows[id]);
  if (kind === 'columns') return told(table?.columns.find((column) => column.id === id)?.label ?? id, own?.columns[id]);
  return kind === 'headings' ? told(id, own?.headings[id]) : [];
}
