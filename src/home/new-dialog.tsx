// Starts a report: agency, year, format. The year chooses the format until the person does.
import { zodResolver } from '@hookform/resolvers/zod';
import { type FocusEvent, type ReactNode, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { formatForYear, formatIds, formats } from '../formats/registry.ts';
import { type Content, emptyContent } from '../report/draft.ts';
import { longestAgency, refusedWords } from '../report/limits.ts';
import { firstReportYear, lastReportYear } from '../report/report-year.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useLengthLimit } from '../ui/length-limit.ts';
import { Field, fieldHooks } from './field.tsx';
import { agencyField, readYear, yearField } from './name-fields.ts';

type Props = {
  /** The year most people are about to report on. */
  likelyYear: number;
  /** The agency of the latest draft: the same office writes next year's. */
  likelyAgency: string;
  onCreate: (content: Content) => void;
  onClose: () => void;
};

const newReport = (likelyYear: number) =>
  z.object({
    agency: agencyField('请填机关全称，例如“某某市某某局”。'),
    year: yearField(`报告年度请填 ${firstReportYear} 到 ${lastReportYear} 之间的年份，例如 ${likelyYear}。`),
    format: z.enum(formatIds),
  });

type NewReport = ReturnType<typeof newReport>;

const selectAll = (event: FocusEvent<HTMLInputElement>): void => event.target.select();

export function NewDialog({ likelyYear, likelyAgency, onCreate, onClose }: Props): ReactNode {
  const [resolver] = useState(() => zodResolver(newReport(likelyYear)));
  const { register, handleSubmit, setValue, formState } = useForm<z.input<NewReport>, unknown, z.infer<NewReport>>({
    resolver,
    defaultValues: { agency: likelyAgency, year: String(likelyYear), format: formatForYear(likelyYear) },
  });
  const isFormatChosen = useRef(false);
  const agencyInput = useRef<HTMLInputElement>(null);
  const refused = useLengthLimit(agencyInput, longestAgency);
  const { agency: wrongAgency, year: wrongYear } = formState.errors;

  const agency = register('agency');
  const year = register('year', {
    onChange: ({ target }) => {
      if (!isFormatChosen.current) setValue('format', formatForYear(readYear(target.value) || likelyYear));
    },
  });
  const format = register('format', {
    onChange: () => {
      isFormatChosen.current = true;
    },
  });

  return (
    <Dialog label="新建年度报告" onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={handleSubmit((report) => onCreate(emptyContent(report.agency, report.year, report.format)))}
      >
        <h2>新建年度报告</h2>
        <Field id="new-agency" label="机关全称" hint="用印章上的全称，会印在标题上。" problem={wrongAgency?.message}>
          <input
            {...agency}
            {...fieldHooks('new-agency', wrongAgency)}
            ref={(input) => {
              agency.ref(input);
              agencyInput.current = input;
            }}
            className="text-input"
            autoComplete="organization"
            onFocus={selectAll}
          />
          {refused !== undefined && (
            <p role="alert" className="notice notice-bad small">
              {refusedWords(refused, longestAgency)}
            </p>
          )}
        </Field>
        <Field
          id="new-year"
          label="报告年度"
          hint="报告的是哪一年的工作，不是写报告的这一年。"
          problem={wrongYear?.message}
        >
          <input
            {...year}
            {...fieldHooks('new-year', wrongYear)}
            className="text-input"
            inputMode="numeric"
            onFocus={selectAll}
          />
        </Field>
        <Field id="new-format" label="格式" hint="2021 年度及以后用 2021 年格式，一般不用改。">
          <select {...format} {...fieldHooks('new-format')} className="text-input">
            {formats.map(({ id, name, basis }) => (
              <option key={id} value={id}>
                {name} {basis}
              </option>
            ))}
          </select>
        </Field>
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
