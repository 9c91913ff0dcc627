// The editing of one draft without a page: what the form holds, what is undone, what is kept.
import { expect, test } from 'vitest';
import { samples } from '../formats/samples.ts';
import { emptyContent } from '../report/draft.ts';
import { createEditing } from './editing.ts';

const np = 'requests/received/natural-person';
const nothing = (): void => undefined;

test('an edit is read back at once, also before anything was typed', () => {
  const editing = createEditing(samples['2021'], nothing);
  editing.edit('清除', [{ cell: np, to: '' }]);
  expect(editing.text(np)).toBe('');
  editing.undo();
  expect(editing.text(np)).toBe('46');
  editing.redo();
  expect(editing.content().answers).not.toHaveProperty([np]);
});

test('content gives back what it was made of, answers of another format too', () => {
  const start = {
    ...samples['2021'],
    answers: { ...samples['2021'].answers, 'article-20-9/procurement/amount': '36.8万元' },
  };
  expect(createEditing(start, nothing).content()).toEqual(start);
});

test('the notes below the tables are part of the content, blank ones are not', () => {
  const notes = { '2': '注：行政许可含委托实施的。', '3': '第一行\n\n 第三行' };
  const start = { ...samples['2021'], notes };
  expect(createEditing(start, nothing).content()).toEqual(start);
  expect(createEditing({ ...start, notes: { ...notes, '4': ' \n' } }, nothing).content()).toEqual(start);
  expect(createEditing({ ...start, notes: { '4': '' } }, nothing).content()).not.toHaveProperty('notes');
  // The other format has the same three tables.
  expect(createEditing({ ...start, format: '2019' }, nothing).content().notes).toEqual(notes);
});

test('filling the blanks of one section leaves totals, unreadable answers and other sections', () => {
  const start = { ...emptyContent('云溪市数据服务局', 2025, '2021'), answers: { [np]: '无' } };
  let changes = 0;
  const editing = createEditing(start, () => {
    changes += 1;
  });
  expect(editing.fillBlanks(3)).toBe(143);
  const { answers } = editing.content();
  expect(answers[np]).toBe('无');
  expect(Object.keys(answers).filter((id) => id.endsWith('/total') || id.includes('/concluded/'))).toEqual([]);
  expect(Object.keys(answers).every((id) => id.startsWith('requests/'))).toBe(true);
  expect(changes).toBe(1);
  editing.undo();
  expect(editing.content()).toEqual(start);
});

test('an explained finding is open again when its figures change', () => {
  const answers = {
    'article-20-1/regulations/issued': '5',
    'article-20-1/regulations/repealed': '0',
    'article-20-1/regulations/in-force': '3',
  };
  const editing = createEditing({ ...emptyContent('云溪市数据服务局', 2025, '2021'), answers }, nothing);
  const [finding] = editing.findings();
  if (!finding) throw new Error('nothing found');
  editing.explain(finding, '按清理结果核定。');
  expect(editing.progress().confirm).toBe(0);
  editing.edit('改', [{ cell: 'article-20-1/regulations/issued', to: '6' }]);
  expect(editing.progress().confirm).toBe(1);
  expect(Object.keys(editing.content().explanations)).toEqual(['article-20-1/issued/regulations']);
});
