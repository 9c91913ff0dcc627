// What a person adds where the title of a document does not say whose report it is or of which year. What a sentence of the
// text says is filled in already and marked, to be looked at before it is taken.
import { type ReactNode, useId } from 'react';
import type { Content } from '../report/draft.ts';
import type { Recognised } from '../transfer/recognise/recognise.ts';

export type Names = { readonly agency: string; readonly year: string };
type Offers = Recognised['offers'];

/** What stands in the two inputs before anybody types. */
export function offeredNames({ agency = '', year }: Offers): Names {
  return { agency, year: year === undefined ? '' : String(year) };
}

/** The content with what was typed or left standing, where its document does not say it. */
export function withNames(content: Content, names: Names): Content {
  const year = Number(names.year.trim());
  return {
    ...content,
    agency: content.agency || names.agency.trim(),
    year: content.year || (year >= 2008 && year <= 2100 && Number.isInteger(year) ? year : 0),
  };
}

type Props = {
  /** Place of the file among those chosen; it is in the inputs' names. */
  at: number;
  content: Content;
  offers: Offers;
  names: Names;
  onNames: (names: Names) => void;
};

/** Draws nothing where the title says both. */
export function NameInputs({ at, content, offers, names, onNames }: Props): ReactNode {
  const id = useId();
  if (content.agency !== '' && content.year !== 0) return null;
  const offered = offeredNames(offers);
  const isOffered = (name: keyof Names): boolean => offered[name] !== '' && names[name] === offered[name];
  const input = (name: keyof Names, label: string): ReactNode => (
    <label htmlFor={`${id}-${name}`}>
      {label}
      <input
        id={`${id}-${name}`}
        name={`import-${name}-${at}`}
        autoComplete="off"
        {...(name === 'year' ? { inputMode: 'numeric' as const } : {})}
        value={names[name]}
        {...(isOffered(name) ? { 'aria-describedby': `${id}-offered` } : {})}
        onChange={(event) => onNames({ ...names, [name]: event.target.value })}
      />
    </label>
  );
  const isAny = (content.agency === '' && isOffered('agency')) || (content.year === 0 && isOffered('year'));
  const isEmpty = (content.agency === '' && names.agency === '') || (content.year === 0 && names.year === '');
  return (
    <div className="row import-names">
      {content.agency === '' && input('agency', '机关全称')}
      {content.year === 0 && input('year', '年度')}
      {isAny && (
        <p id={`${id}-offered`} className="small" data-offered>
          <strong>从正文里认出，请核对。</strong>
        </p>
      )}
      {isEmpty && <p className="soft small">标题里没有认出来，请补上。</p>}
    </div>
  );
}
