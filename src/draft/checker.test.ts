// Checks asked for one after another: of a worker, and where none can be had.
import { expect, test } from 'vitest';
import { samples } from '../formats/samples.ts';
import { emptyContent, newDraft } from '../report/draft.ts';
import type { CheckRequest } from './check-request.ts';
import { createChecker } from './checker.ts';

const draft = { ...newDraft(samples['2021'], 'a', '2026-01-01'), revision: 1 };
const request: CheckRequest = { kind: 'drafts', drafts: [{ draft, last: undefined }] };

type Posted = { readonly turn: number; readonly request: CheckRequest };

/** A worker whose answers the test gives. */
class FakeWorker extends EventTarget {
  readonly posted: Posted[] = [];
  isEnded = false;
  constructor() {
    super();
    queueMicrotask(() => this.say('ready'));
  }
  postMessage(message: Posted): void {
    this.posted.push(message);
  }
  say(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
  breakDown(): void {
    this.dispatchEvent(new Event('error'));
  }
  terminate(): void {
    this.isEnded = true;
  }
}

function withWorkers() {
  const made: FakeWorker[] = [];
  const checker = createChecker(() => {
    const worker = new FakeWorker();
    made.push(worker);
    return worker as unknown as Worker;
  });
  return { made, checker };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('the worker is made once and answers each request in its turn', async () => {
  const { made, checker } = withWorkers();
  const first = checker.check(request);
  await settled();
  made[0]?.say({ turn: 1, found: ['one'] });
  expect(await first).toEqual(['one']);
  const second = checker.check(request);
  await settled();
  made[0]?.say({ turn: 2, found: ['two'] });
  expect(await second).toEqual(['two']);
  expect(made).toHaveLength(1);
});

test('a newer request takes the place of an older one, whose answer is never taken for it', async () => {
  const { made, checker } = withWorkers();
  const older = checker.check(request);
  await settled();
  const newer = checker.check(request);
  expect(await older).toBeUndefined();
  await settled();
  made[0]?.say({ turn: 1, found: ['old'] });
  made[0]?.say({ turn: 2, found: ['new'] });
  expect(await newer).toEqual(['new']);
});

test('one that was replaced before the worker stood is not sent at all', async () => {
  const { made, checker } = withWorkers();
  const older = checker.check(request);
  const newer = checker.check(request);
  await settled();
  expect(made[0]?.posted.map(({ turn }) => turn)).toEqual([2]);
  made[0]?.say({ turn: 2, found: [] });
  expect([await older, await newer]).toEqual([undefined, []]);
});

test('a worker that breaks is told, and the next request gets a new one', async () => {
  const { made, checker } = withWorkers();
  const broken = checker.check(request);
  await settled();
  made[0]?.breakDown();
  await expect(broken).rejects.toThrow();
  expect(made[0]?.isEnded).toBe(true);
  const next = checker.check(request);
  await settled();
  made[1]?.say({ turn: 2, found: [] });
  expect(await next).toEqual([]);
});

test('what goes wrong in the checks is told', async () => {
  const { made, checker } = withWorkers();
  const asked = checker.check(request);
  await settled();
  made[0]?.say({ turn: 1, failed: 'RangeError: too much' });
  await expect(asked).rejects.toThrow('too much');
});

test('ended, it answers nobody and lets the worker go', async () => {
  const { made, checker } = withWorkers();
  const asked = checker.check(request);
  await settled();
  checker.end();
  expect(await asked).toBeUndefined();
  await settled();
  expect(made[0]?.isEnded).toBe(true);
});

test('without workers the same is found here', async () => {
  const refused = createChecker(() => {
    throw new Error('SecurityError');
  });
  const [progress] = (await refused.check(request)) ?? [];
  expect(progress?.cells.filled).toBeGreaterThan(100);
  const found = await refused.check({
    kind: 'report',
    format: '2021',
    answers: samples['2021'].answers,
    lastYear: undefined,
    written: { ...emptyContent('云溪市数据服务局', 2025, '2021'), lastNarratives: undefined, isFinalising: true },
  });
  expect(found?.findings.map(({ kind }) => kind)).toContain('lint');
});
