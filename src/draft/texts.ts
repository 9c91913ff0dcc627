// What a person writes, held by one react-hook-form control a draft. It holds texts and judges nothing.
import { createFormControl, type UseFormRegisterReturn } from 'react-hook-form';
import type { Law } from '../checks/law.ts';
import {
  type Answers,
  type Content,
  type Narratives,
  type TableNumber,
  tableNumbers,
  withNotes,
} from '../report/draft.ts';
import { type Cell, type NarrativeId, narrativeIds } from '../report/format.ts';

/** A field of words: a misspelt name does not compile. */
export type WordField =
  | 'agency'
  | 'year'
  | 'date'
  | 'due'
  | `narrative/${NarrativeId}`
  | `note/${TableNumber}`
  | `control/${string}`;
/** A cell's field is called by its id: 「requests/received/natural-person」. */
type CellField = `${string}/${string}`;
/** One flat record: react-hook-form reads dots in names as nesting, and cell ids have none. */
type Fields = Record<WordField, string> & Record<CellField, string>;

export const narrativeName = (id: NarrativeId): `narrative/${NarrativeId}` => `narrative/${id}`;
export const noteName = (table: TableNumber): `note/${TableNumber}` => `note/${table}`;
/** The total that stands on paper for a cell. */
export const controlName = (cell: string): `control/${string}` => `control/${cell}`;
const cellName = (id: string): CellField => id as CellField;

/** Totals of counts can be checked by what stands on paper. */
export const isControlled = ({ total, decimals }: Cell): boolean => total && decimals === 0;

/** What is told after a person changed a field, when the form has the new text and `text` still gives the old one. */
type Listeners = {
  readonly onCell: (id: string, after: string) => void;
  readonly onWords: (name: WordField, after: string) => void;
};

export function createTexts(start: Content, law: Law, { onCell, onWords }: Listeners) {
  /** What the form said at the last change. */
  const known = fieldsOf(start, law);
  const form = createFormControl<Fields>({ defaultValues: { ...known } });
  // Until something subscribes, the form takes itself for unmounted and reads its defaults instead of its values.
  form.subscribe({ callback: () => undefined });
  // Answers to cells of another format stay with the draft, though this format does not show them.
  const elsewhere = Object.entries(start.answers).filter(([id]) => !law.cell(id));
  const text = (name: WordField): string => known[name] ?? '';
  const answer = (id: string): string => known[cellName(id)] ?? '';
  const controlled = law.cells.filter(isControlled);
  const otherControls = Object.entries(start.controls ?? {}).filter(([id]) => !law.cell(id));
  /** Those that say something. */
  const controls = (): Answers =>
    Object.fromEntries([
      ...otherControls,
      ...controlled.map(({ id }) => [id, text(controlName(id))] as const).filter(([, said]) => said.trim() !== ''),
    ]);
  /** Of none there is not even the key. */
  function someControls(): Pick<Content, 'controls'> {
    const some = controls();
    return Object.keys(some).length > 0 ? { controls: some } : {};
  }
  const narratives = (): Narratives =>
    Object.fromEntries(narrativeIds.map((id) => [id, text(narrativeName(id))])) as Narratives;

  return {
    text,
    answer,
    narratives,
    controls,

    /** For the input of a cell. */
    registerCell: (id: string): UseFormRegisterReturn =>
      form.register(cellName(id), { onChange: ({ target }) => onCell(id, target.value) }),

    /** For the box of some words. */
    registerWords: (name: WordField): UseFormRegisterReturn =>
      form.register(name, { onChange: ({ target }) => onWords(name, target.value) }),

    /** Takes note of a text that the form has already. */
    note(name: string, after: string): void {
      known[cellName(name)] = after;
    },

    /** Writes many fields in one go, also on the screen. */
    write(next: Readonly<Record<string, string>>): void {
      Object.assign(known, next);
      form.setValues(next);
    },

    content: (): Pick<
      Content,
      'agency' | 'year' | 'format' | 'date' | 'due' | 'narratives' | 'notes' | 'controls' | 'answers'
    > => ({
      agency: text('agency').trim(),
      year: Number(text('year')),
      format: law.id,
      date: text('date'),
      ...(text('due') === '' ? {} : { due: text('due') }),
      narratives: narratives(),
      ...withNotes(Object.fromEntries(tableNumbers.map((table) => [table, text(noteName(table))]))),
      ...someControls(),
      answers: Object.fromEntries([
        ...elsewhere,
        ...law.cells.map(({ id }) => [id, answer(id)] as const).filter(([, said]) => said !== ''),
      ]),
    }),
  };
}

function fieldsOf({ agency, year, date, due = '', narratives, notes, controls, answers }: Content, law: Law): Fields {
  return {
    agency,
    year: String(year),
    date,
    due,
    ...Object.fromEntries(narrativeIds.map((id) => [narrativeName(id), narratives[id]])),
    ...Object.fromEntries(tableNumbers.map((table) => [noteName(table), notes?.[table] ?? ''])),
    ...Object.fromEntries(law.cells.filter(isControlled).map(({ id }) => [controlName(id), controls?.[id] ?? ''])),
    ...Object.fromEntries(law.cells.map(({ id }) => [id, answers[id] ?? ''])),
  } as Fields;
}
