import { expect, test } from 'vitest';
import { paragraphs } from './paragraphs.ts';

const parts = (text: string) => paragraphs(text).map(({ lead, rest }) => [lead, rest]);

test('a line is a paragraph; empty lines and typed indents go', () => {
  expect(parts('　　第一段。\r\n\r\n \u3000\n  第二段。\u2028第三段')).toEqual([
    ['', '第一段。'],
    ['', '第二段。'],
    ['', '第三段'],
  ]);
  expect(paragraphs(' \n\u3000\n')).toEqual([]);
});

test('a sub-heading is the line up to its first 。, or the whole line', () => {
  expect(parts('（一）主动公开。全年发布412条。\n（十一）监督保障\n(二)依申请公开。')).toEqual([
    ['（一）主动公开。', '全年发布412条。'],
    ['（十一）监督保障', ''],
    ['(二)依申请公开。', ''],
  ]);
});

test('1., （1） and a numeral inside a sentence open no sub-heading', () => {
  for (const line of ['1.公开。', '（1）公开。', '见（一）公开。', '（另）公开。'])
    expect(parts(line)).toEqual([['', line]]);
});

test('equal lines have different keys', () => {
  expect(new Set(paragraphs('同\n同\n同').map(({ key }) => key)).size).toBe(3);
});
