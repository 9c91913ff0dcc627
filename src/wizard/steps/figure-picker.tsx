// Picks a figure of the tables to put into a narrative, so that nobody copies it by hand.
import { type ReactNode, useState } from 'react';
import { isKnown } from '../../checks/verdict.ts';
import { type Piece, requestSentence } from '../../draft/figure-sentence.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import { figureText } from '../../report/figure.ts';
import { cellName } from '../../report/format.ts';
import { Dialog } from '../../ui/dialog.tsx';

const most = 60;

export function FigurePicker({
  report,
  onPick,
  onClose,
}: {
  report: ReportModel;
  /** Figures that are to follow their cells come with them. */
  onPick: (pieces: readonly Piece[]) => void;
  onClose: () => void;
}): ReactNode {
  const [sought, setSought] = useState('');
  const [follows, setFollows] = useState(true);
  const { law } = report;
  const { states, values } = report.get().judgement;
  const sentence = sought === '' ? requestSentence(law, report.get().judgement) : undefined;
  const pick = (pieces: readonly Piece[]): void =>
    onPick(follows ? pieces : pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)));
  const known = law.cells
    .map((cell, at) => ({ cell, at, name: `${cell.table.section === 2 ? cell.table.title : ''}${cellName(cell)}` }))
    .filter(({ at }) => isKnown(states[at]))
    .filter(({ name }) => sought.split(/\s+/).every((word) => name.includes(word)))
    // Totals are what narratives mostly quote.
    .sort((a, b) => Number(b.cell.total) - Number(a.cell.total) || a.at - b.at);
  return (
    <Dialog label="插入表中的数" onClose={onClose} wide>
      <div className="stack">
        <h2>插入表中的数</h2>
        <label className="field">
          <span>查找（可输入多个词，用空格隔开）</span>
          <input
            className="text-input"
            value={sought}
            placeholder="例如：新收 总计"
            onChange={(event) => setSought(event.target.value)}
          />
        </label>
        <label className="row small">
          <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.target.checked)} />
          跟着表格变：表里的数改了，文字里的也自动改
        </label>
        {sentence && (
          <button
            type="button"
            className="button picker-sentence"
            data-action="insert-sentence"
            onClick={() => pick(sentence)}
          >
            <b>依申请公开，一整句</b>
            <span>{sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')}</span>
          </button>
        )}
        <ul className="picker">
          {known.slice(0, most).map(({ cell, at, name }) => {
            const text = `${figureText(values[at] ?? 0, cell)}${cell.unit}`;
            return (
              <li key={cell.id}>
                <button type="button" className="button button-plain" onClick={() => pick([{ cell: cell.id, text }])}>
                  <span>{name}</span>
                  <b>{text}</b>
                </button>
              </li>
            );
          })}
        </ul>
        {known.length === 0 && <p className="soft">没有符合的数。先在第二、三、四部分填数，或换一个词。</p>}
        {known.length > most && <p className="soft small">还有 {known.length - most} 个，请再输入一个词缩小范围。</p>}
        <div className="row">
          <button type="button" className="button" onClick={onClose}>
            不插入
          </button>
        </div>
      </div>
    </Dialog>
  );
}
