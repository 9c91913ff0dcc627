// Finds what is wrong in a JSON text, and where, in the same words in every browser: engines word their errors
// differently, and some give no place. It also refuses what JSON.parse lets through and no report has: a key written
// twice (the last would silently win), the key __proto__, brackets so deep that later readers could run out of stack,
// as well as half a character in a text, which would be another one after it is written.
// It makes no values and decides nothing about the report.
import { isWellFormed } from '../../report/well-formed.ts';

export type Flaw = {
  readonly at: number;
  readonly problem: string;
  /** JSON itself allows it. */
  readonly isAllowed?: true;
};

/** A report is four deep. */
const deepest = 16;

const quote = 0x22;
const backslash = 0x5c;
const space = /[ \t\n\r]*/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Keys seen in an open object, or undefined for an open list. */
type Level = Set<string> | undefined;
type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/** The first flaw, or undefined: then JSON.parse takes the text. Keeps its own stack, so no text can exhaust the engine's. */
export function jsonFlaw(text: string): Flaw | undefined {
  const levels: Level[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    at = after(space, text, at) ?? at;
    const sign = text[at];
    const depth = levels.length;
    const level = levels[depth - 1];
    if (sign === undefined) return wanted === ', or end' && depth === 0 ? undefined : cutOff(text);
    if (wanted === ', or end') {
      if (depth === 0) return { at, problem: `内容到前面已经结束，后面多出${shown(text, at)}` };
      if (sign === ',') wanted = level ? 'key' : 'value';
      else if (sign === (level ? '}' : ']')) levels.pop();
      else return { at, problem: `这里应为逗号「,」或「${level ? '}' : ']'}」，文件里是${shown(text, at)}` };
      at++;
    } else if (wanted === ':') {
      if (sign !== ':') return { at, problem: `这里应为冒号「:」，文件里是${shown(text, at)}` };
      wanted = 'value';
      at++;
    } else if (wanted === 'key' || wanted === 'key or }') {
      if (sign === '}' && wanted === 'key or }') {
        levels.pop();
        wanted = ', or end';
        at++;
        continue;
      }
      if (sign !== '"') return { at, problem: `这里应为英文双引号里的键名，文件里是${shown(text, at)}` };
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      if (hasHalf(text.slice(at, end))) return { at, ...halved(text.slice(at, end)) };
      const key = JSON.parse(text.slice(at, end)) as string;
      if (key === '__proto__') return { at, problem: '键名「__proto__」不能用', isAllowed: true };
      if (level?.has(key)) {
        return { at, problem: `键「${clip(key)}」在同一处写了两次，不知道以哪一个为准`, isAllowed: true };
      }
      level?.add(key);
      wanted = ':';
      at = end;
    } else if (sign === '{' || sign === '[') {
      if (depth === deepest) return { at, problem: `括号套了 ${deepest} 层以上，不是年报文件`, isAllowed: true };
      levels.push(sign === '{' ? new Set() : undefined);
      wanted = sign === '{' ? 'key or }' : 'value or ]';
      at++;
    } else if (sign === ']' && wanted === 'value or ]') {
      levels.pop();
      wanted = ', or end';
      at++;
    } else {
      const end = sign === '"' ? endOfString(text, at) : after(scalar, text, at);
      if (end === undefined) return { at, problem: noValue(text, at) };
      if (typeof end !== 'number') return end;
      if (sign === '"' && hasHalf(text.slice(at, end))) return { at, ...halved(text.slice(at, end)) };
      wanted = ', or end';
      at = end;
    }
  }
}

/** 「第 3 行第 18 列」, both counted from 1 as text editors do. */
export function placeOf(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return `第 ${line} 行第 ${at - start + 1} 列`;
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

// A loop, not one pattern: a pattern with a choice in it can exhaust its stack on a text of megabytes.
function endOfString(text: string, start: number): number | Flaw {
  for (let at = start + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code < 0x20) return { at, problem: '文字中间直接换了行或有控制符（换行要写成 \\n），或者前面少了结尾的双引号' };
    if (code !== backslash) {
      at++;
      continue;
    }
    const end = after(escaped, text, at);
    if (end === undefined) {
      const isBegun = /^\\(?:u[\da-fA-F]{0,3})?$/.test(text.slice(at, at + 6)) && at + 6 > text.length;
      return isBegun ? cutOff(text) : { at, problem: '反斜杠「\\」后面的写法不对' };
    }
    at = end;
  }
  return cutOff(text);
}

const surrogate = /[\ud800-\udfff]|\\u[dD][89a-fA-F]/;

const hasHalf = (json: string): boolean => surrogate.test(json) && !isWellFormed(JSON.parse(json) as string);

function halved(json: string): Omit<Flaw, 'at'> {
  return {
    problem: `文字「${clip(JSON.parse(json) as string)}」里有半个字符，可能是写出文件的软件截断了文字`,
    isAllowed: true,
  };
}

function cutOff(text: string): Flaw {
  return { at: text.length, problem: '内容到这里就断了，文件可能没有下载或复制完整' };
}

function noValue(text: string, at: number): string {
  if (/[-\d]/.test(text[at] ?? '')) return '这个数的写法不对，请写成 0、12 或 0.5 的样子';
  return `这里应为英文双引号里的文字、数字或 null，文件里是${shown(text, at)}`;
}

function shown(text: string, at: number): string {
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const hint = '“”‘’，：；｛｝【】'.includes(sign) ? '（中文标点，要用英文的）' : '';
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\ufffd]/u.test(sign) ? '看不见的字符' : `「${sign}」${hint}`;
}

/** A name from a file, made fit to stand in a message: short, on one line, nothing invisible. */
export function clip(text: string): string {
  const start = [...text.slice(0, 120)];
  const short = start.length > 60 || text.length > 120 ? `${start.slice(0, 60).join('')}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '·');
}
