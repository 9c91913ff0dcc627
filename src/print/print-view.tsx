// A whole report on A4, to look at and to print: a reader of the definitions, without inputs.
// Paging is the browser's; nothing here is saved.
import { type ReactNode, useEffect, useState } from 'react';
import { printed } from '../files/paper/printed.ts';
import type { Content } from '../report/draft.ts';
import { reportTitle } from '../report/draft.ts';
import { footEveryPage } from './page-foot.ts';
import { Paper } from './paper.tsx';
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
  const report = printed(content, { withExplanations });
  const { final } = report;
  const [isOnEveryPage, setOnEveryPage] = useState(false);
  useEffect(() => {
    const remove = final === undefined ? undefined : footEveryPage(final);
    setOnEveryPage(remove !== undefined);
    return remove;
  }, [final]);
  return (
    <div className={isOnEveryPage ? 'print-view print-footed' : 'print-view'}>
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
        <p>要存成 PDF，在打印窗口选择“另存为 PDF”。屏幕上不分页，页码和分页见打印窗口。</p>
      </header>
      <main>
        <Paper report={report} />
      </main>
    </div>
  );
}
