// How much of what was typed a killed browser loses. That nothing is lost which was said to be saved is a test (e2e/crash.ts).
import { killWhileTyping } from '../e2e/crash.ts';
import { type Line, median, ms } from './table.ts';

const kills = 20;
/** ms: what the product promises. */
const promised = 300;

export async function crashLines(): Promise<Line[]> {
  // It kills a process group, which Windows does not have.
  if (process.platform === 'win32') return [];
  const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
  const lost = (await killWhileTyping(kills, seed)).map(({ lostMs }) => lostMs);
  const worst = Math.max(...lost);
  return [
    {
      what: `killed ${kills} times in mid-typing (CRASH_SEED=${seed}): lost at worst`,
      app: ms(worst),
      aim: `≤ ${promised} ms`,
      met: worst <= promised,
    },
    { what: 'killed in mid-typing: lost, median', app: ms(median(lost)) },
  ];
}
