import { expect, test } from 'vitest';
import { atOnce, inSlices, type Steps } from './steps.ts';

function* counting(to: number, done: number[] = []): Steps<number> {
  for (let at = 0; at < to; at++) {
    done.push(at);
    yield;
  }
  return to;
}

test('without a rest it gives its result', () => {
  expect(atOnce(counting(5))).toBe(5);
});

test('it rests whenever its slice is used up, and never within a step', async () => {
  let clock = 0;
  const rests: number[] = [];
  const done: number[] = [];
  const result = await inSlices(counting(10, done), {
    slice: 3,
    now: () => clock++,
    rest: async () => void rests.push(done.length),
    isWanted: () => true,
  });
  expect(result).toBe(10);
  expect(rests).toEqual([3, 6, 9]);
});

test('what is no longer wanted is given up at its next rest', async () => {
  const done: number[] = [];
  const result = await inSlices(counting(10, done), {
    slice: 0,
    now: () => 0,
    rest: async () => undefined,
    isWanted: () => done.length < 4,
  });
  expect(result).toBeUndefined();
  expect(done).toHaveLength(4);
});
