// Where pages break. It knows heights only: what is printed comes as strips from top to bottom, lines of a paragraph and rows of a table
// among them, and each page takes as many as fit. Pure; one unit of length throughout.

export type Strip = {
  readonly height: number;
  /** White above it; there is none at the top of a page. Below 0 where it stands nearer than what is before it would let it. */
  readonly gap: number;
  /** It should not be the first of a page: it belongs to what is before it. */
  readonly isTied: boolean;
  /** Of what is printed again above it where it is the first of a page: the head of its table. */
  readonly headHeight?: number;
};

/** Numbers of strips, the second of them no longer on the page. */
export type Page = { readonly from: number; readonly to: number };

/**
 * Every strip stands on one page, in order. A page is higher than `height` only where one strip alone is. Strips that are tied stay
 * together as long as all of them fit on a page.
 */
export function paginate(strips: readonly Strip[], height: number): readonly Page[] {
  const pages: Page[] = [];
  let from = 0;
  while (from < strips.length) {
    const full = fill(strips, from, height);
    const to = full === strips.length ? full : lastBreak(strips, from, full);
    pages.push({ from, to });
    from = to;
  }
  return pages;
}

/** The first strip that does not fit on a page that begins with `from`; at least one does. */
function fill(strips: readonly Strip[], from: number, height: number): number {
  let used = strips[from]?.headHeight ?? 0;
  for (let at = from; at < strips.length; at++) {
    const strip = strips[at] as Strip;
    used += strip.height + (at === from ? 0 : strip.gap);
    if (used > height && at > from) return at;
  }
  return strips.length;
}

/** Where to break at or before `full`: before a strip that is not tied; where all are tied, before the first that does not fit. */
function lastBreak(strips: readonly Strip[], from: number, full: number): number {
  for (let at = full; at > from; at--) if (!strips[at]?.isTied) return at;
  return full;
}
