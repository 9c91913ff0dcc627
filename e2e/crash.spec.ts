// A crash or a power cut in mid-typing, some times over. `npm run bench` does it more often and tells how much is lost.
import { expect, test } from '@playwright/test';
import { killWhileTyping } from './crash.ts';

const kills = 5;

test('killed in mid-typing: what was said to be saved is there, the draft is whole, and it always opens', async () => {
  test.skip(process.platform === 'win32', 'kills a process group, which Windows does not have');
  test.setTimeout(600_000);
  const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`seed ${seed} (CRASH_SEED=${seed} repeats it)\n`);
  const killed = await killWhileTyping(kills, seed);
  expect(killed).toHaveLength(kills);
  // Or else nothing was put to the test.
  expect(killed.some(({ confirmed }) => confirmed > 0)).toBe(true);
  for (const { inputs, confirmed, kept, lostMs } of killed) {
    process.stdout.write(
      `killed after ${inputs} inputs, ${confirmed} said to be saved: ${kept} there, ${lostMs} ms lost\n`,
    );
  }
});
