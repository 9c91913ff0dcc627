import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import hongze from '../../../fixtures/hongze-2023.json';
import firstFile from '../../../fixtures/old/report-1.json';
import { samples } from '../../formats/samples.ts';
import { largestFile, tooLargeMessage } from '../file-size.ts';
import { readReport } from './read-report.ts';
import { reportFile, reportJson } from './write-report.ts';

const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };
const file = reportFile(samples['2021'], by);
const received = 'requests/received/total';
const receivedWords = 'requests/received/total（一、本年新收政府信息公开申请数量 · 总计）';

const said = (text: string): string => {
  const result = readReport(text);
  return result.ok ? 'accepted' : result.message;
};
const saidOf = (changed: unknown): string => said(JSON.stringify(changed));
const withFigures = (figures: Record<string, unknown>) => ({ ...file, figures: { ...file.figures, ...figures } });
const without = <T extends object>(from: T, ...keys: string[]) =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));

function read(changed: unknown) {
  const result = readReport(JSON.stringify(changed));
  if (!result.ok) throw new Error(result.message);
  return result;
}

describe('a file that is not ours, or damaged', () => {
  test.each([
    ['', '文件是空的，里面没有内容。'],
    ['\ufeff \n', '文件是空的，里面没有内容。'],
    [
      'PK\u0003\u0004',
      '文件不是完好的 JSON，第 1 行第 1 列读不下去：这里应为英文双引号里的文字、数字或 null，文件里是「P」。',
    ],
    [
      '{\n  "kind": "zfxxgk-annual-report"，',
      '文件不是完好的 JSON，第 2 行第 33 列读不下去：这里应为逗号「,」或「}」，文件里是「，」（中文标点，要用英文的）。',
    ],
    [
      reportJson(samples['2021'], by).slice(0, 100),
      '文件不是完好的 JSON，第 6 行第 13 列读不下去：内容到这里就断了，文件可能没有下载或复制完整。',
    ],
    [
      '\ufffd\ufffd{\u0000"\u0000',
      '文件不是完好的 JSON，第 1 行第 1 列读不下去：这里应为英文双引号里的文字、数字或 null，文件里是看不见的字符。文件可能没有用 UTF-8 编码保存。',
    ],
    ['{"kind": 1, "kind": 2}', '文件第 1 行第 13 列读不下去：键「kind」在同一处写了两次，不知道以哪一个为准。'],
    ['{"__proto__": {"ok": true}}', '文件第 1 行第 2 列读不下去：键名「__proto__」不能用。'],
    ['[]', '这不是年报文件：内容应是花括号里的一组键，文件里是别的。'],
    ['null', '这不是年报文件：内容应是花括号里的一组键，文件里是别的。'],
    ['{}', '这不是年报文件：没有说明种类的键 "kind": "zfxxgk-annual-report"。'],
    ['{"kind": "backup"}', '这不是年报文件：kind 是 "backup"，年报文件的 kind 是 "zfxxgk-annual-report"。'],
    ['{"kind": [[]]}', '这不是年报文件：kind 是一组内容，年报文件的 kind 是 "zfxxgk-annual-report"。'],
  ])('text %#', (text, message) => {
    expect(said(text)).toBe(message);
  });

  test('huge nests are refused at once, also inside a known key', () => {
    const deep = `${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}`;
    const json = JSON.stringify({ ...file, agency: '@' });
    for (const text of [deep.slice(0, 5_000_000), deep, json.replace('"@"', deep), '{"a":'.repeat(2_000_000)]) {
      expect(said(text)).toMatch(/^文件第 1 行第 \d+ 列读不下去：括号套了 16 层以上，不是年报文件。$/);
    }
  });

  test('nothing is polluted', () => {
    const json = JSON.stringify({ ...file, explanations: { constructor: { text: '注', figures: { toString: 1 } } } });
    expect(said(json)).toBe('accepted');
    for (const key of ['figures', 'explanations', 'narratives']) {
      expect(said(json.replace(`"${key}":{`, `"${key}":{"__proto__":{"text":"","figures":{}},`))).toContain('不能用');
    }
    expect(said(`{"constructor": {"prototype": {"ok": 1}}}`)).toContain('没有说明种类的键');
    expect(({} as Record<string, unknown>).ok).toBeUndefined();
  });

  test('a file that is too large is refused by its size', () => {
    expect(largestFile).toBe(10485760);
    expect(tooLargeMessage(13_000_000)).toBe('文件有 12.4 MB，超过 10 MB。一份年报的文件不到 1 MB，请确认选对了文件。');
    expect(tooLargeMessage(largestFile + 1)).toContain('文件有 10.1 MB，超过 10 MB');
  });
});

