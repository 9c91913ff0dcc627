// What the narratives say in numbers about the subjects of the tables, each linked to the boxes that it must agree with. A small
// grammar: a text is lines with headings, sentences, clauses; a count in a clause has words before it, or after it, that say what it
// counts (clause.ts), whose it is (bodies.ts) and of when. What is not plain is passed over.
import { atOnce, type Steps } from '../steps.ts';
import { bodyIn, levelOf } from './bodies.ts';
import type { Claim, Reader } from './claim.ts';
import type { Context } from './clause.ts';
import { readSentence } from './sentence-claims.ts';
import { fold, ofKind, type Token, tokensOf } from './tokens.ts';
import type { Thing } from './vocabulary.ts';

/** All claims of a narrative, in order. */
export const claimsOf = (text: string, reader: Reader): readonly Claim[] => atOnce(claimSteps(text, reader));

export function* claimSteps(text: string, reader: Reader): Steps<readonly Claim[]> {
  const sentences = yield* sentencesOf(text, reader);
  const context: Context = { ...newText, hasWhole: sentences.some((sentence) => tellsOfWhole(sentence, reader)) };
  const claims: Claim[] = [];
  let heading: Thing | undefined;
  for (const { tokens, goesOn, isHeading, hasCount, isShort } of sentences) {
    yield;
    if (context.isForeign) context.thing = heading;
    if (!goesOn) Object.assign(context, { isOwn: true, isOtherYear: false });
    Object.assign(context, newSentence);
    if (isHeading) {
      heading = thingOf(tokens);
      Object.assign(context, { ...newText, hasWhole: context.hasWhole, thing: heading });
      if (!hasCount && isShort) continue;
    }
    claims.push(...readSentence(tokens, { text, reader, context }));
  }
  return claims;
}

type Sentence = {
  readonly tokens: readonly Token[];
  /** 「；…」 and 「。其中，…」 go on with whoever and whatever year was told of. */
  readonly goesOn: boolean;
  readonly isHeading: boolean;
  readonly hasCount: boolean;
  readonly isShort: boolean;
};

function* sentencesOf(text: string, { agency, year }: Reader): Steps<readonly Sentence[]> {
  const sentences: Sentence[] = [];
  for (const [from, to] of pieces(text, /\n/g)) {
    for (const [index, [start, end]] of pieces(text, sentenceEnds, from, to).entries()) {
      yield;
      const { begin, isNumbered } = afterNumber(text, start, end);
      const tokens = nested(tokensOf(fold(text, begin, end), year), agency);
      const [first] = tokens;
      if (!first) continue;
      const isPart = first.kind === 'word' && first.meaning.kind === 'part';
      const hasCount = tokens.some(({ kind }) => kind === 'count' || kind === 'aside');
      sentences.push({
        tokens,
        goesOn: index > 0 && (isPart || /[；;]/.test(text.charAt(start - 1))),
        isHeading: index === 0 && startsPart(text.slice(begin, end), isNumbered, hasCount),
        hasCount,
        isShort: end - begin < 20,
      });
    }
  }
  return sentences;
}

/** Whether a sentence counts for the whole area of the government whose report it is. */
function tellsOfWhole({ tokens, hasCount }: Sentence, { agency }: Reader): boolean {
  const level = levelOf(agency);
  return (
    hasCount &&
    level !== undefined &&
    ofKind(tokens, 'scope').some(({ meaning }) => meaning.of === 'whole' && meaning.level === level)
  );
}

/** A full stop after a digit is a point, or ends the number of a paragraph. */
const sentenceEnds = /[。；;！？!?.]/g;

/** What holds for one sentence only. */
const newSentence = {
  isForeign: false,
  isPublishing: false,
  isDeciding: false,
  isRest: false,
  row: 'received',
  columns: [],
  list: undefined,
  subject: undefined,
} satisfies Partial<Context>;

const newText: Context = {
  ...newSentence,
  thing: undefined,
  isOwn: true,
  hasCarriedIn: false,
  hasConcluded: false,
  hasReceived: false,
  isJoined: false,
  isOtherYear: false,
  hasWhole: false,
};

const startsPart = (said: string, isNumbered: boolean, hasCount: boolean): boolean =>
  isNumbered || (!hasCount && said.trim().length <= 20) || /^[^，,]{0,20}方面/.test(said);

/** The last thing that is named. */
function thingOf(tokens: readonly Token[]): Thing | undefined {
  let thing: Thing | undefined;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    if (token.meaning.kind === 'thing') thing = token.meaning.thing;
    if (token.meaning.kind === 'foreign') return undefined;
  }
  return thing;
}

/** Longest sentence that is read as one, in UTF-16 units; a longer one is read in pieces. */
const longest = 1_000;

/** The stretches between the marks, no longer than a bound. */
function pieces(text: string, marks: RegExp, from = 0, to = text.length): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const part = text.slice(from, to);
  let start = 0;
  const add = (end: number): void => {
    for (let at = start; at < end; at += longest) found.push([from + at, from + Math.min(end, at + longest)]);
  };
  for (const { index, 0: mark } of part.matchAll(marks)) {
    if (mark === '.' && /\d/.test(part.charAt(index - 1) + part.charAt(index + 1))) continue;
    add(index);
    start = index + mark.length;
  }
  add(part.length);
  return found;
}

const numbering =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|第?[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.．、](?!\d)|[①-⑳])[、.．]?/;

/** Past 「（二）」, 「2.」, 「一是」. */
function afterNumber(
  text: string,
  start: number,
  end: number,
): { readonly begin: number; readonly isNumbered: boolean } {
  const found = numbering.exec(text.slice(start, Math.min(end, start + 24)));
  return { begin: start + (found?.[0].length ?? 0), isNumbered: found !== null };
}

/** Asides become one token, quoted counts are none, titles go, and bodies are told. */
function nested(tokens: readonly Token[], agency: string): readonly Token[] {
  const stack: Token[][] = [[]];
  const opened: Token[] = [];
  let isQuoted = false;
  let isTitle = false;
  for (const token of tokens) {
    const top = stack.at(-1);
    if (!top) break;
    const sign = token.kind === 'mark' ? token.text : '';
    if (sign === '《' || sign === '〈') isTitle = true;
    else if (sign === '》' || sign === '〉') isTitle = false;
    else if (isTitle) continue;
    else if (sign === '“' || sign === '「') isQuoted = true;
    else if (sign === '”' || sign === '」') isQuoted = false;
    else if ((sign === '（' || sign === '(') && stack.length < 4) {
      stack.push([]);
      opened.push(token);
    } else if ((sign === '）' || sign === ')') && stack.length > 1) {
      const inner = stack.pop() ?? [];
      const start = opened.pop();
      stack.at(-1)?.push({ kind: 'aside', tokens: inner, at: start?.at ?? token.at, end: token.end, text: '' });
    } else if (token.kind === 'count' && isQuoted) top.push({ ...token, kind: 'unknown' });
    else if (token.kind === 'unknown') top.push(...bodiesIn(token, agency));
    else top.push(token);
  }
  // What is opened and never closed is no aside.
  return stack.flat();
}

function bodiesIn(token: Token, agency: string): readonly Token[] {
  const body = bodyIn(token.text, agency);
  if (!body) return [token];
  const cut = token.at + body.end;
  const rest = token.text.slice(body.end);
  return [
    { kind: 'body', isOwn: body.isOwn, at: token.at, end: cut, text: token.text.slice(0, body.end) },
    ...(rest === '' ? [] : [{ kind: 'unknown' as const, at: cut, end: token.end, text: rest }]),
  ];
}
