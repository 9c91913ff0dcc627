// Shows what the chosen files hold, or why they cannot be read, before anything is written.
import { type ReactNode, useMemo } from 'react';
import { judgeAnswers } from '../checks/judge.ts';
import { isKnown } from '../checks/verdict.ts';
import { lawOf } from '../formats/registry.ts';
import type { Content } from '../report/draft.ts';
import { cellName, type Section } from '../report/format.ts';
import { largestFile, type ReportRead, readReport, tooLargeMessage } from '../transfer/json/read-report.ts';
import { Dialog } from '../ui/dialog.tsx';

export type FileRead = { readonly name: string; readonly read: ReportRead };

/** Reads the files one after another; one that cannot be read does not stop the others. */
export async function readFiles(files: readonly File[]): Promise<readonly FileRead[]> {
  const reads: FileRead[] = [];
  for (const file of files) reads.push({ name: file.name, read: await readFile(file) });
  return reads;
}

async function readFile(file: File): Promise<ReportRead> {
  if (file.size > largestFile) return { ok: false, message: tooLargeMessage(file.size) };
  try {
    return readReport(await file.text());
  } catch {
    return { ok: false, message: '浏览器读不出这个文件。它可能已被移走，或被别的程序占用。' };
  }
}

type Props = {
  reads: readonly FileRead[];
  /** Whether a draft of the same agency and year is already here. */
  isHere: (content: Content) => boolean;
  onConfirm: (contents: readonly Content[]) => void;
  onClose: () => void;
};

export function ImportDialog({ reads, isHere, onConfirm, onClose }: Props): ReactNode {
  const good = reads.flatMap(({ read }) => (read.ok ? [read.content] : []));
  return (
    <Dialog label="导入报告" onClose={onClose} wide>
      <div className="stack">
        <h2>导入报告</h2>
        <ul className="stack">
          {reads.map(({ name, read }) => (
            <li key={name} className="card import-file">
              <p className="soft small">{name}</p>
              {read.ok ? (
                <Preview read={read} here={isHere(read.content)} />
              ) : (
                <p role="alert" className="notice notice-bad">
                  没有导入。{read.message}
                </p>
              )}
            </li>
          ))}
        </ul>
        <div className="row dialog-ends">
          <button type="button" className="button" onClick={onClose}>
            {good.length > 0 ? '不导入' : '关闭'}
          </button>
          {good.length > 0 && (
            <button
              type="button"
              className="button button-main"
              data-action="import-confirm"
              onClick={() => onConfirm(good)}
            >
              {good.length === 1 ? '导入并打开' : `导入这 ${good.length} 份`}
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

const mostFindings = 6;

function Preview({ read, here }: { read: ReportRead & { ok: true }; here: boolean }): ReactNode {
  const { content, totals } = read;
  const law = lawOf(content.format);
  const judged = useMemo(() => judgeAnswers(law, content.answers), [law, content]);
  const known = judged.states.reduce((count, is) => count + (isKnown(is) ? 1 : 0), 0);
  const unread = judged.readings.filter(({ kind }) => kind === 'unreadable').length;
  const name = (id: string): string => {
    const cell = law.cells[law.indexOf.get(id) ?? -1];
    return cell ? cellName(cell) : id;
  };
  return (
    <div className="import-preview">
      <h3>
        {content.agency} {content.year} 年度
      </h3>
      <dl>
        <dt>格式</dt>
        <dd>{law.name}</dd>
        <dt>数字</dt>
        <dd>
          {law.cells.length} 格中有数的 {known} 格，空白的 {law.cells.length - known - unread} 格
          {unread > 0 && `，看不懂的 ${unread} 格（照原样保留）`}
        </dd>
        <dt>文字</dt>
        <dd>
          {(law.sections as readonly Section[])
            .flatMap(({ narrative, heading }) =>
              narrative ? [`${heading.split('、')[0]} ${[...content.narratives[narrative]].length} 字`] : [],
            )
            .join('，')}
        </dd>
        <dt>总计</dt>
        <dd>
          {totals.computed > 0 && `${totals.computed} 个与计算值一致，改为自动计算。`}
          {totals.emptied > 0 && `${totals.emptied} 个空着，改为自动计算。`}
          {totals.typed.length > 0 &&
            `${totals.typed.length} 个照原样保留：${totals.typed.slice(0, 4).map(name).join('；')}${totals.typed.length > 4 ? ' 等' : ''}。`}
        </dd>
      </dl>
      {here && <p className="notice small">本机已有同一机关同一年度的报告。导入后另成一份，不会覆盖原来的。</p>}
      {judged.findings.length > 0 && (
        <div className="notice notice-doubt small">
          <p>核对发现 {judged.findings.length} 处，导入后可以逐处改：</p>
          <ul>
            {judged.findings.slice(0, mostFindings).map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
          {judged.findings.length > mostFindings && <p>……</p>}
        </div>
      )}
    </div>
  );
}
