import { expect, test } from 'vitest';
import { atOnce } from '../checks/steps.ts';
import { createLibrary } from '../checks/text/copies.ts';
import { judgeDraft } from '../draft/judge-draft.ts';
import { type Draft, emptyContent, newDraft } from '../report/draft.ts';
import { createRows, progressIn } from './rows.ts';

const draft = (id: string, year: number, savedAt: string, more: Partial<Draft> = {}): Draft => ({
  ...newDraft(emptyContent('云溪市数据服务局', year, '2021'), id, savedAt),
  revision: 1,
  ...more,
});

/** Rows whose judge answers when the test lets it; the first lot is of one draft. */
function stepwise() {
  const asked: string[] = [];
  let go: (() => void)[] = [];
  const rows = createRows(async (tasks) => {
    asked.push(...tasks.map(({ draft, last }) => (last ? `${draft.id} after ${last.id}` : draft.id)));
    await new Promise<void>((resolve) => go.push(resolve));
    return tasks.map(({ draft, last }) => atOnce(judgeDraft(draft, last, createLibrary())));
  }, 1);
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  return {
    rows,
    asked,
    async step(): Promise<void> {
      await settled();
      const waiting = go;
      go = [];
      for (const goOn of waiting) goOn();
      await settled();
    },
  };
}

const never = (): void => {
  throw new Error('not expected');
};

test('the latest saved is judged first, in lots, and the end is told once', async () => {
  const { rows, asked, step } = stepwise();
  const drafts = [draft('a', 2024, '2026-01-01'), draft('b', 2025, '2026-01-03'), draft('c', 2023, '2026-01-02')];
  let known = 0;
  rows.judge(drafts, () => known++, never);
  expect([asked, progressIn(rows.get(), drafts[1] as Draft)]).toEqual([['b after a'], undefined]);
  await step();
  expect([asked, known]).toEqual([['b after a', 'c', 'a after c'], 0]);
  await step();
  expect([asked, known]).toEqual([['b after a', 'c', 'a after c'], 1]);
  expect(progressIn(rows.get(), drafts[0] as Draft)?.cells).toEqual({ filled: 0, of: 166 });
});

test('only what changed is judged again, with what hangs on it; what was known stays until then', async () => {
  const { rows, asked, step } = stepwise();
  const [last, own, other] = [
    draft('a', 2024, '2026-01-01'),
    draft('b', 2025, '2026-01-02'),
    draft('c', 2020, '2026-01-03'),
  ];
  rows.judge([last, own, other], () => undefined, never);
  for (let at = 0; at < 4; at++) await step();
  asked.length = 0;
  rows.judge([last, own, other], never, never);
  await step();
  expect(asked).toEqual([]);
  const changed = draft('a', 2024, '2026-01-04', { revision: 2, answers: { 'requests/received/natural-person': '1' } });
  rows.judge([changed, own, other], () => undefined, never);
  expect(progressIn(rows.get(), changed)?.cells.filled).toBe(0);
  for (let at = 0; at < 3; at++) await step();
  expect(asked).toEqual(['a', 'b after a']);
  expect(progressIn(rows.get(), changed)?.cells.filled).toBe(1);
});

test('rows are told in lots that grow, and every one of them', async () => {
  const { rows, step } = stepwise();
  const drafts = Array.from({ length: 9 }, (_, at) => draft(`d${at}`, 2000 + 2 * at, `${9 - at}`));
  let lot = 0;
  const lots: number[] = [];
  let known = rows.get();
  rows.subscribe(() => {
    lot += rows.get().size - known.size;
    known = rows.get();
  });
  rows.judge(drafts, () => undefined, never);
  for (let at = 0; at < 12; at++) {
    await step();
    if (lot > 0) lots.push(lot);
    lot = 0;
  }
  expect(lots).toEqual([1, 2, 4, 2]);
});

test('stopped, it judges no more and tells nothing', async () => {
  const { rows, asked, step } = stepwise();
  const stop = rows.judge([draft('a', 2024, '1'), draft('b', 2022, '2')], never, never);
  stop();
  asked.length = 0;
  await step();
  expect(asked).toEqual([]);
});

test('a draft of an unknown format is listed without progress, and failing to load is told', async () => {
  const { rows, asked, step } = stepwise();
  const odd = draft('a', 2024, '1', { format: '2030' });
  rows.judge([odd], never, never);
  await step();
  expect([asked, progressIn(rows.get(), odd)]).toEqual([[], undefined]);
  const broken = createRows(() => Promise.reject(new Error()));
  await new Promise<void>((resolve) => broken.judge([draft('b', 2024, '1')], never, resolve));
});