describe('a file of ours that does not fit', () => {
  const one = (problem: string): string => `这份年报文件有 1 处不对：${problem}。`;
  test.each([
    [{ ...file, version: 2 }, '这份文件是第 2 版，由更新的软件写出；本软件只读第 1 版。请先更新本软件。'],
    [{ ...file, version: '1' }, 'version 应为 1，文件里是 "1"。'],
    [without(file, 'version'), 'version 应为 1，文件里没有。'],
    [{ ...file, format: '2030' }, 'format 应为 "2019" 或 "2021"，文件里是 "2030"。'],
    [{ ...file, format: 2021 }, 'format 应为 "2019" 或 "2021"，文件里是 2021。'],
    [without(file, 'format'), 'format 应为 "2019" 或 "2021"，文件里没有。'],
    [{ ...file, year: 2007 }, one('year 应为 2008 到 2100 之间的整数，文件里是数字 2007')],
    [{ ...file, year: 2025.5 }, one('year 应为 2008 到 2100 之间的整数，文件里是数字 2025.5')],
    [{ ...file, year: '2025' }, one('year 应为 2008 到 2100 之间的整数，文件里是文字「2025」')],
    [
      { ...file, date: '2026-02-30' },
      one('date 应为真实的日期，写成 2026-01-20 这样的文字，文件里是文字「2026-02-30」'),
    ],
    [
      { ...file, exportedAt: '昨天' },
      one('exportedAt 应为 ISO 8601 的日期和时间，写成 2026-01-20T08:00:00Z 这样的文字，文件里是文字「昨天」'),
    ],
    [
      { ...file, finalised: { at: 3, code: 'x' } },
      one('finalised 里的 at 应为 ISO 8601 的日期和时间，写成 2026-01-20T08:00:00Z 这样的文字，文件里是数字 3'),
    ],
    [{ ...file, agency: null }, one('agency 应为文字，文件里是 null')],
    [{ ...file, narratives: [] }, one('narratives 应为花括号里的一组键，文件里是方括号里的列表')],
    [{ ...file, remarks: '无' }, one('remarks 应为花括号里的一组键，文件里是文字「无」')],
    [
      { ...file, narratives: { ...file.narratives, overview: {} } },
      one('narratives 里的 overview 应为文字，文件里是花括号里的一组键'),
    ],
    [without(file, 'app', 'figures'), one('文件里缺少 figures、app')],
    [{ ...file, narratives: { overview: '' } }, one('narratives 里缺少 problems、others')],
    [{ ...file, extra: 1, 'x\ny': 2 }, one('文件里有 2 个不认识的键：extra、x·y')],
    [{ ...file, narratives: { ...file.narratives, summary: '' } }, one('narratives 里有 1 个不认识的键：summary')],
    [
      { ...file, explanations: { 'x/y': { text: '', figures: {}, by: '' } } },
      one('explanations 里的 x/y 里有 1 个不认识的键：by'),
    ],
    [
      { ...file, explanations: { 'x/y': { text: '', figures: { [received]: '59' } } } },
      one(`explanations 里的 x/y 里的 figures 里的 ${receivedWords}应为数字或 null，文件里是文字「59」`),
    ],
    [
      withFigures({ 'requests/other/total': 1, 'a/b': 2, c: 3, d: 4 }),
      one('figures 里有 4 个 2021 年格式（现行）没有的格：requests/other/total、a/b、c 等'),
    ],
    [
      { ...file, figures: without(file.figures, received, 'article-20-8/fees/amount') },
      one(
        `figures 里缺少 2021 年格式（现行）的 2 个格（没有数也要写 null）：article-20-8/fees/amount（行政事业性收费 · 本年收费金额（单位：万元））、${receivedWords}`,
      ),
    ],
    [{ ...file, remarks: { cats: '注' } }, one('remarks 里有 1 个 2021 年格式（现行）没有的格：cats')],
    [{ ...file, unread: { [received]: 5 } }, one(`unread 里的 ${receivedWords}应为文字，文件里是数字 5`)],
    [
      { ...file, notes: { '2': '注', '5': '注', total: '注' } },
      one('notes 里有 2 个不认识的键：5、total（只有表二、表三、表四下面有说明，键是 "2"、"3"、"4"）'),
    ],
    [{ ...file, notes: { '4': 4 } }, one('notes 里的 4（表四下的说明）应为文字，文件里是数字 4')],
    [{ ...file, notes: ['注'] }, one('notes 应为花括号里的一组键，文件里是方括号里的列表')],
    [withFigures({ [received]: '59' }), one(`figures 里的 ${receivedWords}应为数字或 null，文件里是文字「59」`)],
    [withFigures({ [received]: true }), one(`figures 里的 ${receivedWords}应为数字或 null，文件里是 true`)],
    [withFigures({ [received]: -3 }), one(`figures 里的 ${receivedWords}不能是负数，文件里是 -3`)],
    [withFigures({ [received]: 1.5 }), one(`figures 里的 ${receivedWords}必须是整数，文件里是 1.5`)],
    [
      withFigures({ [received]: 2 ** 53 }),
      one(`figures 里的 ${receivedWords}的数太大，无法准确保存，文件里是 9007199254740992`),
    ],
    [
      withFigures({ 'article-20-8/fees/amount': 0.1 + 0.2 }),
      one(
        'figures 里的 article-20-8/fees/amount（行政事业性收费 · 本年收费金额（单位：万元））最多 6 位小数（单位万元），文件里是 0.30000000000000004',
      ),
    ],
    [
      withFigures({ 'article-20-8/fees/amount': 1e9 }),
      one(
        'figures 里的 article-20-8/fees/amount（行政事业性收费 · 本年收费金额（单位：万元））的数太大，无法准确保存，文件里是 1000000000',
      ),
    ],
    [
      { ...withFigures({ [received]: 12 }), unread: { [received]: '12x' } },
      one(`unread 里的 ${receivedWords}是没读出的文字「12x」，figures 里却有数 12，两者只能有一个`),
    ],
    [
      { ...withFigures({ [received]: null }), remarks: { [received]: '注' } },
      one(`remarks 里的 ${receivedWords}有备注「注」，figures 里却没有数`),
    ],
    [
      { ...file, remarks: { [received]: ' 注' } },
      one(`remarks 里的 ${receivedWords}的备注「 注」不能写进括号：应是不长的一段文字，前后没有空格`),
    ],
    [
      { ...file, year: 1, agency: 1, date: 1, app: 1, exportedAt: 1, extra: 1 },
      '这份年报文件有 6 处不对：文件里有 1 个不认识的键：extra；year 应为 2008 到 2100 之间的整数，文件里是数字 1；agency 应为文字，文件里是数字 1；date 应为真实的日期，写成 2026-01-20 这样的文字，文件里是数字 1；另有 2 处。',
    ],
  ])('case %#', (changed, message) => {
    expect(saidOf(changed)).toBe(message);
  });

  test('a number past what JSON numbers can be is too large, and signed cells take a minus', () => {
    expect(said(JSON.stringify(withFigures({ [received]: '@' })).replace('"@"', '1e400'))).toBe(
      one(`figures 里的 ${receivedWords}的数太大，无法准确保存`),
    );
    const older = reportFile(samples['2019'], by);
    const change = 'article-20-5/licensing/change';
    expect(read({ ...older, figures: { ...older.figures, [change]: -7 } }).content.answers[change]).toBe('-7');
  });
});

