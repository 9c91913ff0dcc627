// 逐年对比: the reports of one body side by side, and charts of them, each with its table.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type YearChart, yearsOf } from '../compare/years.ts';
import { lawOf } from '../formats/registry.ts';
import type { Content } from '../report/draft.ts';
import type { Database } from '../storage/database.ts';
import { listOfAgency } from '../storage/drafts.ts';
import { storageTrouble } from '../storage/trouble.ts';
import { Chart } from './chart.tsx';
import { savePng, saveSvg } from './save-chart.ts';
import './years.css';

type Props = {
  database: Database;
  /** The open report, as it is now. */
  content: Content;
  backHref: string;
};

export function YearsPage({ database, content, backHref }: Props): ReactNode {
  const [stored, setStored] = useState<readonly Content[]>();
  const [trouble, setTrouble] = useState<string>();
  const [column, setColumn] = useState('total');

  useEffect(() => {
    listOfAgency(database, content.agency).then(setStored, (error) => {
      setStored([]);
      setTrouble(storageTrouble(error));
    });
  }, [database, content.agency]);

  const { years, tables, charts } = useMemo(
    () => yearsOf([...(stored ?? []).filter(({ year }) => year !== content.year), content], column),
    [stored, content, column],
  );
  const requests = lawOf(content.format).tables.find(({ section }) => section === 3);

  return (
    <main className="years">
      <header className="row years-head">
        <a className="button" href={backHref}>
          ‹ 返回填报
        </a>
        <h1>{content.agency}：逐年对比</h1>
      </header>
      {trouble && (
        <p role="alert" className="notice notice-bad">
          读不出往年的报告。{trouble}
        </p>
      )}
      {stored && years.length < 2 && (
        <p className="notice">本机只有这一年的报告。在首页导入往年的报告（机关全称要一致），这里就会并排列出。</p>
      )}
      {charts.map((chart) => (
        <ChartCard key={chart.title} chart={chart} years={years} name={`${content.agency}-${chart.title}`} />
      ))}
      {tables.map(({ heading, rows }) => (
        <section key={heading} className="card years-card">
          <div className="row">
            <h2>{heading}</h2>
            {heading.startsWith('三') && (
              <label className="row small">
                申请人
                <select className="text-input" value={column} onChange={(event) => setColumn(event.target.value)}>
                  {requests?.columns.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          <div className="years-scroll">
            <table className="years-table">
              <thead>
                <tr>
                  <th scope="col">项目</th>
                  {years.map((year) => (
                    <th key={year} scope="col">
                      {year} 年
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, figures }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {years.map((year, at) => (
                      <td key={year}>{figures[at] ?? '—'}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </main>
  );
}

function ChartCard({ chart, years, name }: { chart: YearChart; years: readonly number[]; name: string }): ReactNode {
  const svg = useRef<SVGSVGElement>(null);
  const [failed, setFailed] = useState(false);
  const save = (how: typeof saveSvg | typeof savePng): void => {
    if (!svg.current) return;
    setFailed(false);
    Promise.resolve(how(svg.current, name.replace(/[\\/:*?"<>|]/g, ''))).catch(() => setFailed(true));
  };
  return (
    <section className="card years-card" aria-label={chart.title}>
      <Chart chart={chart} years={years} svg={svg} />
      <div className="row">
        <button type="button" className="button button-small" data-action="save-png" onClick={() => save(savePng)}>
          存为图片（PNG）
        </button>
        <button type="button" className="button button-small" data-action="save-svg" onClick={() => save(saveSvg)}>
          存为 SVG
        </button>
        {failed && (
          <p role="alert" className="small">
            这个浏览器没能画出图片，请改存 SVG。
          </p>
        )}
      </div>
      <details className="small">
        <summary>图中的数</summary>
        <table className="years-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year} 年
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.series.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                {years.map((year, at) => (
                  <td key={year}>{one.values[at] ?? '—'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
