// A whole report on A4, to look at and to print: a reader of the definitions, without inputs.
// The pages on the screen are those that are printed; nothing here is saved.
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { printed } from '../files/paper/printed.ts';
import type { Content } from '../report/draft.ts';
import { reportTitle } from '../report/draft.ts';
import { Sheets } from './sheets.tsx';
import './paper.css';
import './print.css';

/** Throws for a format that the registry does not have. */
export function PrintView({ content, backHref }: { content: Content; backHref: string }): ReactNode {
  const [withExplanations, setWithExplanations] = useState(false);
  const title = reportTitle(content);
  // Browsers name a saved PDF after the page.
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
  // Whoever shows it hands over another object each time; the same report is laid out once.
  const said = JSON.stringify(content);
  const report = useMemo(() => printed(JSON.parse(said), { withExplanations }), [said, withExplanations]);
  return (
    <div className="print-view">
      <header className="print-toolbar">
        <a href={backHref}>返回填报</a>
        <button type="button" data-action="print" onClick={() => window.print()}>
          打印
        </button>
        {Object.keys(content.explanations).length > 0 && (
          <label>
            <input
              type="checkbox"
              checked={withExplanations}
              onChange={(event) => setWithExplanations(event.target.checked)}
            />
            附情况说明
          </label>
        )}
        <p>要存成 PDF，在打印窗口选择“另存为 PDF”。打印出来的就是下面这几页；缩放请选“实际大小”（100%）。</p>
      </header>
      <main>
        <Sheets report={report} />
      </main>
    </div>
  );
}
