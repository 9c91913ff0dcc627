// The boxes that a subject means in a form; what a form does not have is no meaning.
import type { Law } from '../law.ts';
import type { Meaning } from './claim.ts';
import type { Row, Subject } from './clause.ts';
import type { Dispute } from './vocabulary.ts';

/** In order of likelihood; empty where the form has none of them. */
export function boxesOf(subject: Subject, law: Law): readonly Meaning[] {
  const known = boxesByForm.get(law) ?? new Map<string, readonly Meaning[]>();
  boxesByForm.set(law, known);
  // The subjects that people name are few, and each is named often.
  const key = JSON.stringify(subject);
  const boxes =
    known.get(key) ??
    meaningsOf(subject, law).filter((meaning) => meaning.length > 0 && meaning.every((id) => law.indexOf.has(id)));
  known.set(key, boxes);
  return boxes;
}

const boxesByForm = new WeakMap<Law, Map<string, readonly Meaning[]>>();

const disputes: Record<Dispute, readonly string[]> = {
  reconsideration: ['reconsideration'],
  litigation: ['direct-litigation', 'litigation-after-reconsideration'],
  direct: ['direct-litigation'],
  after: ['litigation-after-reconsideration'],
};

function meaningsOf(subject: Subject, law: Law): readonly Meaning[] {
  switch (subject.of) {
    case 'row':
      return subject.rows.map((rows) => {
        const columns = subject.columns.length > 0 ? subject.columns : ['total'];
        return rows.flatMap((row) =>
          rowsOf(row, law).flatMap((id) => columns.map((column) => `requests/${id}/${column}`)),
        );
      });
    case 'dispute': {
      const ids = disputes[subject.dispute].map((row) => `disputes/${row}/${subject.result ?? 'total'}`);
      return ids.length > 1 ? [ids, ...ids.map((id) => [id])] : [ids];
    }
    case 'documents': {
      const row = `article-20-1/${subject.thing === 'normative' ? 'normative-documents' : subject.thing}`;
      return subject.column === 'issued' ? [[`${row}/issued`], [`${row}/made`]] : [[`${row}/${subject.column}`]];
    }
    case 'work': {
      const article = subject.thing === 'licensing' || subject.thing === 'other-services' ? 5 : 6;
      return [[`article-20-${article}/${subject.thing}/${itemColumn(subject) ?? 'decisions'}`]];
    }
    case 'fees':
      return [[`article-20-8/fees/${itemColumn(subject) ?? 'amount'}`]];
    case 'procurement':
      return [[`article-20-9/procurement/${subject.column}`]];
  }
}

/** Of the form of 2019, which counts items. */
function itemColumn({ sign, isLast }: { readonly sign?: 1 | -1; readonly isLast?: true }): string | undefined {
  if (sign !== undefined) return 'change';
  return isLast ? 'last-year-items' : undefined;
}

/** A group (refused, unavailable, unprocessed, other) is all rows whose ids begin with its name. */
export function rowsOf(row: Row, law: Law): readonly string[] {
  const known = rowsByForm.get(law) ?? rowsByGroup(law);
  rowsByForm.set(law, known);
  return known.get(row) ?? [row];
}

const rowsByForm = new WeakMap<Law, ReadonlyMap<string, readonly string[]>>();

function rowsByGroup(law: Law): ReadonlyMap<string, readonly string[]> {
  const ids = [...new Set(law.cells.flatMap(({ id, row }) => (id.startsWith('requests/') ? [row.id] : [])))];
  return new Map(
    ['refused', 'unavailable', 'unprocessed', 'other'].map((group) => [
      group,
      ids.filter((id) => id === group || id.startsWith(`${group}-`)),
    ]),
  );
}
