// A whole copied table, matched by its labels: what each box says now and after, before anything is changed.
import type { ReactNode } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import type { Imported } from '../../files/read/read-file.ts';
import { type Cell, cellName } from '../../report/format.ts';
import { Dialog } from '../../ui/dialog.tsx';

type Props = {
  report: ReportModel;
  read: Imported;
  onClose: () => void;
  /** What was done, as a sentence. */
  onDone: (message: string) => void;
};

type Row = { readonly cell: Cell; readonly before: string; readonly after: string };

export function PastePreview({ report, read, onClose, onDone }: Props): ReactNode {
  const changes = read.ok ? changesOf(report, read) : [];
  const unplaced = read.ok ? read.unplaced : [];
  function take(): void {
    report.edit(
      `粘贴整张表（${changes.length} 格）`,
      changes.map(({ cell, after }) => ({ cell: cell.id, to: after })),
    );
    onDone(`已按栏目粘贴 ${changes.length} 格，可以一次撤销。`);
  }
  return (
    <Dialog label="粘贴整张表" onClose={onClose} wide>
      <div className="stack">
        <h2>粘贴整张表</h2>
        {!read.ok || (read.found === 0 && unplaced.length === 0) ? (
          <p role="alert" className="notice notice-bad">
            粘贴的内容带有文字，但没有认出官方表格的栏目，没有粘贴。请连表头一起复制整张表，或者只复制数字。
          </p>
        ) : (
          <p>
            按行、列的名称认出 {read.found} 格，其中 {changes.length} 格与现在不同。
          </p>
        )}
        {unplaced.length > 0 && (
          <div role="alert" className="notice notice-doubt small">
            <p>有 {unplaced.length} 处认不出是哪一格，不会粘贴（没有表头时请连表头一起复制）：</p>
            <ul>
              {unplaced.map(({ place, label, texts }) => (
                <li key={`${place}${label}${texts.join()}`}>
                  {label || place}：{texts.join('  ')}
                </li>
              ))}
            </ul>
          </div>
        )}
        {changes.length > 0 && (
          <div className="paste-rows">
            <table>
              <thead>
                <tr>
                  <th scope="col">格</th>
                  <th scope="col">现在</th>
                  <th scope="col">粘贴后</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ cell, before, after }) => (
                  <tr key={cell.id}>
                    <th scope="row">{cellName(cell)}</th>
                    <td>{before || '（空）'}</td>
                    <td>{after || (cell.total ? '（自动计算）' : '（空）')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <div className="row dialog-ends">
          <button type="button" className="button" onClick={onClose}>
            {changes.length > 0 ? '不粘贴' : '关闭'}
          </button>
          {changes.length > 0 && (
            <button type="button" className="button button-main" data-action="paste-confirm" onClick={take}>
              粘贴这 {changes.length} 格
            </button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function changesOf({ law, answer }: ReportModel, { content, missing }: Imported & { ok: true }): readonly Row[] {
  const absent = new Set(missing);
  return law.cells.flatMap((cell) => {
    if (absent.has(cell.id)) return [];
    const before = answer(cell.id);
    const after = content.answers[cell.id] ?? '';
    return before === after ? [] : [{ cell, before, after }];
  });
}
