// A sentence, clause by clause and count by count: what stands before a count since the last one, or after it, says what it is of. What
// one clause names holds for the next until something else is named.
import { levelOf } from './bodies.ts';
import { boxesOf } from './boxes.ts';
import type { Claim, Reader } from './claim.ts';
import { type Context, isAttributed, type Read, type Subject, subjectOf } from './clause.ts';
import { itemsOf, zeroesOf } from './none.ts';
import { ofKind, type Token } from './tokens.ts';

type Count = Extract<Token, { kind: 'count' }>;
type Run = { readonly text: string; readonly reader: Reader; readonly context: Context };
/** A clause's words that a bare count of the next may belong to, and the zeros they say where no count comes. */
type Held = { readonly tokens: readonly Token[]; readonly zeroes: readonly Claim[] };

const nothingHeld: Held = { tokens: [], zeroes: [] };

export function readSentence(tokens: readonly Token[], run: Run): readonly Claim[] {
  const claims: Claim[] = [];
  let held = nothingHeld;
  // The last count, unless nothing was read of it.
  let recent: Claim | undefined;
  if (run.context.thing === undefined && isOfRequests(tokens)) run.context.thing = 'requests';
  for (const clause of clausesOf(tokens)) {
    if (clause.some(({ kind }) => kind === 'count')) {
      const isBare = held.tokens.length > 0 && isFillerUpToCount(clause);
      if (!isBare) claims.push(...held.zeroes);
      if (!shareOf(clause, claims)) {
        const read = readCounts(isBare ? [...held.tokens, ...clause] : clause, run);
        recent = read.at(-1);
        claims.push(...read);
      }
      held = nothingHeld;
    } else {
      claims.push(...held.zeroes, ...followed(clause, run, recent));
      held = readWithoutCount(clause, run);
    }
  }
  return [...claims, ...held.zeroes];
}

/** A sentence that tells several outcomes, or what came in and what was carried over, needs no name for what they are of. */
function isOfRequests(tokens: readonly Token[]): boolean {
  const all = tokens.flatMap((token) => (token.kind === 'aside' ? token.tokens : [token]));
  if (ofKind(all, 'foreign').length > 0 || ofKind(all, 'thing').length > 0) return false;
  const outcomes = ofKind(all, 'outcome').filter(({ meaning }) => !meaning.weak);
  const comesIn = ofKind(all, 'verb').some(({ meaning }) => meaning.verb === 'receive');
  return outcomes.length > 1 || (comesIn && ofKind(all, 'carry').length > 0);
}

function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && (token.text === '，' || token.text === ',')) clauses.push([]);
    else clauses.at(-1)?.push(token);
  }
  return clauses.filter((clause) => clause.length > 0);
}

/** 「…，共计12件」 */
function isFillerUpToCount(clause: readonly Token[]): boolean {
  const before = clause.slice(
    0,
    clause.findIndex(({ kind }) => kind === 'count'),
  );
  const after = clause[before.length + 1];
  return (
    (after === undefined || after.kind === 'mark' || after.kind === 'aside') &&
    before.every((token) => token.kind === 'word' && ['filler', 'all'].includes(token.meaning.kind))
  );
}

const isCount = (token: Token): token is Count => token.kind === 'count';
const isWordOf = (token: Token, ...kinds: readonly string[]): boolean =>
  token.kind === 'word' && kinds.includes(token.meaning.kind);

