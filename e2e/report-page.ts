// The app as a person meets it: one model for all specs. Cells, findings and controls by their public hooks.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

export type Figures = Readonly<Record<string, number | string | null>>;

/** Figures of a published report, carried into the project as facts. */
export function published(name: string): { format: string; year: number; agency: string; figures: Figures } {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'));
}

export class ReportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  action(name: string): Locator {
    return this.page.locator(`[data-action="${name}"]`);
  }

  cell(id: string): Locator {
    return this.page.locator(`[data-cell="${id}"]`);
  }

  balance(column: string): Locator {
    return this.page.locator(`[data-balance="${column}"]`);
  }

  narrative(id: string): Locator {
    return this.page.locator(`[data-narrative="${id}"]`);
  }

  /** What is printed below table 2, 3 or 4. */
  note(table: string): Locator {
    return this.page.locator(`[data-note="${table}"]`);
  }

  step(id: string): Locator {
    return this.page.locator(`[data-step="${id}"]`);
  }

  finding(id: string): Locator {
    return this.page.locator(`[data-finding="${id}"]`);
  }

  /** The broken rules, without what is said of the boxes that may have broken them. */
  async findings(level?: 'must' | 'confirm'): Promise<string[]> {
    const which = `[data-finding]:not([data-finding^="culprit/"])${level ? `[data-level="${level}"]` : ''}`;
    const ids = await this.page
      .locator(which)
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-finding') ?? ''));
    return ids.sort();
  }

  async home(): Promise<void> {
    await this.page.goto('/');
    await expect(this.action('new')).toBeVisible();
  }

  async create(agency: string, year: number, format?: string): Promise<void> {
    await this.home();
    await this.action('new').click();
    await this.page.locator('dialog [name=agency]').fill(agency);
    await this.page.locator('dialog [name=year]').fill(String(year));
    if (format) await this.page.locator('dialog [name=format]').selectOption(format);
    await this.action('create').click();
    await expect(this.step('basics')).toHaveAttribute('aria-current', 'step');
  }

  /** A draft with one figure in section 三, saved, and section 三 open. */
  async createWith(cell: string, figure: string): Promise<void> {
    await this.create('云溪市数据服务局', 2025);
    await this.open('3');
    await this.cell(cell).fill(figure);
    await this.saved();
  }

  async open(step: string): Promise<void> {
    await this.step(step).click();
    await expect(this.step(step)).toHaveAttribute('aria-current', 'step');
    await expect(this.page.locator('#step-title')).toBeVisible();
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'saved');
  }

  /** Presses Tab until the focus is on what is asked for: no mouse. */
  async tabTo(target: Locator, most = 80): Promise<void> {
    for (let at = 0; at < most; at++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab did not reach ${target}`);
  }

  /** Types the figures of one section from its first cell on, with Tab between cells. Blank ones are passed over. */
  async typeSection(step: string, figures: Figures): Promise<void> {
    // Until then the cells of the step before are there.
    await expect(this.step(step)).toHaveAttribute('aria-current', 'step');
    const cells = this.page.locator('main [data-cell]');
    await expect(cells.first()).toBeVisible();
    const ids = await cells.evaluateAll((all) => all.map((one) => one.getAttribute('data-cell') ?? ''));
    await this.tabTo(cells.first());
    for (const [at, id] of ids.entries()) {
      const figure = figures[id];
      if (figure !== null && figure !== undefined) await this.page.keyboard.type(String(figure));
      if (at < ids.length - 1) await this.page.keyboard.press('Tab');
    }
  }

  /** Downloads the JSON of the open draft from its last step. */
  async exported(): Promise<{ name: string; file: Record<string, unknown> & { figures: Figures } }> {
    await this.open('review');
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.action('export-json').click()]);
    const path = await download.path();
    return { name: download.suggestedFilename(), file: JSON.parse(readFileSync(path, 'utf8')) };
  }

  async importFiles(...files: { name: string; text: string }[]): Promise<void> {
    await this.action('import').setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })),
    );
  }

  /** A report file with these figures, as the app writes it. */
  static file(
    report: { format: string; year: number; agency: string; figures: Figures },
    narratives = { overview: '', problems: '', others: '' },
  ): string {
    return JSON.stringify({
      kind: 'zfxxgk-annual-report',
      version: 1,
      format: report.format,
      year: report.year,
      agency: report.agency,
      narratives,
      figures: report.figures,
      app: '0.0.0',
      exportedAt: '2026-01-20T08:00:00.000Z',
    });
  }
}
