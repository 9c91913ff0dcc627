// The narratives as a sheet that reads like the report: a heading, then a row for each paragraph. Read back, the rows under
// a heading are its text again, line by line; a heading that is not one of ours makes the sheet somebody else's.
import type { Law } from '../../checks/law.ts';
import { dateWords } from '../../report/date-words.ts';
import type { Content, Narratives } from '../../report/draft.ts';
import { reportTitle } from '../../report/draft.ts';
import type { NarrativeId } from '../../report/format.ts';
import { narrativeIds } from '../../report/format.ts';
import { type BookSheet, type Cell, charactersWide } from './book.ts';
import { textSheetName } from './sheet-names.ts';
import { pieces } from './sheet-text.ts';
import type { Grid } from './sheet-xml.ts';

/** More lines than this stand several in a row. */
const mostRows = 1000;

const closing = '成文日期：';
const unwritten = '（未填）';
/** The row goes on with the line of the row before, which did not fit a cell. */
const continued = '（续上行）';

/** Characters. */
const width = 92;
const size = 11;

const looks = {
  title: { fontSize: 14, isBold: true },
  heading: { fontSize: size, isBold: true, alignVertical: 'center' },
  prose: { fontSize: size, isWrapped: true, alignVertical: 'top' },
  closing: { fontSize: size, alignVertical: 'center' },
} as const;

function prose(text: string): Cell {
  // Not every program makes a row as high as its text; none makes it higher than 409 pt.
  const room = (width * 10) / size;
  const wrapped = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(charactersWide(line) / room)), 0);
  const height = Math.min(409, wrapped * 15.5 + 3);
  return { look: looks.prose, value: text, height };
}

export function textSheet(law: Law, content: Content): BookSheet {
  const rows: (Cell | null)[][] = [[{ look: looks.title, value: reportTitle(content), height: 32 }]];
  for (const [id, label] of labels(law)) {
    rows.push([{ look: looks.heading, value: label, height: 24 }]);
    for (const line of lines(content.narratives[id])) {
      pieces(line).forEach((piece, at) => {
        rows.push([at === 0 ? null : { value: continued }, prose(piece)]);
      });
    }
  }
  rows.push([{ look: looks.closing, value: `${closing}${dateWords(content.date) || unwritten}`, height: 24 }]);
  return {
    name: textSheetName,
    rows,
    widths: [4, width],
    hasGridLines: false,
    page: { orientation: 'portrait', isOnePage: false },
  };
}

export type TextSheet = {
  readonly narratives: Narratives;
  /** 成文日期 as the sheet says it, in words. */
  readonly date: string;
};

/** Undefined where the sheet's headings are not those of the format. */
export function readTextSheet({ rows }: Grid, law: Law): TextSheet | undefined {
  const known = new Map([...labels(law)].map(([id, label]) => [label, id]));
  const found = new Map<NarrativeId, string[]>();
  let open: string[] | undefined;
  let next = 0;
  let date = '';
  for (const { row, cells } of rows) {
    const first = cells.find(({ col }) => col === 0)?.text ?? '';
    const text = cells.find(({ col }) => col === 1)?.text ?? '';
    if (cells.some(({ col, text }) => col > 1 && text.trim() !== '')) return undefined;
    // A row that is not in the file is an empty line.
    if (open) for (; next < row; next++) open.push('');
    next = row + 1;
    const label = first.trim();
    const id = known.get(label);
    if (id) {
      if (found.has(id) || text !== '') return undefined;
      open = [];
      found.set(id, open);
    } else if (label.startsWith(closing)) {
      open = undefined;
      date = label.slice(closing.length).trim();
    } else if (label === continued && open) open.push(`${open.pop() ?? ''}${text}`);
    else if (label === '' && open) open.push(text);
    // The title is in the list of cells; nothing else stands outside the headings.
    else if (row > 0 && (label + text).trim() !== '') return undefined;
  }
  if (found.size !== known.size) return undefined;
  const entries = narrativeIds.map((id) => [id, (found.get(id) ?? []).join('\n')] as const);
  return { narratives: Object.fromEntries(entries) as Narratives, date };
}

function labels({ sections }: Law): ReadonlyMap<NarrativeId, string> {
  return new Map<NarrativeId, string>([
    ['preamble', '引言'],
    ...sections.flatMap(({ narrative, heading }) => (narrative ? [[narrative, heading] as const] : [])),
  ]);
}

function lines(text: string): readonly string[] {
  const all = text.split('\n');
  const together = Math.ceil(all.length / mostRows);
  return Array.from({ length: Math.ceil(all.length / together) }, (_, at) =>
    all.slice(at * together, (at + 1) * together).join('\n'),
  );
}
