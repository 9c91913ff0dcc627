// All formats, newest last. Adding one is adding its folder, its line here and its sample in samples.ts.
import type { Law } from '../checks/law.ts';
import { compile } from '../checks/law.ts';
import { format2019 } from './format-2019/format.ts';
import { format2021 } from './format-2021/format.ts';

export const formats = [format2019, format2021] as const;

export type FormatId = (typeof formats)[number]['id'];

export const formatIds = formats.map(({ id }) => id) as readonly FormatId[];

const laws: Readonly<Record<FormatId, Law>> = { '2019': compile(format2019), '2021': compile(format2021) };

export function isFormatId(id: string): id is FormatId {
  return formatIds.some((known) => known === id);
}

/** The compiled format. Throws for an id that `isFormatId` refuses: files and rows are checked at the border. */
export function lawOf(id: string): Law {
  if (!isFormatId(id)) throw new Error(`no format ${id}`);
  return laws[id];
}

/** The format made for a report year. */
export function formatForYear(year: number): FormatId {
  return formats.find(({ years }) => 'last' in years && year <= years.last)?.id ?? '2021';
}
