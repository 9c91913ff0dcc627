// Where the browser has broken a text into lines. It asks the browser and changes nothing.

/** What is drawn as one with the letter before it: no line begins with it. */
const joined = /^(?:\p{M}|\u200d|[\udc00-\udfff])/u;

type Place = { readonly node: Text; readonly start: number };

/**
 * For each line, the place in the element's text after its last character. Lines are told apart by their middles, which lie at least
 * `apart` pixels below one another. Takes a handful of questions a line.
 */
export function lineEnds(element: Element, apart: number): readonly number[] {
  const text = element.textContent ?? '';
  const range = rangeOf(placesIn(element));
  const ends: number[] = [];
  let start = 0;
  let length = 1;
  while (start < text.length) {
    const isBelow = (to: number): boolean => spansLines(range(start, to), apart);
    const first = firstTrue(isBelow, start + 2, text.length, start + length + 1);
    let end = first - 1;
    while (end > start + 1 && end < text.length && joined.test(text.slice(end, end + 2))) end--;
    ends.push(end);
    length = end - start;
    start = end;
  }
  return ends;
}

function placesIn(element: Element): readonly Place[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const places: Place[] = [];
  let start = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    places.push({ node, start });
    start += node.data.length;
  }
  return places;
}

/** Ranges by places in the whole text. Calls come in ascending order of `from`. */
function rangeOf(places: readonly Place[]): (from: number, to: number) => Range {
  const range = document.createRange();
  let low = 0;
  const holds = (at: number, offset: number): boolean => {
    const place = places[at];
    return place !== undefined && offset < place.start + place.node.data.length;
  };
  return (from, to) => {
    while (low < places.length - 1 && !holds(low, from)) low++;
    let high = low;
    while (high < places.length - 1 && !holds(high, to - 1)) high++;
    const [first, last] = [places[low] as Place, places[high] as Place];
    range.setStart(first.node, from - first.start);
    range.setEnd(last.node, to - last.start);
    return range;
  };
}

function spansLines(range: Range, apart: number): boolean {
  let middle: number | undefined;
  for (const { top, bottom, width } of range.getClientRects()) {
    // WebKit adds one of no width, where the line before ends.
    if (width === 0) continue;
    if (middle === undefined) middle = (top + bottom) / 2;
    else if ((top + bottom) / 2 - middle > apart) return true;
  }
  return false;
}

/** The first place from `low` to `high` where it is true, after which it stays true; `high + 1` where nowhere. Looks near `guess` first. */
function firstTrue(isTrue: (at: number) => boolean, low: number, high: number, guess: number): number {
  let [no, yes] = [low - 1, high + 1];
  let step = 1;
  let at = Math.min(Math.max(guess, low), high);
  while (no + 1 < yes) {
    if (isTrue(at)) yes = at;
    else no = at;
    const isClosed = no >= low && yes <= high;
    at = isClosed ? (no + yes) >> 1 : yes <= high ? Math.max(no + 1, yes - step) : Math.min(yes - 1, no + step);
    step *= 2;
  }
  return yes;
}
