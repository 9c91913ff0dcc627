import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, jsonFlaw, placeOf } from './json-flaw.ts';

function told(text: string): string | undefined {
  const flaw = jsonFlaw(text);
  return flaw && `${placeOf(text, flaw.at)}：${flaw.problem}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('what is wrong, and where', () => {
  test.each([
    ['{"a": 1, "b": [true, null, "x\\n\\u4e00", -1.5e+3]}', undefined],
    ['{\n  "a": 1\n  "b": 2\n}', '第 3 行第 3 列：这里应为逗号「,」或「}」，文件里是「"」'],
    ['{\r\n"a": 1，', '第 2 行第 7 列：这里应为逗号「,」或「}」，文件里是「，」（中文标点，要用英文的）'],
    ['{“a”: 1}', '第 1 行第 2 列：这里应为英文双引号里的键名，文件里是「“」（中文标点，要用英文的）'],
    ['{"a"：1}', '第 1 行第 5 列：这里应为冒号「:」，文件里是「：」（中文标点，要用英文的）'],
    ['{"a": 1,}', '第 1 行第 9 列：这里应为英文双引号里的键名，文件里是「}」'],
    ['[1,]', '第 1 行第 4 列：这里应为英文双引号里的文字、数字或 null，文件里是「]」'],
    ['{"a": 𬱖}', '第 1 行第 7 列：这里应为英文双引号里的文字、数字或 null，文件里是「𬱖」'],
    ['[007]', '第 1 行第 2 列：这个数的写法不对，请写成 0、12 或 0.5 的样子'],
    ['["a\nb"]', '第 1 行第 4 列：文字中间直接换了行或有控制符（换行要写成 \\n），或者前面少了结尾的双引号'],
    ['["\\x"]', '第 1 行第 3 列：反斜杠「\\」后面的写法不对'],
    ['{"a": {"b": 1}', '第 1 行第 15 列：内容到这里就断了，文件可能没有下载或复制完整'],
    ['["\\u12', '第 1 行第 7 列：内容到这里就断了，文件可能没有下载或复制完整'],
    ['{} x', '第 1 行第 4 列：内容到前面已经结束，后面多出「x」'],
    ['\u0000', '第 1 行第 1 列：这里应为英文双引号里的文字、数字或 null，文件里是看不见的字符'],
    ['{"a": 1, "\\u0061": 2}', '第 1 行第 10 列：键「a」在同一处写了两次，不知道以哪一个为准'],
    ['{"a": {"x": 1}, "b": {"x": 1}}', undefined],
    ['{"a": "x\\ud83d"}', '第 1 行第 7 列：文字「x·」里有半个字符，可能是写出文件的软件截断了文字'],
    ['{"x\\ude00\\ud83d": 1}', '第 1 行第 2 列：文字「x··」里有半个字符，可能是写出文件的软件截断了文字'],
    ['["\ud83d"]', '第 1 行第 2 列：文字「·」里有半个字符，可能是写出文件的软件截断了文字'],
    ['{"a": "\\ud83d\\ude00😀", "b": "\\\\ud83d"}', undefined],
    ['{"__proto__": {}}', '第 1 行第 2 列：键名「__proto__」不能用'],
    ['['.repeat(17), '第 1 行第 17 列：括号套了 16 层以上，不是年报文件'],
    ['['.repeat(16) + ']'.repeat(16), undefined],
  ])('%j', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test('a name from a file is cut and kept on one line', () => {
    expect(clip(`a\n\u202e${'x'.repeat(200)}`)).toBe(`a··${'x'.repeat(57)}…`);
    expect(clip('𬱖'.repeat(60))).toBe('𬱖'.repeat(60));
  });
});

describe('against the engine', () => {
  const text = fc.json({ maxDepth: 4 });
  const sign = fc.constantFrom(...'{}[]:,"\\/0123456789.-+eEtrufalsn \n\t\u0000\ufeff“，x');
  const spoilt = fc
    .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(2), sign), { minLength: 1, maxLength: 4 }))
    .map(([json, edits]) =>
      edits.reduce((now, [place, removed, added]) => {
        const at = place % (now.length + 1);
        return now.slice(0, at) + added + now.slice(at + removed);
      }, json),
    );

  test('a text without a flaw is JSON, and a text that is not JSON has one', () => {
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.string({ unit: sign }), text), (json) => {
        const flaw = jsonFlaw(json);
        if (!flaw?.isAllowed) expect(isJson(json)).toBe(flaw === undefined);
        if (flaw) expect(flaw.at).toBeLessThanOrEqual(json.length);
      }),
      { numRuns: 5000 },
    );
  });

  const million = 1_000_000;
  test.each([
    ['brackets', '['.repeat(5 * million)],
    ['closed brackets', '['.repeat(5 * million) + ']'.repeat(5 * million)],
    ['objects', '{"a":'.repeat(2 * million)],
    ['digits', `[${'1'.repeat(10 * million)}x`],
    ['a long text', `["${'\\n'.repeat(5 * million)}`],
    ['spaces', ' '.repeat(10 * million)],
    ['newlines', `[${'\n'.repeat(10 * million)}x`],
  ])('10 MB of %s are judged, in one pass', (_, huge) => {
    expect(told(huge)).toBeDefined();
  });
});
