// A sentence in words that are known, numbers, marks and what stands between them. Each place is looked at once, and a word has a bound.
import { numberOf, numberPattern, type Said } from './numerals.ts';
import { type Meaning, vocabulary, writtenOut } from './vocabulary.ts';

/** Where it stands in the text that was read, in UTF-16 units. */
type Place = { readonly at: number; readonly end: number; readonly text: string };

export type Token = Place &
  (
    | { readonly kind: 'word'; readonly meaning: Meaning }
    | { readonly kind: 'count'; readonly said: Said; readonly unit: string; readonly isRounded: boolean }
    | { readonly kind: 'mark' }
    | { readonly kind: 'unknown' }
    /** In brackets. */
    | { readonly kind: 'aside'; readonly tokens: readonly Token[] }
    /** A body by its name. */
    | { readonly kind: 'body'; readonly isOwn: boolean }
  );

export type WordToken = Extract<Token, { kind: 'word' }>;
type Told<Kind extends Meaning['kind']> = {
  readonly meaning: Extract<Meaning, { kind: Kind }>;
  readonly index: number;
  readonly token: WordToken;
};

/** The words of some kinds, with where they stand in the list. */
export function ofKind<Kind extends Meaning['kind']>(
  tokens: readonly Token[],
  ...kinds: readonly Kind[]
): readonly Told<Kind>[] {
  return tokens.flatMap((token, index) =>
    token.kind === 'word' && (kinds as readonly string[]).includes(token.meaning.kind)
      ? [{ meaning: token.meaning as Extract<Meaning, { kind: Kind }>, index, token }]
      : [],
  );
}

const words = new Map<string, Meaning>();
for (const [entry, meaning] of vocabulary) {
  for (const word of writtenOut(entry)) if (word !== '' && !words.has(word)) words.set(word, meaning);
}
/** By their first sign, the lengths that words have, longest first. */
const lengths = new Map<string, readonly number[]>();
for (const word of words.keys()) {
  const [first = ''] = word;
  lengths.set(
    first,
    [...new Set([...(lengths.get(first) ?? []), word.length])].sort((a, b) => b - a),
  );
}

const units =
  '件次|人次|万元|亿元|元|件|份|起|宗|部|例|个|次|条|项|家|人|名|篇|期|场|天|日|月|号|年|页|处|辆|类|批|卷|册|本|轮|种|％|%';
const countPattern = new RegExp(`(\\d{1,9}\\.\\d{1,6}|${numberPattern})([万亿])?(?:余|多)?(${units})?`, 'y');
const charactersPattern =
  /([一二两三四五六七八九十][零〇一二三四五六七八九十百千万]{0,11}|[零〇])(余|多)?(件次|件|份|起|宗|例)/y;
