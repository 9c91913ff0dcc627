// A whole report on A4, to look at and to print: a reader of the definitions, without inputs. The pages that are seen are the pages that
// are printed; nothing here is saved.
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { printed } from '../files/paper/printed.ts';
import type { Content } from '../report/draft.ts';
import { reportTitle } from '../report/draft.ts';
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
  const report = useMemo(() => printed(content, { withExplanations }), [content, withExplanations]);
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
        <p>看到的一页就是打印的一页。打印窗口里缩放用 100%；要存成 PDF，选“另存为 PDF”。</p>
      </header>
      <main>
        <Paper report={report} />
      </main>
    </div>
  );
}
