// Sections 一, 五 and 六: words. Shows what the format asks for there, counts, and can put in a figure from the tables.
import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { hasAspects } from '../../checks/text/aspects.ts';
import { meaningName } from '../../checks/text/meaning-name.ts';
import type { ReadClaim } from '../../checks/text/words.ts';
import type { Piece } from '../../draft/figure-sentence.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import { narrativeName, type WordField } from '../../draft/texts.ts';
import type { NarrativeId, Section } from '../../report/format.ts';
import { longestNarrative, refusedWords, tooLongWords } from '../../report/limits.ts';
import { useLengthLimit } from '../../ui/length-limit.ts';
import { inDialog, part } from '../../ui/part.tsx';
import { useRead } from '../../ui/use-read.ts';
import { countOf, LastYear } from './last-narrative.tsx';

const FigurePicker = part(
  () => import('./figure-picker.tsx').then(({ FigurePicker }) => FigurePicker),
  '插入表中的数',
  { failed: inDialog },
);
export const loadFigurePicker = FigurePicker.load;

export function NarrativeStep({
  section,
  narrative,
  report,
}: {
  section: Section;
  narrative: NarrativeId;
  report: ReportModel;
}): ReactNode {
  return (
    <section className="step narrative-step" aria-labelledby="step-title">
      <h1 id="step-title">{section.heading}</h1>
      <div className="asks notice">
        <h2 className="small">这一部分要写</h2>
        <Asks section={section} narrative={narrative} report={report} />
        <p className="small soft">
          依据：{section.source.document} {section.source.place}
        </p>
      </div>
      <NarrativeBox id={narrative} label={section.heading} rows={13} report={report} />
      <LastYear id={narrative} report={report} />
    </section>
  );
}

type AsksProps = { section: Section; narrative: NarrativeId; report: ReportModel };

/** What is to be written; of section 一, what already is: the form asks for five aspects, in the order of its list. */
function Asks({ section: { asks }, narrative, report }: AsksProps): ReactNode {
  const has = useRead(
    report,
    () => (narrative === 'overview' ? hasAspects(report.text(narrativeName(narrative))) : []),
    isAlike,
  );
  return (
    <ul className={has.length > 0 ? 'asks-checked' : undefined}>
      {asks.map((ask, at) => (
        <li key={ask} data-written={has[at]}>
          {has[at] === true && '✓ '}
          {ask}
          {has[at] === true && <span className="visually-hidden">（已写到）</span>}
        </li>
      ))}
    </ul>
  );
}

const isAlike = (drawn: readonly boolean[], now: readonly boolean[]): boolean => drawn.join() === now.join();

export function NarrativeBox({
  id,
  label,
  rows,
  report,
}: {
  id: NarrativeId;
  label: string;
  rows: number;
  report: ReportModel;
}): ReactNode {
  const name = narrativeName(id);
  const { ref, ...field } = report.registerWords(name);
  const box = useRef<HTMLTextAreaElement | null>(null);
  const refused = useLengthLimit(box, longestNarrative);
  const [picking, setPicking] = useState(false);

  function insert(pieces: readonly Piece[]): void {
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
    // While the dialog is open nothing outside it can take the focus.
    flushSync(() => setPicking(false));
    const area = box.current;
    if (!area) return;
    area.focus();
    let at = area.selectionStart;
    // The browser's own insertion keeps its undo; where it is gone, the text is put in place without.
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    for (const piece of pieces) {
      if (typeof piece !== 'string') report.link({ narrative: id, cell: piece.cell, at, text: piece.text });
      at += typeof piece === 'string' ? piece.length : piece.text.length;
    }
  }

  return (
    <div className="narrative">
      {refused !== undefined && (
        <p role="alert" className="notice notice-bad small">
          {refusedWords(refused, longestNarrative)}
        </p>
      )}
      <textarea
        {...field}
        ref={(area) => {
          ref(area);
          box.current = area;
        }}
        data-narrative={id}
        className="text-input narrative-text"
        rows={rows}
        readOnly={report.readOnly}
        aria-label={label}
      />
      <div className="row narrative-foot">
        {!report.readOnly && (
          <button type="button" className="button button-small" onClick={() => setPicking(true)}>
            插入表中的数…
          </button>
        )}
        <Count name={name} report={report} />
      </div>
      <Over name={name} report={report} />
      <Links id={id} report={report} />
      <Claims id={id} report={report} />
      {picking && <FigurePicker report={report} onPick={insert} onClose={() => setPicking(false)} />}
    </div>
  );
}