describe('a file that fits', () => {
  test('may start with a byte order mark and be written in any order', () => {
    const turned = Object.fromEntries(Object.entries(file).reverse());
    expect(readReport(`\ufeff${JSON.stringify(turned)}`)).toEqual(read(file));
  });

  test('of the first version is read whole', () => {
    const { content, finalised } = read(firstFile);
    expect(reportFile(content, { app: firstFile.app, exportedAt: firstFile.exportedAt })).toEqual(firstFile);
    expect(finalised?.codeNow).toBe(firstFile.finalised.code);
  });

  test('hands back when it was finalised', () => {
    const finalised = { at: '2026-01-21T09:00:00+08:00', code: 'A1B2' };
    const { content, finalised: found } = read({ ...file, finalised });
    expect(found).toMatchObject(finalised);
    // The code is not that of what the file says.
    expect(content).not.toHaveProperty('finalised');
    expect(read(file)).not.toHaveProperty('finalised');
  });

  test('a total equal to its computed value is computed again, also through the corner', () => {
    const { content, totals } = read(file);
    expect(content.answers[received]).toBeUndefined();
    expect(totals).toEqual({ computed: 34, typed: [], emptied: 0 });
  });

  test('a total that differs stays as printed', () => {
    const printed = reportFile(
      {
        ...samples['2021'],
        year: 2023,
        answers: Object.fromEntries(Object.entries(hongze.figures).map(([id, figure]) => [id, String(figure ?? '')])),
      },
      by,
    );
    const { content, totals } = read(printed);
    const wrong = ['disputes/reconsideration/total', 'disputes/litigation-after-reconsideration/total'];
    expect(wrong.map((id) => content.answers[id])).toEqual(['0', '0']);
    // Two rows of （六） were left blank, so the columns' （七） have nothing whole to be compared with.
    const open = totals.typed.filter((id) => !wrong.includes(id));
    expect(open).toHaveLength(6);
    expect(open.every((id) => id.startsWith('requests/concluded/'))).toBe(true);
    expect(totals).toEqual({ computed: 24, typed: [...open, ...wrong], emptied: 0 });
  });

  test('a typed （七） is what 总计 of its row adds up', () => {
    const corner = 'requests/concluded/total';
    const before = file.figures[corner] ?? 0;
    const typed = 'requests/concluded/business';
    const changed = { [typed]: (file.figures[typed] ?? 0) + 5, [corner]: before + 5 };
    expect(read(withFigures(changed)).totals).toEqual({ computed: 33, typed: [typed], emptied: 0 });
    expect(read(withFigures({ [typed]: changed[typed] })).totals).toMatchObject({ typed: [typed, corner] });
  });

  test('an empty total is computed where its parts are filled, and only then counted', () => {
    const empty = withFigures({ [received]: null, 'disputes/reconsideration/total': null });
    expect(read(empty).totals).toEqual({ computed: 32, typed: [], emptied: 2 });
    const partial = withFigures({ [received]: null, 'requests/received/business': null });
    expect(read(partial).totals).toEqual({ computed: 33, typed: [], emptied: 0 });
  });

  test('a total with nothing to compare with stays typed, and so does one with a remark or an unread text', () => {
    const partial = read(withFigures({ 'requests/received/business': null }));
    expect(partial.totals.typed).toEqual([received]);
    expect(partial.content.answers[received]).toBe('59');
    const remarked = read({ ...file, remarks: { [received]: '含线上' } });
    expect(remarked.totals.typed).toEqual([received]);
    expect(remarked.content.answers[received]).toBe('59（含线上）');
    const unread = read({ ...withFigures({ [received]: null }), unread: { [received]: '约59' } });
    expect(unread.totals).toEqual({ computed: 33, typed: [received], emptied: 0 });
    expect(unread.content.answers[received]).toBe('约59');
  });

  test('an unread text that can be read by now is kept as typed; one that says nothing is a blank', () => {
    const cell = 'requests/received/business';
    const answer = (text: string) =>
      read({ ...withFigures({ [cell]: null }), unread: { [cell]: text } }).content.answers[cell];
    expect(answer('９ 件')).toBe('９ 件');
    expect(answer(' \n')).toBeUndefined();
  });

  test('notes below the tables are kept, and a blank one is none', () => {
    const notes = { '2': '注：不含委托。\n第二行', '4': ' 注 ' };
    expect(read({ ...file, notes }).content.notes).toEqual(notes);
    expect(read({ ...file, notes: { ...notes, '3': '\n' } }).content.notes).toEqual(notes);
    expect(read({ ...file, notes: { '3': '' } }).content).not.toHaveProperty('notes');
    expect(read({ ...file, notes: {} }).content).not.toHaveProperty('notes');
    expect(read(file).content).not.toHaveProperty('notes');
  });

  test('explanations are kept, also of cells that the format does not have', () => {
    const explanations = {
      'requests/carried-in/business': { text: '机构改革', figures: { [received]: 59, 'old/cell': null } },
    };
    expect(read({ ...file, explanations }).content.explanations).toEqual(explanations);
  });
});

