// The report model without a page: what the form holds, what is undone, what is kept, who is told.
import { expect, test, vi } from 'vitest';
import { samples } from '../formats/samples.ts';
import { emptyContent } from '../report/draft.ts';
import { createReport } from './report-model.ts';
import { isReady, type ReportState } from './report-state.ts';
import { narrativeName } from './texts.ts';

const np = 'requests/received/natural-person';
const blank = emptyContent('云溪市数据服务局', 2025, '2021');

test('an edit is read back at once, also before anything was typed', () => {
  const report = createReport(samples['2021']);
  report.edit('清除', [{ cell: np, to: '' }]);
  expect(report.answer(np)).toBe('');
  report.undo();
  expect(report.answer(np)).toBe('46');
  report.redo();
  expect(report.content().answers).not.toHaveProperty([np]);
});

test('content gives back what it was made of, answers of another format too', () => {
  const start = {
    ...samples['2021'],
    answers: { ...samples['2021'].answers, 'article-20-9/procurement/amount': '36.8万元' },
  };
  expect(createReport(start).content()).toEqual(start);
});

test('the notes below the tables are part of the content, blank ones are not', () => {
  const notes = { '2': '注：行政许可含委托实施的。', '3': '第一行\n\n 第三行' };
  const start = { ...samples['2021'], notes };
  expect(createReport(start).content()).toEqual(start);
  expect(createReport({ ...start, notes: { ...notes, '4': ' \n' } }).content()).toEqual(start);
  expect(createReport({ ...start, notes: { '4': '' } }).content()).not.toHaveProperty('notes');
  // The other format has the same three tables.
  expect(createReport({ ...start, format: '2019' }).content().notes).toEqual(notes);
});

test('filling the blanks of one section leaves totals, unreadable answers and other sections', () => {
  const start = { ...blank, answers: { [np]: '无' } };
  const onChange = vi.fn();
  const report = createReport(start, { onChange });
  expect(report.fillBlanks(3)).toBe(143);
  const { answers } = report.content();
  expect(answers[np]).toBe('无');
  expect(Object.keys(answers).filter((id) => id.endsWith('/total') || id.includes('/concluded/'))).toEqual([]);
  expect(Object.keys(answers).every((id) => id.startsWith('requests/'))).toBe(true);
  expect(onChange).toHaveBeenCalledTimes(1);
  report.undo();
  expect(report.content()).toEqual(start);
});

test('an explained finding is open again when its figures change', () => {
  const answers = {
    'article-20-1/regulations/issued': '5',
    'article-20-1/regulations/repealed': '0',
    'article-20-1/regulations/in-force': '3',
  };
  const report = createReport({ ...blank, answers });
  const [finding] = report.get().findings;
  if (!finding) throw new Error('nothing found');
  report.explain(finding, '按清理结果核定。');
  expect(report.get().progress.confirm).toBe(0);
  report.edit('改', [{ cell: 'article-20-1/regulations/issued', to: '6' }]);
  expect(report.get().progress.confirm).toBe(1);
  expect(Object.keys(report.content().explanations)).toEqual(['article-20-1/issued/regulations']);
});

/** Types as the input of a cell does. */
async function type(report: ReturnType<typeof createReport>, cell: string, value: string): Promise<void> {
  await report.registerCell(cell).onChange({ target: { name: cell, value }, type: 'change' });
}

test('readers are told once an act, and what did not change is the same object', async () => {
  const report = createReport({ ...samples['2021'], answers: { ...samples['2021'].answers, [np]: '47' } });
  const states: ReportState[] = [report.get()];
  report.subscribe(() => states.push(report.get()));
  await type(report, 'requests/received/business', '2');
  expect(states).toHaveLength(2);
  const [before, after] = states as [ReportState, ReportState];
  expect(after.judgement).not.toBe(before.judgement);
  const moved = [...after.balances].filter(([column, balance]) => before.balances.get(column) !== balance);
  expect(moved.map(([column]) => column).sort()).toEqual(['business', 'total']);
  expect(after.links).toBe(before.links);
  expect(after.explanations).toBe(before.explanations);
  // The finding of the column that nobody touched.
  const own = (state: ReportState) => state.findings.find(({ id }) => id === 'requests/balance/natural-person');
  expect(own(after)).toBeDefined();
  expect(own(after)).toBe(own(before));
  const looked = [...after.looks].filter((look, at) => look !== before.looks[at]);
  expect(looked.length).toBeLessThan(10);
});

/** What section 三 with its frame reads, one entry a component that draws by it. */
function readersOf(report: ReturnType<typeof createReport>): ReadonlyMap<string, () => unknown> {
  const table = report.law.tables.find(({ id }) => id === 'requests');
  const cells = report.law.cells.filter((cell) => cell.table === table);
  const { get } = report;
  return new Map<string, () => unknown>([
    ...cells.map(({ id }) => [`look of ${id}`, () => report.cell(id).get().look] as const),
    ...cells.map(({ id }) => [`last year of ${id}`, () => report.cell(id).get().last] as const),
    ...(table?.columns ?? []).map(({ id }) => [`balance of ${id}`, () => get().balances.get(id)] as const),
    ['list of findings', () => get().findings],
    ['list of explanations', () => get().explanations],
    ['whether checks are missing', () => get().notChecked],
    ['steps, count of findings, remaining', () => get().progress],
    ['undo button', () => get().undo.past.length > 0],
    ['redo button', () => get().undo.future.length > 0],
    ['agency and year', () => report.text('agency') + report.text('year')],
    ['note below the table', () => report.text('note/3')],
    ['last year is known', () => get().lastYear?.figures !== undefined],
  ]);
}

