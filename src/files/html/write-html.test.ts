import { expect, test } from 'vitest';
import { samples } from '../../formats/samples.ts';
import { printed } from '../paper/printed.ts';
import { writeHtml } from './write-html.ts';

test('a note stands below its table, a paragraph a line', () => {
  const content = { ...samples['2021'], notes: { '4': '注：甲<乙>\n\n（一）含上年结转。丙' } };
  const page = writeHtml(printed(content, { withExplanations: false }));
  const [, afterLast = ''] = page.split(/(?:[\s\S]*)<\/table>\n<\/div>\n/);
  expect(
    afterLast.startsWith('<div class="note">\n<p>注：甲&lt;乙&gt;</p>\n<p>（一）含上年结转。丙</p>\n</div>\n'),
  ).toBe(true);
  expect(page.match(/class="note"/g)).toHaveLength(1);
});