describe('whatever the text', () => {
  const known = fc.constantFrom(
    ...Object.keys(file),
    'date',
    'remarks',
    'unread',
    'finalised',
    'notes',
    'text',
    'overview',
    received,
    '__proto__',
    'constructor',
  );
  const value = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(known, fc.jsonValue()),
    fc.constantFrom(-1, 0.5, 1e300, '', '12x', null, [], {}),
  );
  const accepted = (text: string): void => {
    const result = readReport(text);
    if (!result.ok) {
      expect(result.message).toMatch(/[。]$/);
      expect(result.message.length).toBeLessThan(1200);
      return;
    }
    expect(readReport(reportJson(result.content, by))).toMatchObject({ ok: true, content: result.content });
  };

  test('any JSON is refused with a sentence or accepted for good', () => {
    fc.assert(fc.property(fc.json(), accepted), { numRuns: 500 });
    fc.assert(
      fc.property(fc.dictionary(known, value), (changes) => accepted(JSON.stringify({ ...file, ...changes }))),
      { numRuns: 500 },
    );
  });

  test('so is a file with one place changed', () => {
    const cells = Object.keys(file.figures);
    const place = fc.oneof(
      fc.tuple(fc.constantFrom('figures', 'remarks', 'unread'), fc.constantFrom(...cells, 'x')),
      fc.tuple(fc.constantFrom('narratives', 'explanations', 'finalised', 'notes'), fc.string()),
      fc.tuple(fc.constant('notes'), fc.constantFrom('2', '3', '4', '5')),
    );
    fc.assert(
      fc.property(place, value, ([key, inner], changed) => {
        const part = (file as Record<string, unknown>)[key];
        accepted(JSON.stringify({ ...file, [key]: { ...(part as object), [inner]: changed } }));
      }),
      { numRuns: 500 },
    );
  });

  test('so is a file with a few characters lost or added', () => {
    const json = reportJson(samples['2019'], by);
    const edit = fc.tuple(fc.nat(json.length), fc.nat(3), fc.string({ maxLength: 2, unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        accepted(edits.reduce((now, [at, removed, added]) => now.slice(0, at) + added + now.slice(at + removed), json));
      }),
      { numRuns: 300 },
    );
  });
});
