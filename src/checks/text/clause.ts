// What one clause says of one count: which boxes it means, as far as the words leave no doubt. What is not plain is passed over.
import { ofKind as all, type Token, type WordToken } from './tokens.ts';
import type { Applicant, Dispute, DocumentColumn, Group, Result, Thing, Work } from './vocabulary.ts';

/** What a count is of. */
export type Subject =
  | { readonly of: 'row'; readonly rows: readonly (readonly Row[])[]; readonly columns: readonly Column[] }
  | { readonly of: 'dispute'; readonly dispute: Dispute; readonly result?: Result }
  | { readonly of: 'documents'; readonly thing: 'normative' | 'regulations'; readonly column: DocumentColumn }
  | { readonly of: 'work'; readonly thing: Work; readonly sign?: 1 | -1; readonly isLast?: true }
  | { readonly of: 'fees'; readonly sign?: 1 | -1; readonly isLast?: true }
  | { readonly of: 'procurement'; readonly column: 'projects' | 'amount' };

/** A row of section 三: by the beginning of its id (a group) or by its whole id. */
export type Row = 'received' | 'carried-in' | 'concluded' | 'carried-out' | Group | (string & {});
type Column = Applicant | 'other';

/** What the clauses before have left standing. */
export type Context = {
  thing: Thing | undefined;
  /** What is counted is nothing of ours until something else is named. */
  isForeign: boolean;
  isOwn: boolean;
  /** The row that columns belong to. */
  row: Row;
  columns: readonly Column[];
  /** The last of a list decides what 其他 is. */
  list: 'columns' | 'results' | undefined;
  hasCarriedIn: boolean;
  hasConcluded: boolean;
  hasReceived: boolean;
  /** 新收与结转 have been told as one. */
  isJoined: boolean;
  isOtherYear: boolean;
  /** Of decisions, as of all else, some are published. */
  isPublishing: boolean;
  /** Disputes of others, which the body decides. */
  isDeciding: boolean;
  /** What is counted is what other numbers leave: 其余4件. */
  isRest: boolean;
  /** Of the last count of the sentence that had one. */
  subject: Subject | undefined;
  /** The text tells of the whole area; then one office's number is a part of it. */
  hasWhole: boolean;
};

export type Read =
  | { readonly subject: Subject; readonly first: Token; readonly last: Token; readonly isCarried: boolean }
  | 'stopped'
  | 'foreign'
  | undefined;

const isWord = (token: Token): token is WordToken => token.kind === 'word';

const isFiller = (token: Token): boolean =>
  isWord(token) &&
  (['filler', 'all', 'with', 'part', 'and', 'rest', 'cue', 'scope'].includes(token.meaning.kind) ||
    (token.meaning.kind === 'time' && token.meaning.year === 'this'));

export const isDispute = (thing: Thing | undefined): thing is Dispute =>
  thing === 'reconsideration' || thing === 'litigation' || thing === 'direct' || thing === 'after';
const isDocument = (thing: Thing | undefined): thing is 'normative' | 'regulations' =>
  thing === 'normative' || thing === 'regulations';
const isWork = (thing: Thing | undefined): thing is Work =>
  thing === 'licensing' || thing === 'other-services' || thing === 'penalties' || thing === 'coercion';

/**
 * What a count is of that stands after `tokens`, or before them. `stopped`: it is none of ours, though what comes after may be;
 * `foreign`: it is of a thing that the form does not know.
 */
