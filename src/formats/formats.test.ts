// Tests of the law itself: what each format says, held against a checked-in list and against its own sample.
import { describe, expect, test } from 'vitest';
import cellIds from '../../fixtures/cell-ids.json';
import { judgeAnswers } from '../checks/judge.ts';
import { verdict } from '../checks/verdict.ts';
import { figureText } from '../report/figure.ts';
import { boxRows, layoutOf } from './layout.ts';
import { formatForYear, formats, lawOf } from './registry.ts';
import { samples } from './samples.ts';

describe.each(formats.map((format) => format.id))('format %s', (id) => {
  const law = lawOf(id);
  const sample = samples[id];

  test('has exactly the official cells, in official order, each id once', () => {
    expect(law.cells.map((cell) => cell.id)).toEqual(cellIds[id]);
    expect(new Set(law.cells.map((cell) => cell.id)).size).toBe(law.cells.length);
  });

  test('has the six sections in order and every part cites its source', () => {
    expect(law.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(law.sections.map(({ heading }) => heading[0])).toEqual(['一', '二', '三', '四', '五', '六']);
    for (const { source } of [law, ...law.sections, ...law.tables, ...law.relations]) {
      expect(source.document).toContain('国办公开办函');
      expect(source.place).not.toBe('');
    }
  });

  test('has relations with unique ids', () => {
    const ids = law.relations.map((relation) => relation.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('prints every cell once, with rows of equal width', () => {
    const layouts = ([2, 3, 4] as const).map((section) => layoutOf(law, section));
    expect(layouts.flatMap((layout) => boxRows(layout).flat()).map((cell) => cell.id)).toEqual(cellIds[id]);
    for (const { head, bodies, widths } of layouts) {
      for (const rows of [head, ...bodies]) {
        const taken: number[] = [];
        rows.forEach((row, at) => {
          for (const part of row.parts) {
            const depth = part.kind === 'head' ? part.rowSpan : 1;
            for (let line = at; line < at + depth; line++) taken[line] = (taken[line] ?? 0) + part.colSpan;
          }
        });
        expect(taken).toEqual(rows.map(() => widths.length));
      }
    }
  });

  test('a blank report has nothing to say and no check that holds', () => {
    const judged = judgeAnswers(law, {});
    expect(judged.findings).toEqual([]);
    expect([...judged.verdicts].every((is) => is === verdict.waiting)).toBe(true);
  });

  test('the sample is complete and passes every check', () => {
    const judged = judgeAnswers(law, sample.answers);
    expect(judged.findings).toEqual([]);
    const applicable = law.flat.flatMap((flat, at) => (flat.needsLastYear ? [] : [judged.verdicts[at]]));
    expect(applicable.every((is) => is === verdict.holds)).toBe(true);
  });

  test('each check fails when one of its cells is nudged, and names that cell', () => {
    const complete = judgeAnswers(law, sample.answers);
    const answers = Object.fromEntries(
      law.cells.map((cell, at) => [cell.id, figureText(complete.values[at] ?? 0, cell)]),
    );
    const lastYear = new Float64Array(law.cells.length).fill(Number.NaN);
    for (const { needsLastYear, cells, lastYear: isLast } of law.flat) {
      if (!needsLastYear) continue;
      // Last year's figures that make this year's right.
      cells.forEach((cell, at) => {
        if (isLast[at]) lastYear[cell] = complete.values[cells[0] === cell ? (cells[1] ?? 0) : (cells[0] ?? 0)] ?? 0;
      });
    }
    for (const [row, issued, repealed, inForce] of [
      ['regulations', 0, 0, 0],
      ['normative-documents', 3, 2, 17],
    ] as const) {
      const at = law.indexOf.get(`article-20-1/${row}/in-force`);
      if (at !== undefined) lastYear[at] = inForce - issued + repealed;
    }
    expect(judgeAnswers(law, answers, lastYear).findings).toEqual([]);
    for (const relation of law.relations) {
      const term = relation.op === 'equal to' ? [...relation.left.terms, ...relation.right.terms] : [];
      for (const { cell, lastYear: isLast } of term) {
        if (isLast) continue;
        const nudged = { ...answers, [cell]: String(Number(answers[cell]) + 1) };
        const finding = judgeAnswers(law, nudged, lastYear).findings.find((found) => found.id === relation.id);
        expect(finding?.cells, `${relation.id} with ${cell} nudged`).toContain(cell);
      }
    }
  });
});

test('现行有效 below what was issued and not repealed is doubted', () => {
  const law = lawOf('2021');
  const answers = {
    'article-20-1/regulations/issued': '5',
    'article-20-1/regulations/repealed': '1',
    'article-20-1/regulations/in-force': '3',
  };
  expect(judgeAnswers(law, answers).findings).toMatchObject([
    {
      id: 'article-20-1/issued/regulations',
      level: 'confirm',
      sentence: '规章：本年制发 5 － 本年废止 1 ＝ 4，大于现行有效 3，多 1',
    },
  ]);
});

test('the format follows the report year', () => {
  expect([2019, 2020, 2021, 2025, 2040].map(formatForYear)).toEqual(['2019', '2019', '2021', '2021', '2021']);
});
