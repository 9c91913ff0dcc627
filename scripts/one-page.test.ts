import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { insideScript, onePage } from './one-page.ts';

const index = readFileSync(join(import.meta.dirname, '../index.html'), 'utf8');
// Has what replacing and the reader of HTML trip over.
const script = 'made = ["</script>", `</SCRIPT >`, "<!--<script>", "$& $1 $$", /<\\/script|<!--/u.source]';
const style = '.a::before { content: "$&" }';
const page = onePage(index, { script, style, icon: '<svg/>' });
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page of the single edition', () => {
  test('has one script and one style, allowed by their hashes and nothing else', () => {
    const scripts = [...page.matchAll(/<script>(.*?)<\/script/gis)].map(([, text]) => text ?? '');
    const styles = [...page.matchAll(/<style>(.*?)<\/style/gis)].map(([, text]) => text ?? '');
    expect([scripts.length, styles]).toEqual([1, [style]]);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toContain(`script-src ${hashOf(scripts[0] ?? '')};`);
    expect(policy).toContain(`style-src ${hashOf(style)};`);
    expect(policy).not.toMatch(/unsafe|'self'|http/);
  });

  test('names no other file, and says its letters before the policy', () => {
    expect(page).not.toMatch(/ (src|href)="(?!data:)/);
    expect(page.indexOf('charset')).toBeLessThan(page.indexOf('Content-Security-Policy'));
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<link'));
  });

  test('the script says the same and cannot end early', () => {
    const inside = insideScript(script);
    expect(inside).not.toMatch(/<\/script|<!--/i);
    const run = (text: string) => runInNewContext(`${text}; made.slice(0, 4)`, { made: [] });
    expect([...run(inside)]).toEqual([...run(script)]);
  });

  test('what does not fit is an error of the build', () => {
    expect(() => insideScript('"\0"')).toThrow(/HTML/);
    expect(() => onePage(index, { script, style: '</style>', icon: '' })).toThrow(/early/);
    expect(() => onePage('<html></html>', { script, style, icon: '' })).toThrow(/index.html has no/);
  });
});