export function subjectOf(
  tokens: readonly Token[],
  context: Context,
  place: 'before' | 'after' | 'denied',
  unit: string,
): Read {
  if (place === 'before' && tokens.some((token) => isWord(token) && token.meaning.kind === 'stop')) {
    return changeOf(tokens, context, unit) ?? 'stopped';
  }
  const change = changeOf(tokens, context, unit);
  if (change) return change;
  const publishes = all(tokens, 'publish').length > 0;
  if (all(tokens, 'etc').length > 0 && all(tokens, 'outcome').every(({ meaning }) => meaning.reason !== undefined)) {
    if (all(tokens, 'outcome').length > 0) return 'stopped';
  }
  const governing = governs(tokens, context, unit);
  if (!governing) return undefined;
  const { subject, first, last } = governing;
  const [joined, other] = [tokens[first - 1], tokens[first - 2]];
  // 信息不存在或不掌握: one of them has no row.
  if (
    joined &&
    isWord(joined) &&
    joined.meaning.kind === 'and' &&
    other &&
    (other.kind === 'unknown' || (isWord(other) && other.meaning.kind === 'no'))
  )
    return 'stopped';
  if (publishes && subject.of !== 'documents') return 'stopped';
  if (context.isPublishing && (subject.of === 'work' || subject.of === 'row')) return 'stopped';
  const between = place === 'before' ? tokens.slice(last + 1) : tokens.slice(0, first);
  if (place === 'denied') {
    const token = tokens[first];
    return token && { subject, first: token, last: token, isCarried: false };
  }
  const isPlain = between.every((token) => isFiller(token) || isThing(token) || isVerb(token) || isColon(token));
  if (!isPlain) {
    const isObject = between.some(({ kind }) => kind === 'unknown' || kind === 'body');
    return isObject ? 'foreign' : 'stopped';
  }
  const [token, end] = [tokens[first], tokens[last]];
  return token && end && { subject, first: token, last: end, isCarried: all(tokens, 'thing').length === 0 };
}

const isThing = (token: Token): boolean => isWord(token) && token.meaning.kind === 'thing';
const isVerb = (token: Token): boolean => isWord(token) && token.meaning.kind === 'verb';
const isColon = (token: Token): boolean => token.kind === 'mark' && /[：:—-]/.test(token.text);

/** 本年增加1项, of the items of the 2019 form. */
function changeOf(tokens: readonly Token[], { thing }: Context, unit: string): Read {
  const [change] = all(tokens, 'change');
  const named = all(tokens, 'thing').at(-1)?.meaning.thing ?? thing;
  if (!change || unit !== '项') return undefined;
  const { sign } = change.meaning;
  const told = { first: change.token, last: change.token, isCarried: false };
  if (isWork(named)) return { subject: { of: 'work', thing: named, sign }, ...told };
  return named === 'fees' ? { subject: { of: 'fees', sign }, ...told } : undefined;
}

type Governing = { readonly subject: Subject; readonly first: number; readonly last: number };

function governs(tokens: readonly Token[], context: Context, unit: string): Governing | undefined {
  const things = all(tokens, 'thing');
  const named = things.at(-1);
  if (named?.meaning.weak && isAttributed(tokens, named.index)) return undefined;
  const thing = named?.meaning.thing ?? (context.isForeign ? undefined : context.thing);
  return (
    byOutcome(tokens, context, thing) ??
    byResult(tokens, context, thing) ??
    byApplicant(tokens, context) ??
    byCarry(tokens, context, thing) ??
    byDocument(tokens, thing) ??
    byThing(tokens, context, unit) ??
    byVerb(tokens, context, thing) ??
    byWeakOutcome(tokens, context, thing)
  );
}

function byOutcome(tokens: readonly Token[], context: Context, thing: Thing | undefined): Governing | undefined {
  const strong = all(tokens, 'outcome').filter(({ meaning }) => !meaning.weak);
  const [first] = strong;
  const last = strong.at(-1);
  if (!first || !last || context.isForeign) return undefined;
  if (isDispute(thing) && all(tokens, 'result').length > 0) return undefined;
  const reasons = strong.filter(({ meaning }) => meaning.reason !== undefined);
  const groups = strong.filter(({ meaning }) => meaning.reason === undefined);
  // A reason tells more than its group; a reason and another group are two things.
  if (reasons.length > 0 && groups.some(({ meaning }) => !reasons.some((one) => one.meaning.group === meaning.group))) {
    return undefined;
  }
  if (all(tokens, 'verb').some(({ meaning, index }) => meaning.verb === 'conclude' && index > last.index))
    return undefined;
  // 其余6件按其他情形处理: the rest of what is told, and no row.
  if (groups.some(({ meaning }) => meaning.group === 'other') && context.isRest) return undefined;
  const told = reasons.length > 0 && all(tokens, 'etc').length === 0 ? reasons : groups;
  const rows = [...new Set(told.map(({ meaning }) => meaning.reason ?? meaning.group))];
  if (rows.length === 0) return undefined;
  const columns = all(tokens, 'applicant').at(-1)?.meaning.columns ?? context.columns;
  return { subject: { of: 'row', rows: [rows], columns }, first: first.index, last: last.index };
}

