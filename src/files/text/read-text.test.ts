// Text that was a table: no figure may stand in another one's box, whatever was lost; what cannot be placed is listed.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../../fixtures/messy.ts';
import { published } from '../../../fixtures/published.ts';
import { benignForms, lossyForms } from '../../../fixtures/text-forms.ts';
import { runs } from '../../../fixtures/whole.ts';
import { lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import type { Content } from '../../report/draft.ts';
import { emptyContent } from '../../report/draft.ts';
import { printed } from '../paper/printed.ts';
import { recognise } from '../recognise/recognise.ts';
import { readTables } from '../recognise/tables.ts';
import { readText } from './read-text.ts';

type Outcome = { wrong: string[]; lost: string[]; placed: number; filled: number; found: number };

/** What became of each figure that the report prints. */
function outcomeOf(content: Content, text: string): Outcome {
  const { words } = printed(content, { withExplanations: false });
  const source = readText(text);
  const { found } = readTables(source.blocks);
  const { unplaced } = recognise(source);
  const listed = unplaced.flatMap(({ texts }) => texts.flatMap((said) => said.split(/[\s，：]+/)));
  const wrong: string[] = [];
  const lost: string[] = [];
  let placed = 0;
  let filled = 0;
  for (const { id } of lawOf(content.format).cells) {
    const said = words.get(id) ?? '';
    // A heading in 万元 gives its figure the unit.
    const read = (found.get(id)?.text ?? '').replace(/(?<=\d)万元$/, '');
    if (said !== '') filled++;
    if (read !== '' && read !== said) wrong.push(`${id}: ${said || 'blank'} → ${read}`);
    else if (said !== '' && read === said) placed++;
    else if (said !== '') {
      const at = listed.indexOf(said);
      if (at < 0) lost.push(`${id}: ${said}`);
      else listed.splice(at, 1);
    }
  }
  return { wrong, lost, placed, filled, found: found.size };
}

/** Every box says another number, so that none can stand in another's place unseen; some are blank. */
function numbered(format: '2019' | '2021', blank: (at: number) => boolean): Content {
  const answers = lawOf(format).cells.flatMap(({ id }, at) => (blank(at) ? [] : [[id, String(1001 + at)] as const]));
  return {
    ...emptyContent('云溪市数据服务局', format === '2019' ? 2020 : 2024, format),
    answers: Object.fromEntries(answers),
  };
}

const reports: Readonly<Record<string, Content>> = {
  ...published,
  ...samples,
  'numbered 2019': numbered('2019', () => false),
  'numbered 2021': numbered('2021', () => false),
  'numbered 2019 with blanks': numbered('2019', (at) => at % 5 === 2 || at % 11 === 3),
  'numbered 2021 with blanks': numbered('2021', (at) => at % 5 === 2 || at % 11 === 3),
  'numbered 2021, blank rows': numbered('2021', (at) => at < 3 || Math.floor((at - 11) / 7) % 3 === 1),
};

describe.each(Object.entries(reports))('%s', (_, content) => {
  test.each(Object.entries(benignForms))('%s: all of it', (_, form) => {
    const { wrong, lost, placed, filled, found } = outcomeOf(content, form(pageOf(content)));
    expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    expect(placed).toBe(filled);
    expect(found).toBe(lawOf(content.format).cells.length);
  });

  test.each(Object.entries(lossyForms))('%s: no figure in another box', (_, form) => {
    const { wrong, lost } = outcomeOf(content, form(pageOf(content)));
    expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
  });
});

// Texts that programs really made of the sample with its zeros left blank: LibreOffice's text, Chromium's of a page with
// <td><p>, and what Poppler reads out of LibreOffice's PDF. `placed`: how many of its figures find their box.
const captured: Readonly<Record<string, number>> = {
  'libreoffice.txt': 38,
  'chromium-copied.txt': 2,
  'chromium-inner-text.txt': 38,
  'pdftotext.txt': 0,
  'pdftotext-layout.txt': 6,
  'pdftotext-raw.txt': 6,
};

test.each(Object.entries(captured))('%s as it was made', (name, known) => {
  const sample = samples['2021'];
  const answers = Object.fromEntries(Object.entries(sample.answers).filter(([, text]) => text !== '0'));
  const text = readFileSync(new URL(`../../../fixtures/captured/${name}`, import.meta.url), 'utf8');
  const { wrong, lost, placed } = outcomeOf({ ...sample, answers }, text);
  expect({ wrong, lost, placed }).toEqual({ wrong: [], lost: [], placed: known });
});

// Not both at once: an empty line less and one more within a row leave no trace.
const damages = {
  'lines lost': (lines: readonly string[], hit: ReadonlySet<number>) => lines.filter((_, at) => !hit.has(at)),
  'empty lines added': (lines: readonly string[], hit: ReadonlySet<number>) =>
    lines.flatMap((line, at) => (hit.has(at) ? ['', line] : [line])),
  'lines joined': (lines: readonly string[], hit: ReadonlySet<number>) =>
    lines.reduce((text, line, at) => text + (at === 0 ? '' : hit.has(at) ? ' ' : '\n') + line, '').split('\n'),
};

describe.each(Object.entries(damages))('%s at random', (_, damage) => {
  test.each(Object.entries({ ...benignForms, ...lossyForms }))('%s', (_, form) => {
    const places = fc.array(fc.nat(10_000), { maxLength: 8 });
    const blanks = fc.array(fc.nat(4), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(fc.constantFrom('2019', '2021'), blanks, places, (format, blanks, places) => {
        const content = numbered(format, (at) => blanks[at] === 0);
        const lines = form(pageOf(content)).split('\n');
        const text = damage(lines, new Set(places.map((at) => at % lines.length))).join('\n');
        expect(outcomeOf(content, text).wrong).toEqual([]);
      }),
      { numRuns: runs(6, 40) },
    );
  });
});