test('a keystroke draws again what it changed, and nothing else', async () => {
  const report = createReport({ ...blank, answers: { [np]: '4' } });
  const drawn = async (cell: string, text: string): Promise<readonly string[]> => {
    const readers = readersOf(report);
    const before = new Map([...readers].map(([name, read]) => [name, read()]));
    await type(report, cell, text);
    return [...readers].filter(([name, read]) => !Object.is(read(), before.get(name))).map(([name]) => name);
  };
  // Another digit in a cell that had one: the balances below say another sum.
  expect(await drawn(np, '46')).toEqual(['balance of natural-person', 'balance of total', 'undo button']);
  expect(await drawn(np, '460')).toEqual(['balance of natural-person', 'balance of total']);
  // The first in a cell: it is filled now, and one more of the step is.
  expect(await drawn('requests/received/business', '5')).toEqual([
    'look of requests/received/business',
    'balance of business',
    'balance of total',
    'steps, count of findings, remaining',
  ]);
  // One that is no figure: the cell, its total and the lists say so.
  expect(await drawn('requests/received/business', '5x')).toEqual([
    'look of requests/received/business',
    'balance of business',
    'balance of total',
    'list of findings',
    'steps, count of findings, remaining',
  ]);
});

test('typing in one visit is one act; typed back to the beginning it is none', async () => {
  const report = createReport(samples['2021']);
  await type(report, np, '4');
  await type(report, np, '40');
  expect(report.get().undo.past).toHaveLength(1);
  report.endVisit();
  await type(report, np, '401');
  expect(report.get().undo.past).toHaveLength(2);
  await type(report, np, '40');
  expect(report.get().undo.past).toHaveLength(1);
  await type(report, np, '41');
  expect(report.undo()?.changes).toEqual([{ name: np, before: '40', after: '41' }]);
  expect(report.undo()?.changes).toEqual([{ name: np, before: '46', after: '40' }]);
  expect(report.answer(np)).toBe('46');
});

test('asking whether a report is ready changes nothing; wanting it final shows what is blank', () => {
  const report = createReport(blank);
  const before = report.get();
  expect(isReady(before)).toBe(false);
  expect(report.get()).toBe(before);
  expect(before.findings).toEqual([]);
  report.beginFinalising();
  expect(report.get().findings.map(({ id }) => id)).toEqual(['blank/2', 'blank/3', 'blank/4']);
  expect(isReady(createReport(samples['2021']).get())).toBe(true);
});

const overview = narrativeName('overview');
const linked = (text: string, answers: Readonly<Record<string, string>>) => ({
  ...blank,
  answers,
  narratives: { ...blank.narratives, overview: `新收${text}。` },
  links: [{ narrative: 'overview', cell: np, at: 2, text } as const],
});

test('a figure in a narrative follows its cell in the same act, and undo takes both back', async () => {
  const onChange = vi.fn();
  const report = createReport(linked('5件', { [np]: '5' }), { onChange });
  const told = vi.fn();
  report.subscribe(told);
  await type(report, np, '58');
  expect(report.text(overview)).toBe('新收58件。');
  expect(told).toHaveBeenCalledTimes(1);
  expect(onChange).toHaveBeenCalledTimes(1);
  report.undo();
  expect(report.answer(np)).toBe('5');
  expect(report.text(overview)).toBe('新收5件。');
  expect(report.get().links).toEqual([{ narrative: 'overview', cell: np, at: 2, text: '5件' }]);
  report.redo();
  expect(report.text(overview)).toBe('新收58件。');
});

test('also where the cell was blank before', async () => {
  const report = createReport(linked('5件', {}));
  await type(report, np, '7');
  expect(report.text(overview)).toBe('新收7件。');
  report.undo();
  expect(report.text(overview)).toBe('新收5件。');
});

test('what was written into the narrative since stays when the cell is undone', async () => {
  const report = createReport(linked('5件', { [np]: '5' }));
  await type(report, np, '58');
  const value = '全年新收58件。';
  await report.registerWords(overview).onChange({ target: { name: overview, value }, type: 'change' });
  expect(report.get().links).toEqual([{ narrative: 'overview', cell: np, at: 4, text: '58件' }]);
  report.undo();
  expect(report.text(overview)).toBe('全年新收5件。');
});

test('what a report that is only looked at says cannot be changed', () => {
  const onChange = vi.fn();
  const report = createReport(samples['2021'], { readOnly: true, onChange });
  report.edit('清除', [{ cell: np, to: '' }]);
  expect(report.answer(np)).toBe('46');
  expect(onChange).not.toHaveBeenCalled();
});