function readCounts(clause: readonly Token[], run: Run): readonly Claim[] {
  const together = respectively(clause, run);
  if (together) return together;
  const { context } = run;
  const claims: Claim[] = [];
  let from = 0;
  for (const [index, count] of clause.entries()) {
    if (!isCount(count) || index < from) continue;
    const before = clause.slice(from, index).filter((token, at) => !(at === 0 && token.kind === 'mark'));
    const after = afterCount(clause, index);
    const asides = asidesBeside(clause, index, before);
    const said = before.filter(({ kind }) => kind !== 'aside');
    from = index + 1;
    look(said, run);
    if (!countable.test(count.unit)) continue;
    context.isRest = said.some((token) => isWordOf(token, 'rest'));
    const { read, isAfter } = readCount(said, after, count, context);
    if (isAfter) {
      from = index + 1 + after.length;
      look(after, run);
    }
    if (read === 'foreign' || (!read && said.some(isUnknown))) context.isForeign = true;
    const subject = typeof read === 'object' ? read.subject : again(said, context);
    if (!subject) {
      if (read === undefined) claims.push(...asides.flatMap((aside) => readAside(aside, run)));
      continue;
    }
    time(said, subject, context);
    const isSum = asides.map(carriedIn).find((is) => is !== undefined);
    const meant = isSum === undefined ? subject : withCarried(subject, isSum);
    const first = isAfter || typeof read !== 'object' ? count : read.first;
    const last = isAfter && typeof read === 'object' ? read.last : count;
    const wanted = context.isOwn && !context.isOtherYear && !isNear(said);
    const made = wanted
      ? severalOf(meant, said, context).flatMap((one) => claimOf(one, count, first, last, run, read))
      : [];
    remember(subject, context);
    claims.push(...made);
    for (const aside of asides) {
      if (!shareOf(aside, claims)) claims.push(...readAside(aside, run).filter((part) => !isSame(part, made[0])));
    }
  }
  return claims;
}

/** 名, 天 and % count nothing that has a box. */
const countable = /^(?:件次|件|份|起|宗|例|个|次|部|项|条|万元|元|)$/;

const isUnknown = (token: Token): boolean => token.kind === 'unknown' && token.text.length > 1;

/** 「上半年收到4件，下半年7件，全年11件」: the last of them is of the year. */
function again(said: readonly Token[], context: Context): Subject | undefined {
  const isTime = said.length > 0 && said.every((token) => isWordOf(token, 'time', 'filler', 'and'));
  const isThis = ofKind(said, 'time').some(({ meaning }) => meaning.year === 'this');
  return isTime && isThis && context.isOtherYear ? context.subject : undefined;
}

/** 「废止3件（含失效1件）」 tells a part of the same. */
const isSame = (one: Claim, other: Claim | undefined): boolean => one.means.join() === other?.means.join();

/** What is said of a count after it: up to the next, or to a mark. */
function afterCount(clause: readonly Token[], index: number): readonly Token[] {
  const rest = clause.slice(index + 1);
  const end = rest.findIndex(({ kind }) => kind === 'count' || kind === 'mark' || kind === 'aside');
  return end < 0 ? rest : rest.slice(0, end);
}

function asidesBeside(
  clause: readonly Token[],
  index: number,
  before: readonly Token[],
): readonly (readonly Token[])[] {
  const next = clause[index + 1];
  return [...before, ...(next ? [next] : [])].flatMap((token) => (token.kind === 'aside' ? [token.tokens] : []));
}

function readAside(tokens: readonly Token[], run: Run): readonly Claim[] {
  const { hasCarriedIn, hasConcluded, hasReceived, isJoined, ...kept } = { ...run.context };
  const claims = readSentence(tokens, run);
  Object.assign(run.context, kept);
  return claims;
}

/** 含上年结转 true, 不含上年结转 false. */
function carriedIn(aside: readonly Token[]): boolean | undefined {
  if (ofKind(aside, 'carry').length === 0) return undefined;
  if (ofKind(aside, 'without').length > 0) return false;
  return ofKind(aside, 'with', 'part').length > 0 ? true : undefined;
}

function withCarried(subject: Subject, isSum: boolean): Subject {
  if (subject.of !== 'row' || !subject.rows.some((rows) => rows.includes('received'))) return subject;
  return { ...subject, rows: [isSum ? ['received', 'carried-in'] : ['received']] };
}

