// The paper: every figure once, and in the PDF the tables whole with their labels, page by page.

import { expect, test } from '@playwright/test';
import { hasPdftotext, noPdftotext, pagesOf } from './pdf.ts';
import { type Figures, published, ReportPage } from './report-page.ts';

for (const name of ['suqian-2024', 'shanghai-shizhengfu-bangongting-2019']) {
  test(`${name} on paper`, async ({ page }, info) => {
    const app = new ReportPage(page);
    const report = published(name);
    const figures: Figures = Object.fromEntries(
      Object.entries(report.figures).map(([id, figure]) => [
        id,
        typeof figure === 'string' ? Number.parseFloat(figure) : figure,
      ]),
    );
    const long = Array.from({ length: 12 }, (_, at) =>
      `（${'一二三四五六七八九十'[at % 10]}）工作情况。全年做了许多工作，这里写得长一些，好看分页。`.repeat(2),
    );
    await app.home();
    await app.importFiles({
      name: 'x.json',
      text: ReportPage.file(
        { ...report, figures },
        { overview: long.join('\n'), problems: '存在的问题。', others: '无其他事项。' },
      ),
    });
    await app.action('import-confirm').click();
    await app.open('review');
    await app.action('print-view').click();
    await expect(page.locator('h1')).toContainText(`${report.year}年政府信息公开工作年度报告`);
    await expect(page.locator('[data-cell]')).toHaveCount(Object.keys(figures).length);
    const printed = await page
      .locator('[data-cell]')
      .evaluateAll((all) =>
        Object.fromEntries(all.map((one) => [one.getAttribute('data-cell') ?? '', one.textContent])),
      );
    for (const [id, figure] of Object.entries(figures)) {
      const empty = figure === null && !id.endsWith('/total') && !id.includes('/concluded/');
      if (empty) expect(printed[id], id).toBe('');
      if (figure !== null) expect(printed[id], id).toBe(String(figure));
    }

    const path = info.outputPath('report.pdf');
    await page.pdf({ path, preferCSSPageSize: true, tagged: true });
    test.skip(!hasPdftotext(), noPdftotext);
    const pages = pagesOf(path, '-layout');
    pages.forEach((text, at) => {
      expect(text, `page number ${at + 1}`).toMatch(new RegExp(`—\\s*${at + 1}\\s*—`));
    });
    const plain = pages.map((text) => text.replace(/\s+/g, ''));
    const grid = plain.filter((text) => text.includes('本年新收政府信息公开申请数量'));
    expect(grid).toHaveLength(1);
    // Without its number, which may be of another font and then comes apart from it.
    for (const label of ['申请人情况', '法人或其他组织', '属于国家秘密', '四、结转下年度继续办理', '（七）总计']) {
      expect(grid[0]).toContain(label);
    }
    expect(plain.join('')).toContain('六、其他需要报告的事项');
  });
}
