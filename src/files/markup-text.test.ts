import { expect, test } from 'vitest';
import { markupText } from './markup-text.ts';

test('text is no markup, and only what can stand in markup', () => {
  expect(markupText('<b> & "甲"')).toBe('&lt;b&gt; &amp; &quot;甲&quot;');
  expect(markupText('a\u0000\u0085\ud800\uffffb\t\n𬱖')).toBe('ab\t\n𬱖');
});
