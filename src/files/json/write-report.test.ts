import { describe, expect, test } from 'vitest';
import cellIds from '../../../fixtures/cell-ids.json';
import { formatIds } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { emptyContent } from '../../report/draft.ts';
import { reportFile, reportJson } from './write-report.ts';

const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };

function fileOf(answers: Content['answers'], format = '2021') {
  return reportFile({ ...emptyContent('甲局', 2025, format), answers }, by);
}

describe('the file of a report', () => {
  test.each(formatIds)('has every cell of format %s in official order', (id) => {
    expect(Object.keys(reportFile(samples[id], by).figures)).toEqual(cellIds[id]);
    expect(Object.keys(reportFile(emptyContent('', 2025, id), by).figures)).toEqual(cellIds[id]);
  });

  test('has its keys in the order of the description, and none that would be empty', () => {
    expect(Object.keys(fileOf({}))).toEqual([
      'kind',
      'version',
      'format',
      'year',
      'agency',
      'narratives',
      'figures',
      'app',
      'exportedAt',
    ]);
    expect(fileOf({}).narratives).toEqual({ overview: '', problems: '', others: '' });
    const full = reportFile(
      {
        ...samples['2021'],
        answers: { 'requests/received/natural-person': '12x', 'requests/received/business': '3（其中线上1件）' },
        notes: { '4': '注：含上年结转。', '2': '注：不含委托。' },
        explanations: { 'requests/carried-in/business': { text: '机构改革', figures: {} } },
      },
      by,
    );
    expect(Object.keys(full)).toEqual([
      'kind',
      'version',
      'format',
      'year',
      'agency',
      'date',
      'narratives',
      'figures',
      'remarks',
      'notes',
      'explanations',
      'unread',
      'app',
      'exportedAt',
    ]);
    expect(full.notes).toEqual({ '2': '注：不含委托。', '4': '注：含上年结转。' });
    expect(reportFile({ ...samples['2021'], notes: { '3': ' \n' } }, by)).not.toHaveProperty('notes');
    expect(Object.keys(full.narratives)).toEqual(['preamble', 'overview', 'problems', 'others']);
  });

  test('figures are numbers in the unit of the cell', () => {
    const { figures } = fileOf(
      {
        'article-20-5/licensing/change': '减3',
        'article-20-9/procurement/projects': '5次',
        'article-20-9/procurement/amount': '25.1万元',
        'requests/received/natural-person': '１,２３４',
      },
      '2019',
    );
    expect(figures['article-20-5/licensing/change']).toBe(-3);
    expect(figures['article-20-9/procurement/projects']).toBe(5);
    expect(figures['article-20-9/procurement/amount']).toBe(251000);
    expect(figures['requests/received/natural-person']).toBe(1234);
    expect(fileOf({ 'article-20-8/fees/amount': '727012578元' }).figures['article-20-8/fees/amount']).toBe(72701.2578);
  });

  test('a blank is null, what cannot be read is null with its text, and a remark stands apart', () => {
    const file = fileOf({
      'requests/received/natural-person': ' ',
      'requests/received/business': '12x',
      'article-20-1/normative-documents/in-force': '22（其中修订16件）',
      'requests/no-such-row/total': '7',
    });
    expect(file.figures['requests/received/natural-person']).toBeNull();
    expect(file.figures['requests/received/business']).toBeNull();
    expect(file.figures['article-20-1/normative-documents/in-force']).toBe(22);
    expect(file.unread).toEqual({ 'requests/received/business': '12x' });
    expect(file.remarks).toEqual({ 'article-20-1/normative-documents/in-force': '其中修订16件' });
  });

  test('totals: computed as a number, typed as typed, partial and blank as null', () => {
    const row = (outcomes: readonly string[]): Content['answers'] =>
      Object.fromEntries(
        ['upheld', 'corrected', 'other', 'pending', 'total'].map((outcome, at) => [
          `disputes/reconsideration/${outcome}`,
          outcomes[at] ?? '',
        ]),
      );
    const total = (outcomes: readonly string[]): number | null | undefined =>
      fileOf(row(outcomes)).figures['disputes/reconsideration/total'];
    expect(total(['1', '2', '0', '4'])).toBe(7);
    expect(total(['1', '2', '0', '4', '9'])).toBe(9);
    expect(total(['1', '2', '0'])).toBeNull();
    expect(total(['1', '2', '0', '4x'])).toBeNull();
    expect(total(['1', '2', '0', '', '9'])).toBe(9);
    expect(total([])).toBeNull();
    expect(total(['9007199254740991', '1', '0', '0'])).toBeNull();
  });

  test('the text is indented and ends in a newline', () => {
    const json = reportJson(samples['2021'], by);
    expect(json.startsWith('{\n  "kind": "zfxxgk-annual-report",\n  "version": 1,\n')).toBe(true);
    expect(json.endsWith('"exportedAt": "2026-01-20T08:00:00.000Z"\n}\n')).toBe(true);
  });

  test('a format that does not exist is an error of the program', () => {
    expect(() => reportFile(emptyContent('', 2025, '2030'), by)).toThrow('no format 2030');
  });
});