/** The figures here that follow their cells, and the way to let one stand as it is. */
function Links({ id, report }: { id: NarrativeId; report: ReportModel }): ReactNode {
  const all = useRead(report, ({ links }) => links);
  // A cell of another format stays linked, for when that format is chosen again.
  const here = all.filter(({ narrative, cell }) => narrative === id && report.law.cell(cell));
  if (here.length === 0) return null;
  return (
    <ul className="figure-links small" aria-label="跟着表格变的数">
      {here.map((link) => (
        <li key={`${link.at} ${link.cell}`} data-follows={link.cell}>
          {link.text} ← {report.law.nameOf(link.cell)}
          {!report.readOnly && (
            <button type="button" className="link-button" onClick={() => report.unlink(link)}>
              不再跟着变
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** So many are listed; the others are counted. */
const mostClaims = 200;

const marks: Readonly<Record<ReadClaim['agrees'], { readonly sign: string; readonly says: string }>> = {
  no: { sign: '✗', says: '与表格不符' },
  waiting: { sign: '…', says: '表格还没填' },
  yes: { sign: '✓', says: '与表格相符' },
};

/** What was read here and compared with the tables. What does not agree is among the findings as well. */
function Claims({ id, report }: { id: NarrativeId; report: ReportModel }): ReactNode {
  const all = useRead(report, ({ claims }) => claims);
  const here = all.filter(({ narrative }) => narrative === id);
  if (here.length === 0) return null;
  const counts = Object.entries(marks).flatMap(([agrees, { sign, says }]) => {
    const many = here.filter((claim) => claim.agrees === agrees).length;
    return many === 0 ? [] : [`${sign} ${many} 处${says}`];
  });
  // Two places may say the same.
  const place = ({ words, said, cells, agrees }: ReadClaim, at: number): ReactNode => (
    <li
      key={`${at} ${words}`}
      data-claim={id}
      data-claim-cells={cells.join('+')}
      data-claim-said={said}
      data-claim-agrees={agrees}
    >
      {marks[agrees].sign} {words}{' '}
      <span className="soft">← {meaningName(cells.flatMap((cell) => report.law.cell(cell) ?? []))}</span>
    </li>
  );
  return (
    <details className="claims small">
      <summary>文字里的数字：{counts.join('，')}</summary>
      <ul>
        {here.slice(0, mostClaims).map(place)}
        {here.length > mostClaims && <li>另有 {here.length - mostClaims} 处</li>}
      </ul>
    </details>
  );
}

function Count({ name, report }: { name: WordField; report: ReportModel }): ReactNode {
  const length = useRead(report, () => countOf(report.text(name)));
  return <span className="soft small">共 {length} 字</span>;
}

/** A text that was stored before there was a limit, or composed over it: all of it is kept. */
function Over({ name, report }: { name: WordField; report: ReportModel }): ReactNode {
  const length = useRead(report, () => Math.max(longestNarrative, report.text(name).length));
  if (length === longestNarrative) return null;
  return (
    <p className="notice notice-doubt small" role="status">
      {tooLongWords('这里', length, longestNarrative)}
      。文字都已保存，但核对只看前面的部分，导出的数据文件也不能再导入。请删短。
    </p>
  );
}
