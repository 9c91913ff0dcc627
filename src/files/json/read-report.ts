// Reads the text of a report file back into a report, or says in one message what is wrong with it and where.
// It never throws and never mends: a file with one wrong key is refused whole, so nothing half read can be written.

import { formatIds, isFormatId, lawOf } from '../../formats/registry.ts';
import type { Content, Finalised } from '../../report/draft.ts';
import { emptyContent, withNotes } from '../../report/draft.ts';
import { withoutMark } from '../../report/text-forms.ts';
import type { TotalsRead } from '../settle-totals.ts';
import { checkCode } from './check-code.ts';
import { answersOf } from './file-answers.ts';
import { cellProblem, schemaProblems } from './file-problems.ts';
import { clip, jsonFlaw, placeOf } from './json-flaw.ts';
import type { ReportFile } from './report-file.ts';
import { reportKind, reportSchemas, reportVersion } from './report-file.ts';

export type ReportRead =
  | {
      readonly ok: true;
      readonly content: Content;
      readonly totals: TotalsRead;
      readonly exportedAt: string;
      /** Of a finalised report: its code, and the code of what the file says. Where they differ, the content is not final. */
      readonly finalised?: FinalisedRead;
    }
  | { readonly ok: false; readonly message: string };

export type FinalisedRead = Finalised & {
  /** The code of what the file says. */
  readonly codeNow: string;
};

const told = 4;

export function readReport(text: string): ReportRead {
  const json = withoutMark(text);
  if (json.trim() === '') return refuse('文件是空的，里面没有内容。');
  const flaw = jsonFlaw(json);
  if (flaw) {
    const lead = flaw.isAllowed ? '文件' : '文件不是完好的 JSON，';
    const encoding = json.includes('\ufffd') ? '文件可能没有用 UTF-8 编码保存。' : '';
    return refuse(`${lead}${placeOf(json, flaw.at)}读不下去：${flaw.problem}。${encoding}`);
  }
  return readValue(JSON.parse(json));
}

function readValue(file: unknown): ReportRead {
  if (typeof file !== 'object' || file === null || Array.isArray(file)) {
    return refuse('这不是年报文件：内容应是花括号里的一组键，文件里是别的。');
  }
  const { kind, version, format } = file as Readonly<Record<string, unknown>>;
  if (kind === undefined) return refuse(`这不是年报文件：没有说明种类的键 "kind": "${reportKind}"。`);
  if (kind !== reportKind) {
    return refuse(`这不是年报文件：kind 是${brief(kind)}，年报文件的 kind 是 "${reportKind}"。`);
  }
  if (typeof version === 'number' && version > reportVersion) {
    return refuse(`这份文件是第 ${version} 版，由更新的软件写出；本软件只读第 ${reportVersion} 版。请先更新本软件。`);
  }
  if (version !== reportVersion) {
    return refuse(
      `version 应为 ${reportVersion}，${version === undefined ? '文件里没有' : `文件里是${brief(version)}`}。`,
    );
  }
  if (typeof format !== 'string' || !isFormatId(format)) {
    const known = formatIds.map((id) => `"${id}"`).join(' 或 ');
    return refuse(`format 应为 ${known}，${format === undefined ? '文件里没有' : `文件里是${brief(format)}`}。`);
  }
  const law = lawOf(format);
  const parsed = reportSchemas[format].safeParse(file);
  if (!parsed.success) return refuseAll(schemaProblems(parsed.error.issues, file, law));
  const problems = law.cells.flatMap((cell) => cellProblem(parsed.data, cell) ?? []);
  return problems.length > 0 ? refuseAll(problems) : reportOf(parsed.data);
}

function reportOf(file: ReportFile): ReportRead {
  const { answers, totals } = answersOf(file, lawOf(file.format));
  const { preamble = '', overview, problems, others } = file.narratives;
  const finalised = file.finalised && { ...file.finalised, codeNow: checkCode(file) };
  const isFinal = finalised && finalised.code === finalised.codeNow;
  return {
    ok: true,
    content: {
      ...emptyContent(file.agency, file.year, file.format),
      date: file.date ?? '',
      narratives: { preamble, overview, problems, others },
      ...withNotes(file.notes ?? {}),
      answers,
      explanations: file.explanations ?? {},
      ...(isFinal && file.finalised ? { finalised: file.finalised } : {}),
    },
    totals,
    exportedAt: file.exportedAt,
    ...(finalised ? { finalised } : {}),
  };
}

const refuse = (message: string): ReportRead => ({ ok: false, message });

function refuseAll(problems: readonly string[]): ReportRead {
  const more = problems.length > told ? `；另有 ${problems.length - told} 处` : '';
  return refuse(`这份年报文件有 ${problems.length} 处不对：${problems.slice(0, told).join('；')}${more}。`);
}

// Lists and objects are not printed: they may be deep or long.
function brief(value: unknown): string {
  if (typeof value === 'string') return ` "${clip(value)}"`;
  return typeof value === 'object' && value !== null ? '一组内容' : ` ${value}`;
}
