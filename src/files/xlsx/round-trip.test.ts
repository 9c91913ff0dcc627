// Content → workbook → content: the samples, figures of published reports, and random reports of both formats.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import anonymised from '../../../fixtures/anonymised-city-2025.json';
import { anyContent } from '../../../fixtures/any-content.ts';
import hongze from '../../../fixtures/hongze-2023.json';
import shanghai from '../../../fixtures/shanghai-shizhengfu-bangongting-2019.json';
import suqian2023 from '../../../fixtures/suqian-2023.json';
import suqian2024 from '../../../fixtures/suqian-2024.json';
import zhalantun from '../../../fixtures/zhalantun-zhengwu-fuwuju-2019.json';
import { formatIds, lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { emptyContent } from '../../report/draft.ts';
import { read, write } from '../../report/reading.ts';
import { readReport } from '../json/read-report.ts';
import { reportJson } from '../json/write-report.ts';
import { readOwnXlsx } from './read-own-xlsx.ts';
import { by, bytesOf } from './testing.ts';

async function trip(content: Content) {
  const result = readOwnXlsx(await bytesOf(content));
  if (!result) throw new Error('not read as our own');
  return result;
}

/** The same report as the JSON file carries it there and back. */
function throughJson(content: Content) {
  const result = readReport(reportJson(content, by));
  if (!result.ok) throw new Error(result.message);
  return result;
}

async function expectSame(content: Content): Promise<void> {
  const back = await trip(content);
  const expected = throughJson(content);
  expect(back.content).toEqual(expected.content);
  expect(back.totals).toEqual(expected.totals);
  expect(back.disagreements).toEqual([]);
  expect(reportJson(back.content, by)).toBe(reportJson(content, by));
}

describe.each(formatIds)('format %s', (id) => {
  const { cells, relations } = lawOf(id);
  const [first = '', second = '', third = ''] = cells.map((cell) => cell.id);

  test('the sample comes back', () => expectSame(samples[id]));

  test('a blank report comes back', () => expectSame(emptyContent('', 2025, id)));

  test('unreadable answers, remarks and typed totals come back', async () => {
    const received = 'requests/received/';
    const answers = {
      ...samples[id].answers,
      [first]: '12x',
      [second]: '22（其中修订16件，含“两法”"衔接"3件）',
      [third]: `5（${'说明'.repeat(200)}）`,
      [`${received}natural-person`]: '9007199254740991',
      [`${received}business`]: '_x0041_',
      [`${received}nonprofit`]: 'constructor',
      [`${received}legal-service`]: '__proto__',
      [`${received}other`]: '\u0000 12 \r\n',
      [`${received}total`]: '99',
      'disputes/reconsideration/total': '4（含上年）',
      'disputes/direct-litigation/total': '1',
      'disputes/direct-litigation/upheld': '',
      'requests/carried-in/other': 'x'.repeat(70_000),
    };
    await expectSame({ ...samples[id], answers });
  });

  test('explanations come back', async () => {
    const text = '机构改革，\n口径调整';
    const figures = { [first]: 3, [second]: null, [third]: 0.30000000000000004, 'no/such/cell': -1e-7 };
    const [relation] = relations;
    await expectSame({ ...samples[id], explanations: { [relation?.id ?? '']: { text, figures } } });
  });

  test('notes below the tables come back, however long', async () => {
    const notes = {
      '2': '\n　　注：行政许可含委托实施的。 \n\n第三行\t"乙"',
      '3': `长${'长'.repeat(70_000)}`,
      '4': '一行\n'.repeat(2000),
    };
    await expectSame({ ...samples[id], notes });
  });

  test('narratives come back, however long', async () => {
    const narratives = {
      preamble: '\n\n首段前空两行\n\n',
      overview: '（一）主动公开。全年发布信息412条。\n'.repeat(4000),
      problems: `长${'长'.repeat(70_000)}`,
      others: '  引言\n成文日期：未定\n_x000D_\u2028\u0085<b>&amp;</b>\t',
    };
    await expectSame({ ...samples[id], narratives });
  });

  test('any report comes back', async () => {
    await fc.assert(fc.asyncProperty(contentOf(id), expectSame), { numRuns: 25 });
  }, 60_000);
});

function contentOf(format: (typeof formatIds)[number]): fc.Arbitrary<Content> {
  const { cells } = lawOf(format);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '一段\n两段', '\ufeff', '"}'));
  const answers = cells.map(({ id, decimals, signed, unit }) => {
    const max = decimals > 0 ? 1e15 - 1 : Number.MAX_SAFE_INTEGER;
    const figure = fc
      .oneof({ weight: 9, arbitrary: fc.integer({ min: signed ? -9 : 0, max: 9 }) }, fc.integer({ min: 0, max }))
      .map((units) => write(units, decimals));
    const remarked = fc
      .tuple(figure, fc.string({ unit: 'binary', maxLength: 8 }))
      .map(([n, said]) => `${n}（${said}）`);
    const odd = fc.constantFrom('12x', '/', '-4', '1e3', '１２　３', '+3', '5次', '99万元', ` 007${unit} `, ' ', '"\\');
    const any = fc.oneof({ weight: 9, arbitrary: figure }, remarked, odd, fc.string({ unit: 'binary', maxLength: 12 }));
    return fc.tuple(fc.constant(id), fc.option(any, { nil: '', freq: 4 }));
  });
  const note = fc
    .oneof(text, fc.constantFrom('甲\n\n 乙', '12', '=1+1', '一\r二', '_x000D_'))
    .filter((said) => said.trim() !== '');
  const all = fc.tuple(...answers).map((each) => Object.fromEntries(each));
  return anyContent({ format, text, answers: all, note });
}

test.each([
  ['宿迁 2023', suqian2023],
  ['宿迁 2024', suqian2024],
  ['a city of 2025', anonymised],
  ['洪泽 2023', hongze],
  ['上海 2019', shanghai],
  ['扎兰屯 2019', zhalantun],
] as const)('the figures of %s come back', async (_, { format, year, agency, figures }) => {
  const answers = Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [id, figure === null ? '' : String(figure)]),
  );
  await expectSame({ ...emptyContent(agency, year, format), answers });
});

test('money keeps its six decimals', async () => {
  for (const fee of ['0.000001', '59237.2449', '999999999.999999', '128.4', '0']) {
    const id = 'article-20-8/fees/amount';
    const { content } = await trip({ ...emptyContent('局', 2025, '2021'), answers: { [id]: fee } });
    expect(content.answers[id]).toBe(fee);
    const cell = lawOf('2021').cells.find((one) => one.id === id);
    expect(cell && read(fee, cell).kind).toBe('figure');
  }
});
