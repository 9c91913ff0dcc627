// The main job, from a new report to a restored backup, as steps that every browser of the offices goes through. Everything is found by
// the public hooks; files that the app hands over are caught where it hands them over, since not every driver can wait for a download.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lawOf } from '../../src/formats/registry.ts';
import { samples } from '../../src/formats/samples.ts';
import type { Driver } from './driver.ts';

export type Place = {
  readonly address: string;
  readonly stopServer: () => Promise<void>;
  /** Of the single edition. */
  readonly oneFile: string;
  /** For files. */
  readonly folder: string;
};

export type Step = { readonly name: string; readonly act: () => Promise<void> };

const cell = (id: string): string => `[data-cell="${id}"]`;
const action = (name: string): string => `[data-action="${name}"]`;
const np = 'requests/received/natural-person';
/** ms until something that must come is missed. */
const patience = 15_000;

const kinds = ['json', 'docx', 'xlsx', 'html'] as const;
const opening: Readonly<Record<(typeof kinds)[number], string>> = {
  json: '{',
  docx: 'pk',
  xlsx: 'pk',
  html: '<!doctype html>',
};

export function walk(driver: Driver, { address, stopServer, oneFile, folder }: Place): readonly Step[] {
  let reportAddress = '';

  async function until(body: string, ...args: readonly unknown[]): Promise<void> {
    const end = Date.now() + patience;
    while (!(await driver.run<boolean>(body, ...args))) {
      if (Date.now() > end) throw new Error(`did not happen: ${body} ${args.join(' ')}`);
      await wait(50);
    }
  }
  const seen = (selector: string): Promise<void> =>
    until(
      'const all = [...document.querySelectorAll(arguments[0])]; return all.some((one) => one.getClientRects().length > 0)',
      selector,
    );
  const says = (selector: string, words: string): Promise<void> =>
    until(
      'return [...document.querySelectorAll(arguments[0])].some((one) => one.textContent.includes(arguments[1]))',
      selector,
      words,
    );
  const holds = (id: string, text: string): Promise<void> =>
    until('return document.querySelector(arguments[0])?.value === arguments[1]', cell(id), text);
  async function click(selector: string): Promise<void> {
    await seen(selector);
    await driver.click(selector);
  }
  /** The inputs that files are chosen with are not seen themselves. */
  async function upload(selector: string, path: string): Promise<void> {
    await until('return document.querySelector(arguments[0]) !== null', selector);
    await driver.upload(selector, path);
  }
  async function type(text: string): Promise<void> {
    for (const key of text) await driver.press(key);
  }
  /** From now on this page keeps what goes wrong in it, and the files that it hands over. */
  async function watch(): Promise<void> {
    await until("return document.readyState === 'complete'");
    await driver.run(`
      if (window.walk) return;
      const walk = { errors: [], files: [] };
      window.walk = walk;
      addEventListener('error', (event) => walk.errors.push(String(event.message)));
      addEventListener('unhandledrejection', (event) => walk.errors.push(String(event.reason)));
      const said = console.error;
      console.error = (...words) => { walk.errors.push(words.join(' ')); said(...words); };
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { walk.files.push(blob); return make.call(URL, blob); };`);
  }
  async function noErrors(): Promise<void> {
    const errors = await driver.run<string[]>('return window.walk ? window.walk.errors : []');
    if (errors.length > 0) throw new Error(`errors in the console: ${errors.join('; ')}`);
  }
  async function goto(to: string): Promise<void> {
    await driver.goto(to);
    await watch();
  }
  async function home(): Promise<void> {
    await goto(`${address}/#/`);
    await seen(action('new'));
  }
  async function open(step: string): Promise<void> {
    await click(`[data-step="${step}"]`);
    await seen(`[data-step="${step}"][aria-current="step"]`);
    await seen('#step-title');
  }
  const saved = (): Promise<void> => seen('[data-save-state="saved"]');
  async function create(agency: string): Promise<void> {
    await click(action('new'));
    await click('dialog [name=agency]');
    await driver.press('Control+a');
    await type(agency);
    await click(action('create'));
    await seen('[data-step="basics"][aria-current="step"]');
  }
  /** The bytes of the file that the app hands over when this is clicked. */
  async function handedOver(selector: string): Promise<Buffer> {
    const before = await driver.run<number>('return window.walk.files.length');
    await click(selector);
    await until('return window.walk.files.length > arguments[0]', before);
    await driver.run(`
      const walk = window.walk;
      walk.text = undefined;
      const reader = new FileReader();
      reader.onload = () => { walk.text = reader.result; };
      reader.readAsDataURL(walk.files[walk.files.length - 1]);`);
    await until('return window.walk.text !== undefined');
    const text = await driver.run<string>('return window.walk.text');
    return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64');
  }
  const fileOf = (kind: string): string => join(folder, `年报.${kind}`);

  const steps: [string, () => Promise<void>][] = [
    [
      'new report',
      async () => {
        await home();
        await create('云溪市数据服务局');
        await open('3');
        reportAddress = await driver.run<string>('return location.href');
      },
    ],
    [
      'typing, Tab, totals',
      async () => {
        await click(cell(np));
        await type('12');
        await driver.press('Tab');
        await type('3');
        await driver.press('Tab');
        await holds(np, '12');
        await holds('requests/received/business', '3');
        await holds('requests/received/total', '15');
        await says('[data-balance="natural-person"]', '12');
        await saved();
      },
    ],
    [
      'undo and redo',
      async () => {
        await driver.press('Control+z');
        await holds('requests/received/business', '');
        await driver.press('Control+y');
        await holds('requests/received/business', '3');
      },
    ],
    [
      'pasting a block',
      async () => {
        await click(cell('requests/granted/natural-person'));
        await driver.run(
          `const data = new DataTransfer();
          data.setData('text/plain', arguments[0]);
          const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
          Object.defineProperty(event, 'clipboardData', { value: data });
          document.activeElement.dispatchEvent(event);`,
          '1\t2\n4\t5\n',
        );
        await holds('requests/granted/natural-person', '1');
        await holds('requests/partly-granted/business', '5');
        await saved();
      },
    ],
    [
      'narratives',
      async () => {
        await open('1');
        await click('[data-narrative="overview"]');
        await type('本年收到申请15件。');
        await until(
          'return document.querySelector(arguments[0]).value === arguments[1]',
          '[data-narrative="overview"]',
          '本年收到申请15件。',
        );
        await saved();
      },
    ],
    [
      'reload: all is there',
      async () => {
        await driver.reload();
        await watch();
        await open('3');
        await holds(np, '12');
        await holds('requests/partly-granted/business', '5');
      },
    ],
    [
      'second tab: one writes',
      async () => {
        await driver.openTab(reportAddress);
        await says('body', '另一个窗口（或标签页）里填写');
        await driver.back();
        await seen(cell(np));
      },
    ],
    [
      '定稿 of a whole report',
      async () => {
        await home();
        const json = join(folder, '示例.json');
        writeFileSync(json, JSON.stringify(sampleFile()));
        await upload(action('import'), json);
        await click(action('import-confirm'));
        await seen('[data-save-state="saved"]');
        await open('review');
        await click(action('finalise'));
        await seen('.final-banner');
      },
    ],
    ...kinds.map((kind): [string, () => Promise<void>] => [
      `export: ${kind}`,
      async () => {
        await open('review');
        const bytes = await handedOver(action(`export-${kind}`));
        if (!bytes.toString('utf8', 0, 40).toLowerCase().startsWith(opening[kind])) throw new Error('not a whole file');
        writeFileSync(fileOf(kind), bytes);
        if (kind === 'html') writeFileSync(fileOf('txt'), plainText(bytes.toString('utf8')));
      },
    ]),
    [
      'print view: pages with numbers and code',
      async () => {
        await open('review');
        await click(action('print-view'));
        await seen('[data-sheet="2"]');
        await says('[data-sheet="2"] .print-number', '— 2 —');
        await says('[data-sheet="2"] .print-final', '核验码');
        await until('return document.querySelectorAll("[data-cell]").length === 200');
        // Broken between lines, with nothing lost, and no page too full.
        const [text, tallest] = await driver.run<[string, number]>(`
          const all = (what) => [...document.querySelectorAll(what)];
          const heights = all('.print-area').map((area) => area.getBoundingClientRect().height);
          return [all('[data-narrative=overview]').map((one) => one.textContent).join(''), Math.max(...heights)];`);
        if (text !== samples['2021'].narratives.overview.split('\n').join('')) throw new Error(`printed: ${text}`);
        if (tallest > (225 / 25.4) * 96 + 1) throw new Error(`a page is ${tallest} px high`);
      },
    ],
    ...[...kinds, 'txt'].map((kind): [string, () => Promise<void>] => [
      `import: ${kind}`,
      async () => {
        await home();
        await upload(action('import'), fileOf(kind));
        await click(action('import-confirm'));
        await seen('[data-save-state]');
        await open('3');
        await holds(np, samples['2021'].answers[np] ?? '');
      },
    ]),
    [
      'history',
      async () => {
        await goto(reportAddress);
        await click(action('history'));
        await seen('.history-list li');
      },
    ],
    [
      'backup and restore',
      async () => {
        await home();
        const backup = JSON.parse((await handedOver(action('backup'))).toString());
        const [draft] = backup.drafts;
        const listed = '[data-draft]';
        const before = await driver.run<number>('return document.querySelectorAll(arguments[0]).length', listed);
        if (backup.drafts.length !== before) throw new Error('not all drafts are in the backup');
        // As on another machine, which does not have it.
        const file = join(folder, '备份.json');
        writeFileSync(file, JSON.stringify({ ...backup, drafts: [{ ...draft, id: 'from-elsewhere' }] }));
        await upload(action('restore'), file);
        await click(action('restore-confirm'));
        await until('return document.querySelectorAll(arguments[0]).length === arguments[1]', listed, before + 1);
      },
    ],
    [
      'offline: the server is gone',
      async () => {
        await goto(reportAddress);
        await until('return Boolean(navigator.serviceWorker && navigator.serviceWorker.controller)');
        await stopServer();
        await driver.reload();
        await watch();
        await open('3');
        await holds(np, '12');
        await click(cell('requests/carried-in/other'));
        await type('4');
        await saved();
      },
    ],
    [
      'the single file, opened from the disk',
      async () => {
        await goto(oneFile);
        await seen(action('new'));
        await create('云溪市档案馆');
        await open('3');
        await click(cell(np));
        await type('77');
        await saved();
        await driver.reload();
        await watch();
        await holds(np, '77');
        await open('review');
        const bytes = await handedOver(action('export-docx'));
        if (bytes.toString('utf8', 0, 2) !== 'PK') throw new Error('not a whole file');
      },
    ],
  ];
  return steps.map(([name, act]) => ({
    name,
    async act() {
      await act();
      await noErrors();
    },
  }));
}

/** The sample as a report file. */
function sampleFile(): object {
  const { agency, year, date, narratives, answers } = samples['2021'];
  const figures = Object.fromEntries(
    lawOf('2021').cells.map(({ id }) => [id, answers[id] === undefined ? null : Number(answers[id])]),
  );
  return {
    kind: 'zfxxgk-annual-report',
    version: 1,
    format: '2021',
    year,
    agency,
    date,
    narratives,
    figures,
    app: '0.0.0',
    exportedAt: '2026-01-20T08:00:00.000Z',
  };
}

/** As a browser saves a page as text: a line a row, tabs between its cells. */
function plainText(html: string): string {
  return html
    .replace(/[\s\S]*<body[^>]*>/, '')
    .replace(/<\/t[hd]>\s*<t[hd][^>]*>/g, '\t')
    .replace(/<\/(tr|p|h\d|caption|li|div)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&');
}
