// What a report prints, from top to bottom, as blocks: each is a heading, a paragraph, a table or the signature.
import type { Paragraph } from '../files/paper/paragraphs.ts';
import type { Printed } from '../files/paper/printed.ts';
import type { Layout } from '../formats/layout.ts';
import type { NarrativeId, SectionNumber } from '../report/format.ts';

export type Block = { readonly key: string } & (
  | { readonly kind: 'title'; readonly agency: string; readonly title: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lead: string; readonly rest: string; readonly narrative?: NarrativeId }
  | { readonly kind: 'table'; readonly layout: Layout }
  | { readonly kind: 'note'; readonly table: SectionNumber; readonly text: string; readonly isFirst: boolean }
  | { readonly kind: 'signature'; readonly agency: string; readonly date: string; readonly indent: number }
);

export function blocksOf(report: Printed): readonly Block[] {
  const { agency, title, preamble, sections, explanations, signature } = report;
  const prose = (place: string, lines: readonly Paragraph[], narrative?: NarrativeId): Block[] =>
    lines.map(({ key, lead, rest }) => ({
      key: `${place}/${key}`,
      kind: 'paragraph',
      lead,
      rest,
      ...(narrative ? { narrative } : {}),
    }));
  const heading = (key: string, text: string): Block => ({ key, kind: 'heading', text });
  return [
    { key: 'title', kind: 'title', agency, title },
    ...prose('preamble', preamble, 'preamble'),
    ...sections.flatMap(({ number, heading: text, narrative, table, note }): Block[] => [
      heading(`section-${number}`, text),
      ...(narrative ? prose(narrative.id, narrative.lines, narrative.id) : []),
      ...(table ? [{ key: `table-${number}`, kind: 'table', layout: table } as const] : []),
      ...note.map(
        (text, at): Block => ({ key: `note-${number}/${at}`, kind: 'note', table: number, text, isFirst: at === 0 }),
      ),
    ]),
    ...(explanations.length > 0 ? [heading('explanations', '情况说明')] : []),
    ...explanations.flatMap(({ id, lines }) => prose(`explanation/${id}`, lines)),
    ...(signature ? [{ key: 'signature', kind: 'signature', ...signature } as const] : []),
  ];
}
