// Parts that do not come: the server is gone, or has a newer build. Each says so in its place, the rest of the page works on,
// and it comes when it is asked for again. The list of parts is the build's own: one that is not here fails a test.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { published, ReportPage } from './report-page.ts';

const cell = 'requests/received/natural-person';
const assets = new URL('../dist/assets/', import.meta.url);
const report = published('suqian-2024');

/** What is loaded on demand, by the name of its file without the hash. */
function partsBuilt(): string[] {
  const names = new Set<string>();
  for (const file of readdirSync(assets).filter((name) => name.endsWith('.js'))) {
    const script = readFileSync(new URL(file, assets), 'utf8');
    for (const [, name] of script.matchAll(/import\([`'"]\.\/(.+?)-[\w-]{8}\.js[`'"]\)/g)) names.add(name ?? '');
  }
  return [...names].sort();
}

type Way = {
  /** Gets to where it is asked for. */
  readonly begin: (app: ReportPage) => Promise<void>;
  /** Asks for it. */
  readonly open: (app: ReportPage) => Promise<void>;
  /** What is there when it has come. */
  readonly here: (app: ReportPage) => Locator;
  /** The page is loaded anew first: part of it was there before. */
  readonly fresh?: boolean;
  /** From where it failed to a cell of section 三. */
  readonly away?: (app: ReportPage) => Promise<void>;
};

const place = (app: ReportPage, name: string) =>
  app.page.evaluate((to) => {
    location.hash = location.hash.replace(/[^/]+$/, to);
  }, name);
const back = async (app: ReportPage): Promise<void> => {
  await app.page.getByRole('link', { name: '返回填报' }).click();
  await app.open('3');
};
const close = async (app: ReportPage): Promise<void> => {
  await app.page.getByRole('button', { name: '关闭' }).click();
  await app.open('3');
};

async function typed(app: ReportPage): Promise<void> {
  await app.createWith(cell, '7');
}

/** What section 五 says is last year's. */
async function copied(app: ReportPage): Promise<void> {
  const problems =
    '一是政策解读以文字为主，图表和短片不多，年纪大的群众看着费劲；二是个别栏目的更新时紧时松，年底集中补发；' +
    '三是窗口人员轮换勤，对依申请公开的期限和文书格式掌握得不牢，要靠老同志带。';
  for (const year of [2024, 2025]) {
    await app.create('云溪市数据服务局', year);
    await app.open('5');
    await app.narrative('problems').fill(problems);
    await app.saved();
  }
  await app.open('3');
  await app.cell(cell).fill('7');
  await app.saved();
  await expect(app.action('show-copied')).toBeVisible();
}

/** In a browser that can write into folders. */
async function foldered(app: ReportPage): Promise<void> {
  await app.page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await typed(app);
}

async function listed(app: ReportPage): Promise<void> {
  await typed(app);
  await app.home();
  await expect(app.page.locator('[data-draft]')).toHaveCount(1);
  await expect(app.action('backup')).toBeVisible();
}

/** In a draft: they say whether it is safe and offer it as a file. */
const inDraft: Readonly<Record<string, Way>> = {
  'print-view': {
    begin: typed,
    open: (app) => place(app, 'print'),
    here: ({ page }) => page.getByRole('button', { name: '打印' }),
    away: back,
  },
  'history-page': {
    begin: typed,
    open: (app) => app.action('history').click(),
    here: ({ page }) => page.locator('.history h1'),
    away: back,
  },
  'years-page': {
    begin: typed,
    open: (app) => app.action('years').click(),
    here: ({ page }) => page.locator('.years h1'),
    away: back,
  },
  'review-step': {
    begin: typed,
    open: (app) => app.step('review').click(),
    here: (app) => app.action('export-json'),
    away: (app) => app.open('3'),
  },
  'key-list': {
    begin: typed,
    open: async (app) => {
      await app.page.getByRole('button', { name: '快捷键（?）' }).click();
    },
    here: ({ page }) => page.locator('.key-list'),
    away: close,
  },
  'figure-picker': {
    begin: typed,
    open: async (app) => {
      await app.open('1');
      await app.page.getByRole('button', { name: '插入表中的数…' }).click();
    },
    here: ({ page }) => page.locator('.picker'),
    away: close,
  },
  'term-list': {
    begin: typed,
    open: (app) => app.cell(cell).press('F1'),
    here: ({ page }) => page.locator('.terms article').first(),
    away: close,
  },
  'copy-dialog': {
    begin: copied,
    open: (app) => app.action('show-copied').click(),
    here: ({ page }) => page.locator('.copy-sides'),
    away: close,
  },
  'paste-preview': {
    begin: typed,
    open: (app) => paste(app.page, '本年新收政府信息公开申请数量\t商业企业\t5\n结转下年度继续办理\t科研机构\t6'),
    here: ({ page }) => page.getByRole('heading', { name: '粘贴整张表' }),
    away: close,
  },
};

/** On the list, or instead of a draft. */
const elsewhere: Readonly<Record<string, Way>> = {
  'draft-page': {
    begin: listed,
    open: ({ page }) => page.locator('[data-draft] th a').click(),
    here: (app) => app.step('basics'),
  },
  'gallery-page': {
    begin: (app) => app.home(),
    open: ({ page }) =>
      page.evaluate(() => {
        location.hash = '#/gallery';
      }),
    here: ({ page }) => page.getByRole('navigation', { name: '陈列' }),
  },
  'draft-table': {
    begin: typed,
    open: async ({ page }) => {
      await page.getByRole('link', { name: '全部报告' }).click();
      await expect(page.getByRole('link', { name: '云溪市数据服务局 2025 年度' })).toBeVisible();
    },
    here: ({ page }) => page.locator('[data-draft]'),
  },
  'backup-card': {
    begin: typed,
    fresh: true,
    open: ({ page }) => page.getByRole('link', { name: '全部报告' }).click(),
    here: (app) => app.action('backup'),
  },
  'folder-control': {
    begin: foldered,
    open: ({ page }) => page.getByRole('link', { name: '全部报告' }).click(),
    here: (app) => app.action('backup-folder'),
  },
  'import-view': {
    begin: (app) => app.home(),
    open: (app) => app.importFiles({ name: 'x.json', text: ReportPage.file(report) }),
    here: (app) => app.action('import-confirm'),
  },
  'new-dialog': {
    begin: (app) => app.home(),
    open: (app) => app.action('new').click(),
    here: ({ page }) => page.locator('dialog [name=agency]'),
  },
  'restore-dialog': {
    begin: listed,
    open: restore,
    here: ({ page }) => page.getByRole('heading', { name: '恢复备份' }),
  },
};

/** Asked for by a click that does something; they say that it was not done, and the same click does it later. */
const works: Readonly<Record<string, Way & { readonly says: string; readonly downloads?: boolean }>> = {
  samples: {
    begin: (app) => app.home(),
    open: ({ page }) => page.getByRole('button', { name: '先看一份填好的示例' }).click(),
    here: (app) => app.step('basics'),
    says: '“示例”没有读进来',
  },
  'next-year': {
    begin: listed,
    open: (app) => app.action('next-year').click(),
    here: (app) => app.step('basics'),
    says: '“下一年度”没有读进来',
  },
  'export-report': {
    begin: listed,
    fresh: true,
    open: (app) => app.action('export-json').click(),
    here: (app) => app.action('export-json'),
    says: '“导出”没有读进来',
    downloads: true,
  },
  backup: {
    begin: listed,
    open: (app) => app.action('backup').click(),
    here: (app) => app.action('backup'),
    says: '“备份”没有读进来',
    downloads: true,
  },
  'auto-backup': {
    begin: foldered,
    fresh: true,
    open: async (app) => {
      if (!app.page.url().includes('/draft/')) await app.page.locator('[data-draft] th a').click();
      await app.page.getByRole('link', { name: '全部报告' }).click();
    },
    here: (app) => app.action('backup-folder'),
    says: '“自动备份”没有读进来',
  },
  'read-files': {
    begin: (app) => app.home(),
    open: (app) => app.importFiles({ name: 'x.json', text: ReportPage.file(report) }),
    here: (app) => app.action('import-confirm'),
    says: '“读取文件”没有读进来',
  },
  'import-session': {
    begin: (app) => app.home(),
    open: (app) => app.importFiles({ name: 'x.json', text: ReportPage.file(report) }),
    here: (app) => app.action('import-confirm'),
    says: '“读取文件”没有读进来',
  },
  'read-request': {
    begin: (app) => app.home(),
    open: async ({ page }) => {
      if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
      await new ReportPage(page).importFiles({ name: 'x.json', text: ReportPage.file(report) });
    },
    here: (app) => app.action('import-confirm'),
    says: '“读取文件”没有读进来',
  },
  printed: writer('html'),
  'write-html': writer('html'),
  'write-docx': writer('docx'),
  'write-xlsx': writer('xlsx'),
  'check-code': {
    begin: async (app) => {
      await app.home();
      await app.page.getByRole('button', { name: '示例' }).click();
      await app.open('review');
      await app.saved();
    },
    open: (app) => app.action('finalise').click(),
    here: ({ page }) => page.locator('.final-banner'),
    says: '没有定稿成功',
  },
};

function writer(kind: string) {
  return {
    begin: async (app: ReportPage) => {
      await typed(app);
      await app.open('review');
    },
    open: (app: ReportPage) => app.action(`export-${kind}`).click(),
    here: (app: ReportPage) => app.action(`export-${kind}`),
    says: '没有导出成功',
    downloads: true,
  };
}

async function restore(app: ReportPage): Promise<void> {
  const backup = { kind: 'zfxxgk-annual-report-backup', version: 1, savedAt: '2026-01-20T08:00:00.000Z', drafts: [] };
  await app
    .action('restore')
    .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(backup)) });
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((said) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', said);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Keeps a part from coming until what is returned is called. The reading worker goes with what answers in its stead. */
async function keepOut(page: Page, name: string, ending = 'js'): Promise<() => Promise<void>> {
  // What runs in a worker is on the page, too, for where there is none.
  const names = name.endsWith('-request') ? `(${name}|${name.replace('request', 'worker')})` : name;
  const address = new RegExp(`/assets/${names}-[\\w-]{8}\\.${ending}$`);
  await page.route(address, (route) => route.abort());
  return () => page.unroute(address);
}

const missing = (page: Page): Locator => page.getByRole('alert').filter({ hasText: '没有读进来' });

async function offered(page: Page): Promise<Record<string, unknown>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载当前内容' }).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), 'utf8')).figures;
}

test('every part of the build is tried here', () => {
  // What looks for a new version of the app is missed by nobody.
  const own = ['check-request', 'draft-notices', 'offline'];
  expect([...Object.keys({ ...inDraft, ...elsewhere, ...works }), ...own].sort()).toEqual(partsBuilt());
});

for (const [name, way] of Object.entries(inDraft)) {
  test(`${name} does not come: the draft is safe, offered as a file, and works on`, async ({ page }) => {
    const app = new ReportPage(page);
    // The wizard fetches what it may need as soon as it stands.
    const letIn = await keepOut(page, name);
    await way.begin(app);
    await way.open(app);
    await expect(missing(page)).toContainText('已填的内容都存在本机');
    expect(await offered(page)).toHaveProperty([cell], 7);
    await way.away?.(app);
    const other = 'requests/received/business';
    await app.cell(other).fill('5');
    await app.saved();
    if (way.away) await way.open(app);
    await expect(missing(page)).toHaveCount(1);
    expect(await offered(page)).toHaveProperty([other], 5);
    await letIn();
    await page.getByRole('button', { name: '重试' }).click();
    await expect(way.here(app)).toBeVisible();
    await expect(missing(page)).toHaveCount(0);
  });
}

for (const [name, way] of Object.entries(elsewhere)) {
  test(`${name} does not come: it is told and comes later`, async ({ page }) => {
    const app = new ReportPage(page);
    await way.begin(app);
    const letIn = await keepOut(page, name);
    if (way.fresh) await page.reload();
    await way.open(app);
    await expect(missing(page)).toContainText('已填的内容都存在本机');
    await letIn();
    await page.getByRole('button', { name: '重试' }).click();
    await expect(way.here(app)).toBeVisible();
    await expect(missing(page)).toHaveCount(0);
  });
}

for (const [name, way] of Object.entries(works)) {
  test(`${name} does not come: what was asked for is told not to be done, and is done later`, async ({ page }) => {
    const app = new ReportPage(page);
    await way.begin(app);
    const letIn = await keepOut(page, name);
    if (way.fresh) await page.reload();
    await way.open(app);
    await expect(page.getByRole('alert')).toContainText(way.says);
    await letIn();
    const later = way.downloads ? page.waitForEvent('download') : undefined;
    await way.open(app);
    await expect(way.here(app)).toBeVisible();
    await later;
  });
}

const styles = readdirSync(assets).flatMap((file) => file.match(/^(.+)-[\w-]{8}\.css$/)?.[1] ?? []);
for (const [name, way] of Object.entries({ ...inDraft, ...elsewhere }).filter(([name]) => styles.includes(name))) {
  test(`the style sheet of ${name} does not come: when it does, it is there`, async ({ page }) => {
    const app = new ReportPage(page);
    const letIn = await keepOut(page, name, 'css');
    await way.begin(app);
    await way.open(app);
    await expect(missing(page)).toBeVisible();
    await letIn();
    await page.getByRole('button', { name: '重试' }).click();
    await expect(way.here(app)).toBeVisible();
    const sheets = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''));
    expect(sheets.filter((href) => href.includes(`/${name}-`))).toHaveLength(1);
  });
}