/** 公开5件 among answers to applications. */
function byWeakOutcome(tokens: readonly Token[], context: Context, thing: Thing | undefined): Governing | undefined {
  const weak = all(tokens, 'outcome').find(({ meaning }) => meaning.weak);
  const before = weak ? tokens.slice(0, weak.index) : [];
  const isPlain = before.every((token) => isFiller(token) && !(isWord(token) && token.meaning.kind === 'scope'));
  if (!weak || thing !== 'requests' || !context.hasReceived || !isPlain) return undefined;
  return {
    subject: { of: 'row', rows: [['granted']], columns: context.columns },
    first: weak.index,
    last: weak.index,
  };
}

function byResult(tokens: readonly Token[], context: Context, thing: Thing | undefined): Governing | undefined {
  const others = context.list === 'results' ? all(tokens, 'others') : [];
  const found = [...all(tokens, 'result'), ...others].at(-1);
  if (!found || !isDispute(thing)) return undefined;
  const result = found.meaning.kind === 'result' ? found.meaning.result : 'other';
  return { subject: { of: 'dispute', dispute: thing, result }, first: found.index, last: found.index };
}

function byApplicant(tokens: readonly Token[], context: Context): Governing | undefined {
  const others = context.list === 'columns' ? all(tokens, 'others') : [];
  const found = [...all(tokens, 'applicant'), ...others];
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last || context.isForeign) return undefined;
  // 收到公民、法人和其他组织的政府信息公开申请: who may apply, and not who did.
  const named = all(tokens, 'thing').find(
    ({ meaning, index }) => index > last.index && (!meaning.weak || isAttributed(tokens, index)),
  );
  if (named || (context.thing !== 'requests' && all(tokens, 'thing').length === 0)) return undefined;
  const columns = [
    ...new Set(found.flatMap(({ meaning }) => (meaning.kind === 'applicant' ? meaning.columns : ['other' as const]))),
  ];
  return { subject: { of: 'row', rows: [[context.row]], columns }, first: first.index, last: last.index };
}

function byCarry(tokens: readonly Token[], context: Context, thing: Thing | undefined): Governing | undefined {
  const times = all(tokens, 'time');
  const left = all(tokens, 'left')[0];
  const carries = all(tokens, 'carry');
  const carry = carries.find(({ meaning }) => !meaning.isBare) ?? carries[0];
  const found = carry ?? left;
  if (!found || (thing !== undefined && thing !== 'requests') || context.isForeign) return undefined;
  const last = times.find(({ meaning, index }) => meaning.year === 'last' && index < found.index);
  const next = times.find(({ meaning }) => meaning.year === 'next');
  const indices = [
    found.index,
    ...carries.map(({ index }) => index),
    ...(next ? [next.index] : []),
    ...(last ? [last.index] : []),
  ];
  const place = { first: Math.min(...indices), last: Math.max(...indices) };
  const of = (...rows: (readonly Row[])[]): Governing => ({
    subject: { of: 'row', rows, columns: context.columns },
    ...place,
  });
  if (last && next) return undefined;
  if (last) {
    const isSum = all(tokens, 'with').some(({ index }) => index < last.index) && all(tokens, 'verb').length > 0;
    return isSum ? undefined : of(['carried-in']);
  }
  if (next) return of(['carried-out']);
  if (carry?.meaning.isBare) return undefined;
  if (!carry) return of(['carried-out']);
  // 新收与结转
  const received = all(tokens, 'verb').find(({ meaning, index }) => meaning.verb === 'receive' && index < carry.index);
  if (received && all(tokens, 'and').some(({ index }) => index > received.index && index < carry.index)) {
    return {
      subject: { of: 'row', rows: [['received', 'carried-in']], columns: context.columns },
      first: received.index,
      last: place.last,
    };
  }
  if (/跨年度/.test(carry.token.text) || context.hasConcluded || context.hasCarriedIn) return of(['carried-out']);
  return context.isJoined ? of(['carried-in']) : of(['carried-out'], ['carried-in']);
}

