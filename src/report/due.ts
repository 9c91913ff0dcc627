// By when a report is due. By law (政府信息公开条例第四十九条) departments hand theirs in and publish it by 31 January, and governments
// from the county up by 31 March; offices above set earlier dates, so that a report may have one of its own.
import { withoutAsides } from './agency-name.ts';
import type { Content } from './draft.ts';

type Dated = Pick<Content, 'agency' | 'year' | 'due'>;

/** The date by law, as YYYY-MM-DD. Townships hand theirs to the county with the departments. */
export function dueByLaw({ agency, year }: Pick<Dated, 'agency' | 'year'>): string {
  const name = withoutAsides(agency).trim();
  return `${year + 1}-${/[省市州县区旗盟](?:人民)?政府$/.test(name) ? '03-31' : '01-31'}`;
}

/** The date that was set, else the one by law. */
export const dueOf = (report: Dated): string => report.due || dueByLaw(report);
