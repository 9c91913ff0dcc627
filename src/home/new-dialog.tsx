// Starts a report: agency, year, format. The year chooses the format until the person does.
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { formatForYear, formats } from '../formats/registry.ts';
import { type Content, emptyContent } from '../report/draft.ts';
import { longestAgency, refusedWords } from '../report/limits.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useLengthLimit } from '../ui/length-limit.ts';

type Props = {
  /** The year most people are about to report on. */
  likelyYear: number;
  /** The agency of the latest draft: the same office writes next year's. */
  likelyAgency: string;
  onCreate: (content: Content) => void;
  onClose: () => void;
};

const firstYear = 2008;
const lastYear = 2100;

export function NewDialog({ likelyYear, likelyAgency, onCreate, onClose }: Props): ReactNode {
  const [agency, setAgency] = useState(likelyAgency);
  const [year, setYear] = useState(String(likelyYear));
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<{ name: 'agency' | 'year'; text: string }>();
  const form = useRef<HTMLFormElement>(null);
  const agencyField = useRef<HTMLInputElement>(null);
  const refused = useLengthLimit(agencyField, longestAgency);
  const number = readYear(year);
  const format = chosen ?? formatForYear(number ?? likelyYear);

  function create(event: FormEvent): void {
    event.preventDefault();
    const found = agency.trim() === '' ? 'agency' : number === undefined ? 'year' : undefined;
    if (found || number === undefined) {
      const text =
        found === 'agency'
          ? '请填机关全称，例如“某某市某某局”。'
          : `请填 ${firstYear} 到 ${lastYear} 之间的年份，例如 ${likelyYear}。`;
      setProblem({ name: found ?? 'year', text });
      form.current?.querySelector<HTMLInputElement>(`[name=${found ?? 'year'}]`)?.focus();
      return;
    }
    onCreate(emptyContent(agency.trim(), number, format));
  }

  return (
    <Dialog label="新建年度报告" onClose={onClose}>
      <form ref={form} className="stack" onSubmit={create} noValidate>
        <h2>新建年度报告</h2>
        {problem && (
          <p role="alert" className="notice notice-bad" id="new-problem">
            {problem.text}
          </p>
        )}
        <label className="field">
          <span>机关全称</span>
          <input
            className="text-input"
            ref={agencyField}
            name="agency"
            value={agency}
            autoComplete="organization"
            aria-invalid={problem?.name === 'agency' || undefined}
            aria-describedby={problem?.name === 'agency' ? 'new-problem' : undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setAgency(event.target.value)}
          />
          {refused !== undefined && (
            <span role="alert" className="notice notice-bad small">
              {refusedWords(refused, longestAgency)}
            </span>
          )}
          <small>用印章上的全称，会印在标题上。</small>
        </label>
        <label className="field">
          <span>报告年度</span>
          <input
            className="text-input"
            name="year"
            inputMode="numeric"
            value={year}
            aria-invalid={problem?.name === 'year' || undefined}
            aria-describedby={problem?.name === 'year' ? 'new-problem' : undefined}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setYear(event.target.value)}
          />
          <small>报告的是哪一年的工作，不是写报告的这一年。</small>
        </label>
        <label className="field">
          <span>格式</span>
          <select
            className="text-input"
            name="format"
            value={format}
            onChange={(event) => setChosen(event.target.value)}
          >
            {formats.map(({ id, name, basis }) => (
              <option key={id} value={id}>
                {name} {basis}
              </option>
            ))}
          </select>
          <small>2021 年度及以后用 2021 年格式，一般不用改。</small>
        </label>
        <div className="row dialog-ends">
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" className="button button-main" data-action="create">
            开始填报
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Full-width digits and a trailing 年 are what people type. */
function readYear(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/年度?$/, '');
  const year = /^\d{4}$/.test(plain) ? Number(plain) : Number.NaN;
  return year >= firstYear && year <= lastYear ? year : undefined;
}
