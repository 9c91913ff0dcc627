// The report as a row of blocks, in the order of the paper: texts, which break between lines, and tables, which break between rows.
// It says what belongs together; it knows no sizes.
import type { Paragraph } from '../files/paper/paragraphs.ts';
import type { Printed } from '../files/paper/printed.ts';
import type { Layout } from '../formats/layout.ts';
import type { NarrativeId } from '../report/format.ts';

/** Text of one look within a paragraph. */
export type Run = { readonly text: string; readonly look?: 'own-line' | 'lead' | 'address' };

/** What the element round some blocks is for. */
export type Frame =
  | { readonly kind: 'narrative'; readonly id: NarrativeId }
  | { readonly kind: 'note'; readonly table: number }
  | { readonly kind: 'signature' };

type Together = {
  /** Stands on one page with what follows. */
  readonly keepsNext: boolean;
  /** Blocks with the same number stand on one page where there is room. */
  readonly whole?: number;
};

export type TextBlock = Together & {
  readonly kind: 'text';
  readonly key: string;
  readonly tag: 'h1' | 'h2' | 'p';
  readonly runs: readonly Run[];
  readonly frame?: Frame;
  /** All of it is a sub-heading. */
  readonly isSubheading?: boolean;
  /** From the right edge, in characters. */
  readonly indent?: number;
};
export type TableBlock = Together & { readonly kind: 'table'; readonly key: string; readonly layout: Layout };
export type Block = TextBlock | TableBlock;

export function blocksOf(report: Printed): readonly Block[] {
  const { agency, title, preamble, sections, explanations, signature } = report;
  const blocks: Block[] = [
    {
      kind: 'text',
      key: 'title',
      tag: 'h1',
      runs: [{ text: agency, look: 'own-line' }, { text: ' ' }, { text: title, look: 'own-line' }],
      keepsNext: true,
    },
    ...prose('preamble', preamble, { kind: 'narrative', id: 'preamble' }),
  ];
  for (const { number, heading: words, narrative, table, note } of sections) {
    const together = narrative ? {} : { whole: number };
    blocks.push({ ...heading(`heading-${number}`, words), ...together });
    if (narrative) blocks.push(...prose(narrative.id, narrative.lines, { kind: 'narrative', id: narrative.id }));
    if (table) blocks.push({ kind: 'table', key: `table-${number}`, layout: table, keepsNext: false, ...together });
    for (const [at, text] of note.entries()) {
      const frame = { kind: 'note', table: number } as const;
      const key = `note-${number}-${at}`;
      blocks.push({ kind: 'text', key, tag: 'p', runs: [{ text }], frame, keepsNext: false, ...together });
    }
  }
  if (explanations.length > 0) blocks.push(heading('heading-explanations', '情况说明'));
  for (const { id, lines } of explanations) blocks.push(...prose(id, lines));
  if (!signature) return blocks;
  // 成文日期 never stands alone on a page.
  const last = blocks.pop();
  if (last) blocks.push({ ...last, keepsNext: true });
  const signed = { kind: 'text', tag: 'p', frame: { kind: 'signature' } } as const;
  return [
    ...blocks,
    { ...signed, key: 'agency', runs: [{ text: signature.agency }], indent: signature.indent, keepsNext: true },
    { ...signed, key: 'date', runs: [{ text: signature.date }], keepsNext: false },
  ];
}

const heading = (key: string, text: string): TextBlock => ({
  kind: 'text',
  key,
  tag: 'h2',
  runs: [{ text }],
  keepsNext: true,
});

function prose(id: string, lines: readonly Paragraph[], frame?: Frame): readonly TextBlock[] {
  return lines.map(({ key, lead, rest }) => ({
    kind: 'text',
    key: `${id}-${key}`,
    tag: 'p',
    runs: [...(lead === '' ? [] : [{ text: lead, look: 'lead' } as const]), ...runsOf(rest)],
    isSubheading: rest === '',
    keepsNext: rest === '',
    ...(frame ? { frame } : {}),
  }));
}

/** A web address may break anywhere: kept whole, it would leave the line before it stretched or half empty. */
function runsOf(text: string): readonly Run[] {
  const parts = text.split(/([!-~]{16,})/);
  // Every second part is an address.
  return parts.flatMap((part, at) =>
    part === '' ? [] : [at % 2 === 0 ? { text: part } : { text: part, look: 'address' }],
  );
}

/** From one character of the whole text to before another. */
export function cutRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  let start = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    start += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
