// `npm run test:loaded`: the whole of `npm test` while two loops keep two cores busy beside it. A test that measures the
// machine fails here.
import { spawn } from 'node:child_process';

const loops = 2;

// Each ends by itself when this process is gone, however it went.
const busy = `
const parent = process.ppid;
do for (let turn = 0; turn < 1e8; turn++);
while (process.ppid === parent);
`;

const npm = process.env.npm_execpath;
if (!npm) throw new Error('Run it by: npm run test:loaded');

const started = Date.now();
const beside = Array.from({ length: loops }, () => spawn(process.execPath, ['-e', busy], { stdio: 'ignore' }));
const end = () => {
  for (const loop of beside) loop.kill('SIGKILL');
};
process.on('exit', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

spawn(process.execPath, [npm, 'test'], { stdio: 'inherit' }).on('close', (code) => {
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  process.stdout.write(`npm test beside ${loops} busy loops: ${code === 0 ? 'passed' : 'failed'}, ${minutes} min\n`);
  process.exit(code ?? 1);
});
