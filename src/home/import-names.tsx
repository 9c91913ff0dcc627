// What a person adds where the title of a document does not say whose report it is or of which year. What a sentence of the
// text says is filled in already and marked, to be looked at before it is taken.
import { type ReactNode, useId } from 'react';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Recognised } from '../files/recognise/recognise.ts';
import type { Content } from '../report/draft.ts';
import { firstReportYear, lastReportYear } from '../report/report-year.ts';
import { agencyField, readYear, yearField } from './name-fields.ts';

/** By `fileKey`. Only what the title of a file does not say is in it. */
export const importNames = z.object({
  names: z.record(
    z.string(),
    z.object({
      agency: z.optional(agencyField('文件的标题里没有机关名称，请填机关全称。')),
      year: z.optional(yearField(`文件的标题里没有年度，请填 ${firstReportYear} 到 ${lastReportYear} 之间的年份。`)),
    }),
  ),
});

export type ImportNames = z.input<typeof importNames>;
/** As they stand in the inputs. */
type Names = { readonly agency: string; readonly year: string };
type Typed = ImportNames['names'][string] | undefined;

/** No number: react-hook-form would make a list of them. `at` is the place of the file among those chosen. */
export const fileKey = (at: number): string => `file-${at}`;

/** What stands in the inputs: what was typed, or what is offered until somebody types. */
function shownNames({ agency = '', year }: Recognised['offers'], typed: Typed): Names {
  return { agency: typed?.agency ?? agency, year: typed?.year ?? (year === undefined ? '' : String(year)) };
}

/** The content with what was typed or left standing, where its document does not say it. */
export function withNames(content: Content, offers: Recognised['offers'], typed: Typed): Content {
  const { agency, year } = shownNames(offers, typed);
  return { ...content, agency: content.agency || agency.trim(), year: content.year || readYear(year) || 0 };
}

type Props = {
  at: number;
  content: Content;
  offers: Recognised['offers'];
  typed: Typed;
  errors: FieldErrors<ImportNames>;
  register: UseFormRegister<ImportNames>;
};

/** Draws nothing where the title says both. */
export function NameInputs({ at, content, offers, typed, errors, register }: Props): ReactNode {
  const id = useId();
  const offered = shownNames(offers, undefined);
  const shown = shownNames(offers, typed);
  const isAsked = { agency: content.agency === '', year: content.year === 0 };
  if (!isAsked.agency && !isAsked.year) return null;
  const asked = (['agency', 'year'] as const).filter((name) => isAsked[name]);
  const isOffered = (name: keyof Names): boolean => offered[name] !== '' && shown[name] === offered[name];
  const problemOf = (name: keyof Names): string | undefined => errors.names?.[fileKey(at)]?.[name]?.message;
  return (
    <div className="row import-names">
      {asked.map((name) => {
        const problem = problemOf(name);
        const described = [
          ...(problem ? [`${id}-${name}-problem`] : []),
          ...(isOffered(name) ? [`${id}-offered`] : []),
        ];
        return (
          <label key={name} htmlFor={`${id}-${name}`}>
            {labels[name]}
            <input
              {...register(`names.${fileKey(at)}.${name}`, { value: offered[name] })}
              id={`${id}-${name}`}
              autoComplete="off"
              inputMode={name === 'year' ? 'numeric' : undefined}
              aria-invalid={problem !== undefined}
              aria-describedby={described.join(' ') || undefined}
            />
          </label>
        );
      })}
      {asked.map((name) => {
        const problem = problemOf(name);
        return (
          problem && (
            <p key={name} role="alert" id={`${id}-${name}-problem`} className="notice notice-bad small">
              {problem}
            </p>
          )
        );
      })}
      {asked.some(isOffered) && (
        <p id={`${id}-offered`} className="small" data-offered>
          <strong>从正文里认出，请核对。</strong>
        </p>
      )}
      {asked.some((name) => shown[name] === '' && !problemOf(name)) && (
        <p className="soft small">标题里没有认出来，请补上。</p>
      )}
    </div>
  );
}

const labels: Readonly<Record<keyof Names, string>> = { agency: '机关全称', year: '年度' };
