// Figures in narratives that follow their cells: where they stand, how typing moves them, and what they say when the cell changes.
import type { Content } from './draft.ts';
import type { NarrativeId } from './format.ts';

/** A stretch of a narrative that says what a cell says. */
export type FigureLink = NonNullable<Content['links']>[number];

/** The links after someone changed the narrative from `before` to `after` in one place. One that was written into is dropped. */
export function movedLinks(
  links: readonly FigureLink[],
  narrative: NarrativeId,
  before: string,
  after: string,
): readonly FigureLink[] {
  if (links.length === 0) return links;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const shift = after.length - before.length;
  return links.flatMap((link) => {
    if (link.narrative !== narrative || link.at + link.text.length <= start) return [link];
    return link.at >= before.length - end ? [{ ...link, at: link.at + shift }] : [];
  });
}

/**
 * The narrative with each linked stretch saying what its cell says now, and the links where they then stand.
 * `say` gives undefined for a cell without a figure: what stands there stays.
 */
export function followed(
  links: readonly FigureLink[],
  narrative: NarrativeId,
  text: string,
  say: (cell: string) => string | undefined,
): { readonly text: string; readonly links: readonly FigureLink[] } {
  let done = '';
  let from = 0;
  const kept: FigureLink[] = [];
  const here = links.filter((link) => link.narrative === narrative).sort((a, b) => a.at - b.at);
  for (const link of here) {
    if (link.at < from || text.slice(link.at, link.at + link.text.length) !== link.text) continue;
    done += text.slice(from, link.at);
    from = link.at + link.text.length;
    const now = say(link.cell) ?? link.text;
    kept.push({ ...link, at: done.length, text: now });
    done += now;
  }
  return { text: done + text.slice(from), links: [...links.filter((link) => link.narrative !== narrative), ...kept] };
}