const datePattern =
  /(\d{4})\s?年度?(?:(?:\d{1,2}月(?:\d{1,2}日)?)(?:起)?(?:至|到|-|—|－|～|~)?(?:同年|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?/y;
const monthPattern = /\d{1,2}(?:[-—至]\d{1,2})?月(?:\d{1,2}日)?份?(?:底|末)?/y;
const mark = /[，,、：:；;（）()“”「」"'《》〈〉〔〕【】[\]。.!！?？—…·/]/;

/** What a sentence is made of; `year` is the report's. `at` is where the sentence begins. */
export function tokensOf(sentence: Folded, year: number): readonly Token[] {
  const { plain } = sentence;
  const tokens: Token[] = [];
  let unknownFrom = -1;
  let at = 0;
  const place = (from: number, to: number): Place => ({
    at: sentence.places[from] ?? 0,
    end: (sentence.places[to - 1] ?? 0) + 1,
    text: plain.slice(from, to),
  });
  const known = (token: (place: Place) => Token, to: number): void => {
    if (unknownFrom >= 0) tokens.push({ kind: 'unknown', ...place(unknownFrom, at) });
    unknownFrom = -1;
    tokens.push(token(place(at, to)));
    at = to;
  };
  while (at < plain.length) {
    const dated = yearAt(plain, at, year);
    if (dated) {
      known((where) => ({ kind: 'word', meaning: dated.meaning, ...where }), dated.end);
      continue;
    }
    const word = wordAt(plain, at);
    if (word && !isPartOfName(plain, at, word.length)) {
      known((where) => ({ kind: 'word', meaning: word.meaning, ...where }), at + word.length);
      continue;
    }
    const count = countAt(plain, at);
    if (count) {
      const { end, ...what } = count;
      known((where) => ({ kind: 'count', ...what, ...where }), end);
      continue;
    }
    if (mark.test(plain.charAt(at))) {
      known((where) => ({ kind: 'mark', ...where }), at + 1);
      continue;
    }
    if (unknownFrom < 0) unknownFrom = at;
    at++;
  }
  if (unknownFrom >= 0) tokens.push({ kind: 'unknown', ...place(unknownFrom, at) });
  return tokens;
}

function wordAt(plain: string, at: number): { readonly meaning: Meaning; readonly length: number } | undefined {
  for (const length of lengths.get(plain.charAt(at)) ?? []) {
    const meaning = at + length <= plain.length ? words.get(plain.slice(at, at + length)) : undefined;
    if (meaning) return { meaning, length };
  }
  return undefined;
}

/** 信访局 is a body and no letter; 办 counts only beside a number: 办8件, and not 政府办. */
function isPartOfName(plain: string, at: number, length: number): boolean {
  const next = plain.charAt(at + length);
  if (plain.slice(at, at + length + 1) === '中心') return true;
  if (plain.slice(at, at + length) === '办') return !/[\d了]/.test(next);
  return /[局委厅]/.test(next) && !/[局委厅]/.test(plain.charAt(at + length - 1));
}

function yearAt(
  plain: string,
  at: number,
  year: number,
): { readonly meaning: Meaning; readonly end: number } | undefined {
  datePattern.lastIndex = at;
  const dated = datePattern.exec(plain);
  if (dated) {
    const said = Number(dated[1]);
    const which = said === year ? 'this' : said === year + 1 ? 'next' : said === year - 1 ? 'last' : 'several';
    return { meaning: { kind: 'time', year: which }, end: at + dated[0].length };
  }
  monthPattern.lastIndex = at;
  const month = /\d/.test(plain.charAt(at)) ? monthPattern.exec(plain) : null;
  return month ? { meaning: { kind: 'time', year: 'part' }, end: at + month[0].length } : undefined;
}

function countAt(
  plain: string,
  at: number,
): { readonly said: Said; readonly unit: string; readonly isRounded: boolean; readonly end: number } | undefined {
  const isDigit = /\d/.test(plain.charAt(at));
  const pattern = isDigit ? countPattern : charactersPattern;
  pattern.lastIndex = at;
  const found = pattern.exec(plain);
  if (!found) return undefined;
  const end = at + found[0].length;
  if (!isDigit) {
    const said = numberOf(`${found[1]}${found[2] ?? ''}`);
    return said && { said, unit: found[3] ?? '', isRounded: false, end };
  }
  const [, number = '', power, unit = ''] = found;
  const said = number.includes('.') ? { number: Number(number), isAbout: false } : numberOf(number);
  if (!said) return undefined;
  const isMoney = power === '万' && unit === '元';
  return {
    said: { number: said.number, isAbout: said.isAbout || /[余多]/.test(found[0]) },
    unit: isMoney ? '万元' : power === '亿' ? '亿' : unit,
    isRounded: power !== undefined && !isMoney,
    end,
  };
}

/** A text without spaces and with the digits and letters of one width, and where each of its signs stands in the original. */
export type Folded = { readonly plain: string; readonly places: readonly number[] };

export function fold(text: string, from: number, to: number): Folded {
  let plain = '';
  const places: number[] = [];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (/\s/.test(text.charAt(at))) continue;
    // Full-width digits, letters, full stop and percent sign; commas and brackets stay as they are.
    const isWide =
      code === 0xff0e || code === 0xff05 || (code >= 0xff10 && code <= 0xff5a && code !== 0xff1a && code !== 0xff1b);
    plain += isWide ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
    places.push(at);
  }
  return { plain, places };
}