function byDocument(tokens: readonly Token[], thing: Thing | undefined): Governing | undefined {
  const columns = all(tokens, 'document');
  const found = columns.at(-1);
  if (!found || !isDocument(thing)) return undefined;
  const named = all(tokens, 'thing').at(-1);
  return {
    subject: { of: 'documents', thing, column: found.meaning.column },
    first: Math.min(found.index, named?.index ?? found.index),
    last: Math.max(found.index, named?.index ?? found.index),
  };
}

/** What is counted by being named: 行政复议3件, 行政许可42件. */
function byThing(tokens: readonly Token[], context: Context, unit: string): Governing | undefined {
  const found = all(tokens, 'thing').at(-1);
  if (!found || found.meaning.loose || (found.meaning.weak && context.isForeign)) return undefined;
  const { thing, weak } = found.meaning;
  const place = { first: found.index, last: found.index };
  const verbs = all(tokens, 'verb').map(({ meaning }) => meaning.verb);
  if (isDispute(thing)) {
    // Whoever takes in and decides them is not who is disputed with.
    if (verbs.some((verb) => verb === 'take-in' || verb === 'handle')) context.isDeciding = true;
    const isTold = all(tokens, 'cue').length > 0;
    return context.isDeciding && !isTold ? undefined : { subject: { of: 'dispute', dispute: thing }, ...place };
  }
  const lastYear = all(tokens, 'time').find(({ meaning }) => meaning.year === 'last');
  const isLast = lastYear !== undefined;
  const past = isLast ? { isLast: true as const } : {};
  if (lastYear && unit === '项') place.last = Math.max(place.last, lastYear.index);
  if (isWork(thing)) {
    const isItems = unit === '项' && !/决定/.test(found.token.text);
    if (verbs.includes('take-in') || (isItems && !isLast)) return undefined;
    return { subject: { of: 'work', thing, ...(isItems ? past : {}) }, ...place };
  }
  if (thing === 'fees') {
    return unit === '项' && !isLast ? undefined : { subject: { of: 'fees', ...past }, ...place };
  }
  if (thing === 'procurement')
    return { subject: { of: 'procurement', column: unit.endsWith('元') ? 'amount' : 'projects' }, ...place };
  if (thing !== 'requests' || (weak && isAttributed(tokens, found.index))) return undefined;
  const verb = all(tokens, 'verb').at(-1);
  return requestRow(context, tokens, verb?.meaning.verb ?? 'take-in', verb?.token.text ?? '', {
    first: Math.min(found.index, verb?.index ?? found.index),
    last: Math.max(found.index, verb?.index ?? found.index),
  });
}

/** 低保申请 is another kind of application; 群众提出的申请 is not. */
export function isAttributed(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  if (!before) return false;
  return isThing(before) || (before.kind === 'unknown' && !/[的众民人]$/.test(before.text));
}

function byVerb(tokens: readonly Token[], context: Context, thing: Thing | undefined): Governing | undefined {
  const found = all(tokens, 'verb').at(-1);
  if (!found || thing !== 'requests' || (found.meaning.verb === 'conclude' && context.isRest)) return undefined;
  // What stands before a verb with no thing may be its thing.
  const before = tokens.slice(0, found.index).filter(({ kind }) => kind === 'unknown');
  if (before.some(({ text }) => text.length > 6)) return undefined;
  const place = { first: found.index, last: found.index };
  const told = requestRow(context, tokens, found.meaning.verb, found.token.text, place);
  if (told.subject.of !== 'row' || context.columns.length === 0) return told;
  return { ...told, subject: { ...told.subject, columns: context.columns } };
}

function requestRow(
  context: Context,
  tokens: readonly Token[],
  verb: 'receive' | 'take-in' | 'handle' | 'conclude',
  text: string,
  place: { readonly first: number; readonly last: number },
): Governing {
  const of = (...rows: (readonly Row[])[]): Governing => ({ subject: { of: 'row', rows, columns: [] }, ...place });
  const both: readonly Row[] = ['received', 'carried-in'];
  if (verb === 'conclude') return of(['concluded']);
  const isWithCarried = all(tokens, 'with').length > 0 && all(tokens, 'carry').length > 0;
  if (isWithCarried) return of(both);
  if (verb === 'handle') {
    if (!context.hasReceived) return of(['received'], both, ['concluded']);
    return context.hasCarriedIn ? of(both, ['concluded']) : of(['concluded'], both);
  }
  return text.includes('新') ? of(['received']) : of(['received'], both);
}
