// Says what keeps a file from being a report, in Chinese and by name: the key, the cell and its box on the form, what
// should stand there and what does. It judges no relation between cells: a wrong sum is imported and found by the checks.
import type * as z from 'zod/mini';
import type { Law } from '../../checks/law.ts';
import { noteNames } from '../../report/draft.ts';
import { figureFromNumber, isKeepable } from '../../report/figure.ts';
import type { Cell } from '../../report/format.ts';
import { cellName } from '../../report/format.ts';
import { firstReportYear, lastReportYear } from '../../report/report-year.ts';
import { isWritable } from './file-answers.ts';
import { clip } from './json-flaw.ts';
import type { ReportFile } from './report-file.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const byCell = ['figures', 'remarks', 'unread'];
const named = 3;

/** Where the file differs from the schema: first the keys it should not have, then those it lacks, then each wrong value. */
export function schemaProblems(issues: readonly Issue[], file: unknown, law: Law): readonly string[] {
  const unknown: string[] = [];
  const missing = new Map<string, { parent: Path; keys: string[] }>();
  const wrong: string[] = [];
  for (const issue of issues) {
    const parent = issue.path.slice(0, -1);
    const key = String(issue.path[issue.path.length - 1]);
    if (issue.code === 'unrecognized_keys') unknown.push(unknownKeys(issue.path, issue.keys, law));
    else if (has(valueAt(file, parent), key)) wrong.push(wrongValue(issue, valueAt(file, issue.path), law));
    else {
      const place = JSON.stringify(parent);
      const group = missing.get(place) ?? { parent, keys: [] };
      group.keys.push(key);
      missing.set(place, group);
    }
  }
  return [...unknown, ...[...missing.values()].map(({ parent, keys }) => missingKeys(parent, keys, law)), ...wrong];
}

function unknownKeys(path: Path, keys: readonly string[], law: Law): string {
  if (path.length === 1 && byCell.includes(String(path[0]))) {
    return `${String(path[0])} 里有 ${keys.length} 个 ${law.name}没有的格：${list(keys)}`;
  }
  const only = path.length === 1 && path[0] === 'notes' ? '（只有表二、表三、表四下面有说明，键是 "2"、"3"、"4"）' : '';
  return `${path.length === 0 ? '文件' : spaced(where(path, law))}里有 ${keys.length} 个不认识的键：${list(keys)}${only}`;
}

function missingKeys(parent: Path, keys: readonly string[], law: Law): string {
  if (parent.length === 1 && parent[0] === 'figures') {
    const cells = keys.map((key) => cellWords(key, law));
    return `figures 里缺少 ${law.name}的 ${keys.length} 个格（没有数也要写 null）：${list(cells)}`;
  }
  return `${parent.length === 0 ? '文件' : spaced(where(parent, law))}里缺少 ${list(keys)}`;
}

function list(names: readonly string[]): string {
  return names.slice(0, named).map(clip).join('、') + (names.length > named ? ' 等' : '');
}

function wrongValue(issue: Issue, value: unknown, law: Law): string {
  const place = where(issue.path, law);
  const cell = issue.path[0] === 'figures' ? law.cell(String(issue.path[1])) : undefined;
  const held = cell && typeof value === 'number' ? figureProblem(value, cell) : undefined;
  return held ? `${place}${held}` : `${spaced(place)}应为${wanted(issue)}，文件里是${said(value)}`;
}

const wantedAt: Readonly<Record<string, string>> = {
  year: ` ${firstReportYear} 到 ${lastReportYear} 之间的整数`,
  date: '真实的日期，写成 2026-01-20 这样的文字',
  exportedAt: ' ISO 8601 的日期和时间，写成 2026-01-20T08:00:00Z 这样的文字',
  'finalised/at': ' ISO 8601 的日期和时间，写成 2026-01-20T08:00:00Z 这样的文字',
};

const wantedType: Readonly<Record<string, string>> = {
  string: '文字',
  object: '花括号里的一组键',
  record: '花括号里的一组键',
};

function wanted(issue: Issue): string {
  const type = issue.code === 'invalid_type' ? wantedType[issue.expected] : undefined;
  return wantedAt[issue.path.join('/')] ?? type ?? '数字或 null';
}

function said(value: unknown): string {
  if (typeof value === 'string') return `文字「${clip(value)}」`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '方括号里的列表' : '花括号里的一组键';
  return typeof value === 'number' ? `数字 ${value}` : ` ${value}`;
}

/** What makes a number one that the cell cannot hold, as the rest of a sentence about the cell. */
function figureProblem(value: number, cell: Cell): string | undefined {
  if (value < 0 && !cell.signed) return `不能是负数，文件里是 ${value}`;
  if (figureFromNumber(value, cell) !== undefined) return undefined;
  const units = Math.round(value * 10 ** cell.decimals);
  if (!isKeepable(units, cell)) {
    return `的数太大，无法准确保存${Number.isFinite(value) ? `，文件里是 ${value}` : ''}`;
  }
  return cell.decimals === 0
    ? `必须是整数，文件里是 ${value}`
    : `最多 ${cell.decimals} 位小数（单位${cell.unit}），文件里是 ${value}`;
}

/** What the schema cannot say of a cell: its decimals, and whether its figure, remark and unread text go together. */
export function cellProblem(file: ReportFile, cell: Cell): string | undefined {
  const figure = file.figures[cell.id] ?? null;
  const remark = file.remarks?.[cell.id];
  const unread = file.unread?.[cell.id];
  const place = (key: string): string => `${key} 里的 ${cell.id}（${cellName(cell)}）`;
  const held = figure === null ? undefined : figureProblem(figure, cell);
  if (held) return place('figures') + held;
  if (figure !== null && unread !== undefined) {
    return `${place('unread')}是没读出的文字「${clip(unread)}」，figures 里却有数 ${figure}，两者只能有一个`;
  }
  if (remark === undefined) return undefined;
  if (figure === null) return `${place('remarks')}有备注「${clip(remark)}」，figures 里却没有数`;
  if (isWritable(figureFromNumber(figure, cell) ?? 0, remark, cell)) return undefined;
  return `${place('remarks')}的备注「${clip(remark)}」不能写进括号：应是不长的一段文字，前后没有空格`;
}

/** 「figures 里的 requests/received/total（一、本年新收政府信息公开申请数量 · 总计）」 */
function where(path: Path, law: Law): string {
  const parts = path.map((part) => clip(String(part)));
  const last = path.length - 1;
  if (last > 0 && byCell.includes(String(path[last - 1]))) parts[last] = cellWords(String(path[last]), law);
  const noted = Object.entries(noteNames).find(([key]) => path[0] === 'notes' && key === path[1]);
  if (noted) parts[1] += `（${noted[1]}）`;
  return parts.join(' 里的 ');
}

const spaced = (place: string): string => (/[!-~]$/.test(place) ? `${place} ` : place);

function cellWords(id: string, law: Law): string {
  const cell = law.cell(id);
  return cell ? `${id}（${cellName(cell)}）` : clip(id);
}

function has(value: unknown, key: PropertyKey): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null && key in value;
}

function valueAt(file: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (has(value, key) ? value[key] : undefined), file);
}