type Reading = { readonly read: Read; readonly isAfter: boolean };

function readCount(before: readonly Token[], after: readonly Token[], count: Count, context: Context): Reading {
  const isNamed = before.some((token) =>
    isWordOf(token, 'thing', 'foreign', 'outcome', 'applicant', 'result', 'carry', 'left', 'document'),
  );
  const [next] = after;
  // 20个工作日
  if (count.unit === '个' && (next?.kind === 'unknown' || next?.text.startsWith('工作日')))
    return { read: 'stopped', isAfter: false };
  const object = after.find((token) => !isWordOf(token, 'filler'));
  if (!isNamed && object && (isWordOf(object, 'thing', 'foreign') || (object.kind === 'unknown' && object === next))) {
    const isTold = after.some((token) => isWordOf(token, 'thing', 'foreign'));
    if (!isTold) return { read: 'foreign', isAfter: true };
    return { read: subjectOf([...before, ...after], context, 'after', count.unit), isAfter: true };
  }
  if (object && isWordOf(object, 'foreign')) return { read: 'foreign', isAfter: true };
  if (count.said.number > 0 && isWordOf(before.find((token) => isWordOf(token, 'no')) ?? count, 'no')) {
    return { read: 'stopped', isAfter: false };
  }
  const read = subjectOf(before, context, 'before', count.unit);
  if (read || after.length === 0) return { read, isAfter: false };
  return { read: subjectOf(after, context, 'after', count.unit), isAfter: true };
}

/** Who is spoken of, and what of. */
function look(tokens: readonly Token[], { reader, context }: Run): void {
  let isWhole = false;
  for (const [index, token] of tokens.entries()) {
    // Where the whole area is told of, its government is one of many.
    if (token.kind === 'body') context.isOwn = token.isOwn && !context.hasWhole;
    if (token.kind !== 'word') continue;
    const { meaning } = token;
    // 全县各部门
    if (meaning.kind === 'scope' && !(isWhole && meaning.of === 'parts')) {
      context.isOwn = isOwnScope(meaning, reader, context);
      isWhole = meaning.of === 'whole';
    }
    if (meaning.kind === 'foreign') context.isForeign = true;
    if (meaning.kind === 'publish') context.isPublishing = true;
    if (meaning.kind === 'verb' || /^[作做]出$|^实施$/.test(token.text)) context.isPublishing = false;
    if (meaning.kind === 'thing' && meaning.weak && isAttributed(tokens, index)) context.isForeign = true;
    else if (meaning.kind === 'thing' && !(meaning.weak && context.isForeign)) {
      context.isForeign = false;
      context.thing = meaning.thing;
    }
  }
}

function isOwnScope(
  scope: { readonly of: 'self' | 'whole' | 'parts'; readonly level?: string },
  { agency }: Reader,
  context: Context,
): boolean {
  const level = levelOf(agency);
  if (scope.of === 'whole') return level === scope.level;
  if (scope.of === 'self') return level === undefined || !context.hasWhole;
  return false;
}

/** Which year is spoken of, unless the subject has its own. */
function time(tokens: readonly Token[], subject: Subject, context: Context): void {
  const isOver = subject.of === 'row' && subject.rows.every((rows) => rows.every((row) => row.startsWith('carried')));
  const isLast = (subject.of === 'work' || subject.of === 'fees') && (subject.isLast || subject.sign !== undefined);
  if (isLast || (isOver && !ofKind(tokens, 'time').some(({ meaning }) => meaning.year === 'part'))) return;
  const isWith = ofKind(tokens, 'with').length > 0 && ofKind(tokens, 'carry').length > 0;
  const told = ofKind(tokens, 'time').filter(
    ({ meaning }) => meaning.year !== 'next' && !(isWith && meaning.year === 'last'),
  );
  const year = told.at(-1)?.meaning.year;
  if (year !== undefined) context.isOtherYear = year !== 'this';
}

