// Zeros that are said in words: 未收到申请, 无行政复议, 均已办结.
import type { Context, Row, Subject } from './clause.ts';
import { isDispute, subjectOf } from './clause.ts';
import { ofKind, type Token } from './tokens.ts';

/** What there is none of, and the tokens that say so. */
export type Zero = { readonly subject: Subject; readonly first: Token; readonly last: Token };

/** The zeros of a clause that has no count. */
export function zeroesOf(tokens: readonly Token[], context: Context): readonly Zero[] {
  if (ofKind(tokens, 'stop', 'foreign', 'etc').length > 0) return [];
  const zeroes: Zero[] = [];
  const denials = ofKind(tokens, 'no');
  for (const [number, { index, token }] of denials.entries()) {
    const end = denials[number + 1]?.index ?? tokens.length;
    const after = tokens.slice(index + 1, end);
    // 行政复议为零
    const isAtEnd = after.length === 0 && token.text.endsWith('零');
    const before = tokens.slice(denials[number - 1]?.index ?? 0, index);
    const said = isAtEnd ? before : after;
    for (const subject of deniedOf(said, isAtEnd ? [] : before, context)) {
      zeroes.push({
        subject,
        first: isAtEnd ? (said[0] ?? token) : token,
        last: isAtEnd ? token : (said.at(-1) ?? token),
      });
    }
  }
  if (denials.length > 0) return zeroes;
  const done = allDone(tokens, context);
  return done ? [done] : [];
}

/** Each of several: 行政复议、行政诉讼. */
function deniedOf(said: readonly Token[], before: readonly Token[], context: Context): readonly Subject[] {
  const things = ofKind([...before, ...said], 'thing');
  const inside: Context =
    things.length > 0 ? { ...context, isForeign: false, thing: things[0]?.meaning.thing } : context;
  const who = before.filter(
    (token) => token.kind === 'word' && ['time', 'applicant', 'and'].includes(token.meaning.kind),
  );
  const found: Subject[] = [];
  for (const item of itemsOf(said)) {
    const subject = deniedIn(item, who, {
      ...inside,
      thing: ofKind(item, 'thing').at(-1)?.meaning.thing ?? inside.thing,
    });
    if (subject) found.push(subject);
  }
  return found;
}

function deniedIn(item: readonly Token[], who: readonly Token[], context: Context): Subject | undefined {
  const change = ofKind(item, 'change')[0];
  if (change && context.thing === 'fees') return { of: 'fees', sign: change.meaning.sign };
  if (ofKind(item, 'thing', 'carry', 'left', 'outcome', 'result', 'document').length === 0) return undefined;
  const read = subjectOf([...who, ...item], context, 'denied', '');
  if (!read || read === 'stopped' || read === 'foreign') return undefined;
  const { subject } = read;
  if (subject.of === 'procurement') return undefined;
  if (subject.of !== 'row') return subject;
  const [rows = []] = subject.rows;
  if (rows.includes('concluded')) return undefined;
  return rows.includes('received') ? { ...subject, rows: [['received']] } : subject;
}

export function itemsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [[]];
  for (const token of tokens) {
    const parts =
      (token.kind === 'mark' && token.text === '、') || (token.kind === 'word' && token.meaning.kind === 'and');
    if (parts) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
}

/** What is all answered leaves nothing to carry over. */
function allDone(tokens: readonly Token[], context: Context): Zero | undefined {
  if (ofKind(tokens, 'rest', 'carry', 'left', 'applicant', 'result', 'part').length > 0) return undefined;
  const thing = ofKind(tokens, 'thing').at(-1)?.meaning.thing ?? context.thing;
  if (thing !== 'requests' || context.isForeign || isDispute(thing)) return undefined;
  const all = ofKind(tokens, 'all')[0];
  const done = ofKind(tokens, 'verb').find(({ meaning }) => meaning.verb === 'conclude');
  if (!all || !done || done.index < all.index) return undefined;
  const between = tokens.slice(all.index + 1, done.index);
  if (between.some((token) => token.kind === 'body' || (token.kind === 'unknown' && token.text.length > 6)))
    return undefined;
  const rows: readonly (readonly Row[])[] = [['carried-out']];
  return { subject: { of: 'row', rows, columns: [] }, first: all.token, last: done.token };
}
