// A format made ready for judging: cells numbered, relations flattened into arrays, totals in the order they depend on.
// Compiled once per format. It judges nothing itself.
import type { Cell, CellIdOf, Section, Source, Table } from '../report/format.ts';
import { cellName, cellsOf } from '../report/format.ts';
import type { Relation } from './relation.ts';

/** A format as the law gives it: data only. A relation may speak of the cells of its own tables and of no others. */
export type Format<T extends Table = Table> = {
  readonly id: string;
  readonly name: string;
  readonly basis: string;
  /** Report years it was made for; the last is absent while it is in force. */
  readonly years: { readonly first: number; readonly last?: number };
  readonly sections: readonly Section[];
  readonly tables: readonly T[];
  readonly relations: readonly Relation<CellIdOf<T>>[];
  readonly source: Source;
};

/** Cell numbers and coefficients of a relation brought to one side: Σ coefficient × figure (= or ≤) 0. */
export type Flat = {
  readonly cells: Int16Array;
  readonly coefficients: Int8Array;
  readonly lastYear: Uint8Array;
  readonly equal: boolean;
  readonly needsLastYear: boolean;
};

export type Law = Format & {
  readonly cells: readonly Cell[];
  /** Cell numbers are for the checks, which count by them; everybody else asks by id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Undefined where the format has no such cell. */
  cell(id: string): Cell | undefined;
  /** 「一、本年新收政府信息公开申请数量 · 自然人」; the id itself where the format has no such cell. */
  nameOf(id: string): string;
  readonly flat: readonly Flat[];
  /** For each computed total, parts before wholes: its cell, its parts, and its relation's number. */
  readonly totals: readonly { readonly cell: number; readonly parts: Int16Array; readonly relation: number }[];
};

export function compile<const T extends Table>(format: Format<T>): Law {
  const cells = cellsOf(format.tables);
  const indexOf = new Map<string, number>(cells.map((cell, at) => [cell.id, at]));
  const number = (id: string): number => {
    const at = indexOf.get(id);
    if (at === undefined) throw new Error(`format ${format.id} has no cell ${id}`);
    return at;
  };
  const flat = format.relations.map(({ left, op, right }): Flat => {
    const terms = [
      ...left.terms.map((term) => ({ ...term, sign: term.minus ? -1 : 1 })),
      ...right.terms.map((term) => ({ ...term, sign: term.minus ? 1 : -1 })),
    ];
    return {
      // A cell of last year's report has the same id, but last year's format may lack it: numbered in this one.
      cells: Int16Array.from(terms, (term) => number(term.cell)),
      coefficients: Int8Array.from(terms, (term) => term.sign),
      lastYear: Uint8Array.from(terms, (term) => (term.lastYear ? 1 : 0)),
      equal: op === 'equal to',
      needsLastYear: terms.some((term) => term.lastYear),
    };
  });
  const cell = (id: string): Cell | undefined => cells[indexOf.get(id) ?? -1];
  const nameOf = (id: string): string => {
    const named = cell(id);
    return named ? cellName(named) : id;
  };
  return { ...format, cells, indexOf, cell, nameOf, flat, totals: inOrder(format, number) };
}

// A total that is a part of another total comes first: （七）总计 of each column before （七）总计 of the row.
function inOrder(format: Format, number: (id: string) => number): Law['totals'] {
  const open = format.relations.flatMap(({ computes, left }, relation) =>
    computes === undefined
      ? []
      : [{ cell: number(computes), parts: Int16Array.from(left.terms, (term) => number(term.cell)), relation }],
  );
  const done: (typeof open)[number][] = [];
  while (open.length > 0) {
    const waits = new Set(open.map((total) => total.cell));
    const next = open.findIndex(({ parts }) => !parts.some((part) => waits.has(part)));
    const [total] = open.splice(next, next < 0 ? 0 : 1);
    if (!total) throw new Error(`format ${format.id}: totals depend on one another in a circle`);
    done.push(total);
  }
  return done;
}