/** 近50件 is no number to hold against a box. */
function isNear(before: readonly Token[]): boolean {
  const last = before.at(-1);
  return last?.kind === 'unknown' && /(?:近|约|超|超过|逾|大约|将近|第|至少|最多|不足|达到?近)$/.test(last.text);
}

/** 行政复议、行政诉讼均为0件 */
function severalOf(subject: Subject, before: readonly Token[], context: Context): readonly Subject[] {
  const all = ofKind(before, 'all').at(-1);
  const items = all ? itemsOf(before.slice(0, all.index)) : [];
  if (items.length < 2 || items.some((item) => ofKind(item, 'thing').length === 0)) return [subject];
  return items.flatMap((item) => {
    const read = subjectOf(item, context, 'before', '件');
    return typeof read === 'object' ? [read.subject] : [];
  });
}

const units: Record<Subject['of'], RegExp> = {
  row: /^(?:件次|件|份|起|宗|例|个|)$/,
  dispute: /^(?:件次|件|起|宗|例|个|次|)$/,
  documents: /^(?:件|部|份|个|项|)$/,
  work: /^(?:件次|件|起|宗|例|个|次|项|)$/,
  fees: /^(?:万元|元|项)$/,
  procurement: /^(?:万元|元|项|个|次|件)$/,
};

function claimOf(
  subject: Subject,
  count: Count,
  first: Token,
  last: Token,
  { text, reader }: Run,
  read: Read,
): readonly Claim[] {
  const isNamed = typeof read === 'object' && !read.isCarried;
  const isUnit =
    units[subject.of].test(count.unit) ||
    (count.unit === '次' && isNamed) ||
    (count.unit === '条' && subject.of === 'row' && isNamed && /收|受理|接/.test(first.text + last.text));
  if (count.isRounded || !isUnit) return [];
  const means = boxesOf(subject, reader.law);
  const number = inUnit(subject, count, reader);
  if (means.length === 0 || number === undefined) return [];
  const [from, to] = first.at < count.at ? [first, last] : [count, last];
  return [
    {
      at: from.at,
      end: to.end,
      words: text.slice(from.at, to.end),
      said: { ...count.said, number },
      means,
      basis: isNamed ? 'named' : 'carried',
    },
  ];
}

/** In the unit of the box: fees are in 万元, procurement is in 元. */
function inUnit(subject: Subject, { said, unit }: Count, { law }: Reader): number | undefined {
  const sign = (subject.of === 'work' || subject.of === 'fees') && subject.sign === -1 ? -1 : 1;
  if (subject.of === 'fees' && unit !== '项') {
    if (!law.indexOf.has('article-20-8/fees/amount')) return undefined;
    return unit === '元' ? said.number / 10_000 : said.number;
  }
  if (subject.of === 'procurement' && unit === '万元') return Math.round(said.number * 1_000_000) / 100;
  return sign * said.number;
}

/** What comes after may be a part of it. */
function remember(subject: Subject, context: Context): void {
  context.subject = subject;
  if (subject.of === 'dispute') context.list = subject.result ? 'results' : undefined;
  if (subject.of !== 'row') return;
  const [rows = []] = subject.rows;
  if (subject.columns.length > 0) context.list = 'columns';
  else {
    context.list = undefined;
    context.thing = 'requests';
    const [row] = rows;
    if (row !== undefined) context.row = row;
  }
  if (rows.includes('received')) context.hasReceived = true;
  if (rows.includes('concluded')) context.hasConcluded = true;
  if (rows.includes('carried-in')) {
    context.hasCarriedIn = !rows.includes('received');
    context.isJoined = rows.includes('received');
  }
}