test('the deferred checks do not come: the sums are checked, and it says what is not', async ({ page }) => {
  const app = new ReportPage(page);
  const letIn = await keepOut(page, 'check-request');
  await app.create('云溪市数据服务局', 2025);
  await app.open('3');
  await app.cell(cell).fill('7');
  await expect(missing(page)).toContainText('现在只核对合计和勾稽关系');
  await app.cell(cell).fill('7x');
  await expect(app.finding(`unreadable/${cell}`)).toBeVisible();
  await app.saved();
  await letIn();
  await page.getByRole('button', { name: '重试' }).click();
  await expect(missing(page)).toHaveCount(0);
});

test('what judges the drafts of the list does not come: they are listed and open all the same', async ({ page }) => {
  const app = new ReportPage(page);
  await typed(app);
  await keepOut(page, 'check-request');
  await page.getByRole('link', { name: '全部报告' }).click();
  await expect(page.getByRole('status').filter({ hasText: '没有算出来' })).toContainText('报告都在');
  await page.locator('[data-draft] th a').click();
  await app.open('3');
  await expect(app.cell(cell)).toHaveValue('7');
});

test('what is said above a draft, or instead of it, does not come', async ({ page, context }) => {
  const app = new ReportPage(page);
  await typed(app);
  const second = await context.newPage();
  const letIn = await keepOut(second, 'draft-notices');
  await second.goto(page.url());
  await expect(missing(second)).toBeVisible();
  await letIn();
  await second.getByRole('button', { name: '重试' }).click();
  await new ReportPage(second).action('look').click();
  await expect(new ReportPage(second).cell(cell)).toHaveValue('7');
});

test('the page of a draft just made does not come: the draft is kept and is on the list', async ({ page }) => {
  const app = new ReportPage(page);
  await app.home();
  const letIn = await keepOut(page, 'draft-page');
  await app.action('new').click();
  await page.locator('dialog [name=agency]').fill('云溪市数据服务局');
  await app.action('create').click();
  await expect(missing(page)).toContainText('已填的内容都存在本机');
  await page.getByRole('link', { name: '回到列表' }).click();
  await expect(page.locator('[data-draft]')).toHaveCount(1);
  await letIn();
  await page.locator('[data-draft] th a').click();
  await app.open('3');
  await app.cell(cell).fill('7');
  await app.saved();
  await page.reload();
  await expect(app.cell(cell)).toHaveValue('7');
});
