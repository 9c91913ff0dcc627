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
  // Asked many times of each clause, and mostly in vain: nothing is made until something is found.
  let found: Told<Kind>[] | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word' || !(kinds as readonly string[]).includes(token.meaning.kind)) continue;
    found ??= [];
    found.push({ meaning: token.meaning as Extract<Meaning, { kind: Kind }>, index, token });
  }
  return found ?? none;
}

const none: readonly never[] = [];

/** The words by their signs: the first entry of a word is the one that counts. */
type Branch = { meaning?: Meaning; readonly next: Map<number, Branch> };
const known: Branch = { next: new Map() };
for (const [entry, meaning] of vocabulary) {
  for (const word of writtenOut(entry)) {
    let branch = known;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      const next = branch.next.get(code) ?? { next: new Map() };
      branch.next.set(code, next);
      branch = next;
    }
    if (word !== '') branch.meaning ??= meaning;
  }
}

const units =
  '件次|人次|万元|亿元|元|件|份|起|宗|部|例|个|次|条|项|家|人|名|篇|期|场|天|日|月|号|年|页|处|辆|类|批|卷|册|本|轮|种|％|%';
const countPattern = new RegExp(`(\\d{1,9}\\.\\d{1,6}|${numberPattern})([万亿])?(?:余|多)?(${units})?`, 'y');
const charactersPattern =
  /([一二两三四五六七八九十][零〇一二三四五六七八九十百千万]{0,11}|[零〇])(余|多)?(件次|件|份|起|宗|例)/y;
const datePattern =
  /(\d{4})\s?年度?(?:(?:\d{1,2}月(?:\d{1,2}日)?)(?:起)?(?:至|到|-|—|－|～|~)?(?:同年|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?/y;
const monthPattern = /\d{1,2}(?:[-—至]\d{1,2})?月(?:\d{1,2}日)?份?(?:底|末)?/y;
/** What a sign may begin, by its code: most begin nothing, and only what they may begin is looked for. */
const begins = new Uint8Array(0x10000);
const [digit, inCharacters, aMark, aWord] = [1, 2, 4, 8];
const mayBegin = (signs: Iterable<string>, what: number): void => {
  for (const sign of signs) {
    const code = sign.charCodeAt(0);
    begins[code] = (begins[code] ?? 0) | what;
  }
};
mayBegin('0123456789', digit);
mayBegin('零〇一二两三四五六七八九十', inCharacters);
mayBegin('，,、：:；;（）()“”「」"\'《》〈〉〔〕【】[]。.!！?？—…·/', aMark);
for (const code of known.next.keys()) begins[code] = (begins[code] ?? 0) | aWord;

/** What a sentence is made of; `year` is the report's. `at` is where the sentence begins. */
export function tokensOf(sentence: Folded, year: number): readonly Token[] {
  const { plain } = sentence;
  const tokens: Token[] = [];
  let unknownFrom = -1;
  let at = 0;
  const place = (from: number, to: number): Place => ({
    at: sentence.place(from),
    end: sentence.place(to - 1) + 1,
    text: plain.slice(from, to),
  });
  const add = (token: (place: Place) => Token, to: number): void => {
    if (unknownFrom >= 0) tokens.push({ kind: 'unknown', ...place(unknownFrom, at) });
    unknownFrom = -1;
    tokens.push(token(place(at, to)));
    at = to;
  };
  while (at < plain.length) {
    const may = begins[plain.charCodeAt(at)] ?? 0;
    if (may === 0) {
      if (unknownFrom < 0) unknownFrom = at;
      at++;
      continue;
    }
    const dated = may & digit ? yearAt(plain, at, year) : undefined;
    if (dated) {
      add((where) => ({ kind: 'word', meaning: dated.meaning, ...where }), dated.end);
      continue;
    }
    const word = may & aWord ? wordAt(plain, at) : undefined;
    if (word && !isPartOfName(plain, at, word.length)) {
      add((where) => ({ kind: 'word', meaning: word.meaning, ...where }), at + word.length);
      continue;
    }
    const count = may & (digit | inCharacters) ? countAt(plain, at, (may & digit) !== 0) : undefined;
    if (count) {
      const { end, ...what } = count;
      add((where) => ({ kind: 'count', ...what, ...where }), end);
      continue;
    }
    if (may & aMark) {
      add((where) => ({ kind: 'mark', ...where }), at + 1);
      continue;
    }
    if (unknownFrom < 0) unknownFrom = at;
    at++;
  }
  if (unknownFrom >= 0) tokens.push({ kind: 'unknown', ...place(unknownFrom, at) });
  return tokens;
}

function wordAt(plain: string, at: number): { readonly meaning: Meaning; readonly length: number } | undefined {
  let longest: { readonly meaning: Meaning; readonly length: number } | undefined;
  let branch: Branch | undefined = known.next.get(plain.charCodeAt(at));
  for (let length = 1; branch; length++) {
    if (branch.meaning) longest = { meaning: branch.meaning, length };
    branch = branch.next.get(plain.charCodeAt(at + length));
  }
  return longest;
}

/** 信访局 is a body and no letter; 办 counts only beside a number: 办8件, and not 政府办. */
function isPartOfName(plain: string, at: number, length: number): boolean {
  const next = plain.charAt(at + length);
  if (plain.slice(at, at + length + 1) === '中心') return true;
  if (plain.slice(at, at + length) === '办') return !/[\d了]/.test(next);
  return /[局委厅]/.test(next) && !/[局委厅]/.test(plain.charAt(at + length - 1));
}

/** At a digit. */
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
  const month = monthPattern.exec(plain);
  return month ? { meaning: { kind: 'time', year: 'part' }, end: at + month[0].length } : undefined;
}

function countAt(
  plain: string,
  at: number,
  isDigit: boolean,
): { readonly said: Said; readonly unit: string; readonly isRounded: boolean; readonly end: number } | undefined {
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
export type Folded = {
  readonly plain: string;
  /** Where the sign at `at` stands in the original. */
  place(at: number): number;
};

const isPlain = /^[^\s０-ｚ．％]*$/;

export function fold(text: string, from: number, to: number): Folded {
  const said = text.slice(from, to);
  if (isPlain.test(said)) return { plain: said, place: (at) => from + at };
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
  return { plain, place: (at) => places[at] ?? 0 };
}