/** 予以公开、部分公开分别为5件、3件 */
function respectively(clause: readonly Token[], run: Run): readonly Claim[] | undefined {
  const at = clause.findIndex((token) => isWordOf(token, 'respectively'));
  const counts = clause.filter(isCount);
  if (at < 0 || counts.length < 2) return undefined;
  const head = clause.slice(0, at);
  const items = itemsOf(head);
  const tail = clause.slice(at + 1);
  if (items.length !== counts.length || tail.some(({ kind }) => kind === 'unknown' || kind === 'aside'))
    return undefined;
  const { context } = run;
  look(head, run);
  const things = ofKind(head, 'thing');
  if (things.length === 1) context.thing = things[0]?.meaning.thing;
  return items.flatMap((item, number) => {
    const count = counts[number];
    const read = count && subjectOf(item, context, 'before', count.unit);
    if (!count || typeof read !== 'object') return [];
    time(item, read.subject, context);
    remember(read.subject, context);
    return context.isOwn && !context.isOtherYear ? claimOf(read.subject, count, count, count, run, read) : [];
  });
}

/** A share in percent belongs to the claim before it; true where the tokens say one. */
function shareOf(tokens: readonly Token[], claims: Claim[]): boolean {
  const [count, ...more] = tokens.filter(isCount);
  const last = claims.at(-1);
  if (!count || more.length > 0 || !/[%％]/.test(count.unit)) return false;
  const before = tokens.slice(0, tokens.indexOf(count));
  const isShare = before.length === 0 || before.some(({ text }) => text.includes('占'));
  if (!isShare || !last) return true;
  const [, decimals = ''] = count.text.replace(/[%％]/, '').split('.');
  claims[claims.length - 1] = { ...last, share: { percent: count.said.number, decimals: decimals.length } };
  return true;
}

/** 「…6件，均予维持」: the count before, of what this clause says. */
function followed(clause: readonly Token[], run: Run, last: Claim | undefined): readonly Claim[] {
  const { context } = run;
  if (!last || last.basis === 'in-words' || ofKind(clause, 'no', 'stop', 'foreign', 'rest', 'part').length > 0)
    return [];
  const isResult = ofKind(clause, 'result').length > 0;
  if (!isResult && ofKind(clause, 'all').length === 0) return [];
  if (!isResult && ofKind(clause, 'applicant', 'outcome').length === 0) return [];
  const read = subjectOf(clause, context, 'before', '件');
  if (typeof read !== 'object' || !context.isOwn || context.isOtherYear) return [];
  const means = boxesOf(read.subject, run.reader.law);
  const end = clause.at(-1)?.end ?? last.end;
  if (means.length === 0) return [];
  return [{ at: last.at, end, words: run.text.slice(last.at, end), said: last.said, means, basis: 'carried' }];
}

function readWithoutCount(clause: readonly Token[], run: Run): Held {
  const { context, reader, text } = run;
  const denied = zeroesOf(clause, context);
  look(clause, run);
  // What a comparison names is not what is told of.
  const told = clause.slice(0, ofKind(clause, 'stop')[0]?.index ?? clause.length);
  const year = ofKind(told, 'time')
    .filter(({ meaning }) => meaning.year !== 'next')
    .at(-1);
  if (year && ofKind(clause, 'carry').length === 0) context.isOtherYear = year.meaning.year !== 'this';
  // 「在自然人提出的申请中，」
  const among = clause.at(-1);
  const columns = ofKind(clause, 'applicant').flatMap(({ meaning }) => meaning.columns);
  if (columns.length > 0 && among?.text === '中') context.columns = columns;
  const isOurs = context.isOwn && !context.isOtherYear;
  const zeroes = (isOurs ? denied : []).flatMap(({ subject, first, last }): readonly Claim[] => {
    const [means] = boxesOf(subject, reader.law);
    if (!means) return [];
    const words = text.slice(first.at, last.end);
    return [
      { at: first.at, end: last.end, words, said: { number: 0, isAbout: false }, means: [means], basis: 'in-words' },
    ];
  });
  const isHeld = ofKind(clause, 'stop', 'no').length === 0;
  return { tokens: isHeld ? clause : [], zeroes };
}
