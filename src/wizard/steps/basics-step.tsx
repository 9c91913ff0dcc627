// 基本信息: whose report, of which year, in which format, and what stands before the first section.
import { type ReactNode, useId, useRef } from 'react';
import type { ReportModel } from '../../draft/report-model.ts';
import { formatForYear, formats } from '../../formats/registry.ts';
import { dateWords } from '../../report/date-words.ts';
import { dueOf } from '../../report/due.ts';
import { longestAgency, refusedWords } from '../../report/limits.ts';
import { useLengthLimit } from '../../ui/length-limit.ts';
import { daysLeftWords, daysUntil } from '../../ui/time-words.ts';
import { useRead } from '../../ui/use-read.ts';
import { LastYear } from './last-narrative.tsx';
import { NarrativeBox } from './narrative-step.tsx';

type Props = { report: ReportModel; years: readonly number[]; onFormat: (format: string) => void };

export function BasicsStep({ report, years, onFormat }: Props): ReactNode {
  const { law } = report;
  const year = useRead(report, () => report.text('year'));
  const { ref: agencyRef, ...agency } = report.registerWords('agency');
  const agencyField = useRef<HTMLInputElement | null>(null);
  const refused = useLengthLimit(agencyField, longestAgency);
  const fitting = formatForYear(Number(year));
  const choices = [...new Set([...years, Number(year)])].sort((a, b) => b - a);
  return (
    <section className="step basics-step" aria-labelledby="step-title">
      <h1 id="step-title">基本信息</h1>
      <div className="card basics-card stack">
        <label className="field">
          <span>机关全称</span>
          <input
            className="text-input"
            autoComplete="organization"
            {...agency}
            ref={(field) => {
              agencyRef(field);
              agencyField.current = field;
            }}
            readOnly={report.readOnly}
            placeholder="例如：某某市某某局"
          />
          {refused !== undefined && (
            <span role="alert" className="notice notice-bad small">
              {refusedWords(refused, longestAgency)}
            </span>
          )}
          <small>用印章上的全称。标题、文件名都用它；与去年报告的名称一致，才能自动核对上年结转。</small>
        </label>
        <div className="basics-pair">
          <label className="field">
            <span>报告年度</span>
            <select className="text-input" {...report.registerWords('year')} disabled={report.readOnly}>
              {choices.map((choice) => (
                <option key={choice} value={String(choice)}>
                  {choice} 年
                </option>
              ))}
            </select>
            <small>统计期限为当年 1 月 1 日至 12 月 31 日。</small>
          </label>
          <label className="field">
            <span>格式</span>
            <select
              className="text-input"
              name="format"
              value={law.id}
              disabled={report.readOnly}
              onChange={(event) => onFormat(event.target.value)}
            >
              {formats.map(({ id, name, basis }) => (
                <option key={id} value={id}>
                  {name} {basis}
                </option>
              ))}
            </select>
            <small>
              {fitting === law.id
                ? '2021 年度及以后用 2021 年格式。换格式不会丢数：新格式没有的格先收起来，换回即可看到。'
                : `${year} 年度一般用${formats.find(({ id }) => id === fitting)?.name ?? ''}，请确认。`}
            </small>
          </label>
        </div>
        <div className="basics-pair">
          <label className="field">
            <span>成文日期（可不填）</span>
            <input className="text-input" type="date" {...report.registerWords('date')} readOnly={report.readOnly} />
            <small>印在报告末尾。</small>
          </label>
          <label className="field">
            <span>报送期限（可不填）</span>
            <input className="text-input" type="date" {...report.registerWords('due')} readOnly={report.readOnly} />
            <Due report={report} />
          </label>
        </div>
      </div>
      <Preamble report={report} />
      <LeftOver report={report} />
    </section>
  );
}

/** By when, and how long that is. */
function Due({ report }: { report: ReportModel }): ReactNode {
  const due = useRead(report, () => report.text('due'));
  const until = useRead(report, () =>
    dueOf({ agency: report.text('agency'), year: Number(report.text('year')), due: report.text('due') }),
  );
  const left = daysLeftWords(daysUntil(until, new Date()));
  return (
    <small data-due={until}>
      {due === '' ? `上级没有另定的，法定期限是 ${dateWords(until)}` : '以上级通知为准'}
      {left === undefined || report.finalised ? '' : `，${left}`}。
    </small>
  );
}

function Preamble({ report }: { report: ReportModel }): ReactNode {
  const title = useId();
  return (
    <div className="basics-preamble">
      <h2 id={title}>引言（可不填）</h2>
      <p className="soft small">
        印在“一、总体情况”之前：编制依据、统计期限、电子版在哪里看、办公电话等联系方式（不写个人姓名）。
      </p>
      <NarrativeBox id="preamble" label="引言" rows={6} report={report} />
      <LastYear id="preamble" report={report} />
    </div>
  );
}

/** What an imported document said that has no place in the form, or what was carried from the year before. */
function LeftOver({ report }: { report: ReportModel }): ReactNode {
  const note = useRead(report, ({ note }) => note);
  if (note === '') return null;
  return (
    <section className="notice notice-doubt left-over" aria-labelledby="left-over">
      <h2 id="left-over">这份草稿的备注</h2>
      <p className="small">
        导入时在这份格式里没有确定位置的内容，或由去年报告新建时带来了什么，都记在这里。没有位置的数没有填入任何一格，请看过后自己决定填到哪里。备注只留在草稿里，不打印、不导出。
      </p>
      <pre>{note}</pre>
      {!report.readOnly && (
        <button type="button" className="button button-small" onClick={report.dropNote}>
          已阅，删除备注
        </button>
      )}
    </section>
  );
}
