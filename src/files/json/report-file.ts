// The report file of one report, version 1, as a schema for each format: what must be in it, what may be, nothing else.
// It knows shapes and the range of a single figure. It reads no text, words no message and weighs no total.

import * as z from 'zod/mini';
import type { FormatId } from '../../formats/registry.ts';
import { lawOf } from '../../formats/registry.ts';
import { tableNumbers } from '../../report/draft.ts';
import type { Cell } from '../../report/format.ts';
import { firstReportYear, lastReportYear } from '../../report/report-year.ts';

// Before any schema is made: zod would otherwise try `new Function`, which our content security policy forbids.
z.config({ jitless: true });

export const reportKind = 'zfxxgk-annual-report';
export const reportVersion = 1;

/** A figure as it stands in a file: a number in the cell's own unit; null is blank. */
export const countFigure = z.nullable(z.int().check(z.gte(0)));
export const changeFigure = z.nullable(z.int());
export const moneyFigure = z.nullable(z.number().check(z.gte(0)));

// How many decimals money may have is left to figure.ts: a schema's multipleOf divides floats and refuses 72701.2578.
function figureSchema({ decimals, signed }: Cell): typeof countFigure | typeof moneyFigure {
  if (decimals > 0) return moneyFigure;
  return signed ? changeFigure : countFigure;
}

const time = z.iso.datetime({ offset: true, local: true });

const explanation = z.strictObject({
  text: z.string(),
  figures: z.record(z.string(), z.nullable(z.number())),
});

function schemaOf(id: FormatId) {
  const { cells } = lawOf(id);
  const textByCell = z.partialRecord(z.enum(cells.map((cell) => cell.id)), z.string());
  return z.strictObject({
    kind: z.literal(reportKind),
    version: z.literal(reportVersion),
    format: z.literal(id),
    year: z.int().check(z.gte(firstReportYear), z.lte(lastReportYear)),
    agency: z.string(),
    date: z.optional(z.iso.date()),
    narratives: z.strictObject({
      preamble: z.optional(z.string()),
      overview: z.string(),
      problems: z.string(),
      others: z.string(),
    }),
    figures: z.strictObject(Object.fromEntries(cells.map((cell) => [cell.id, figureSchema(cell)]))),
    remarks: z.optional(textByCell),
    notes: z.optional(z.partialRecord(z.enum(tableNumbers), z.string())),
    explanations: z.optional(z.record(z.string(), explanation)),
    finalised: z.optional(z.strictObject({ at: time, code: z.string() })),
    unread: z.optional(textByCell),
    app: z.string(),
    exportedAt: time,
  });
}

type ReportSchema = ReturnType<typeof schemaOf>;
export type ReportFile = z.infer<ReportSchema>;

export const reportSchemas: Readonly<Record<FormatId, ReportSchema>> = {
  '2019': schemaOf('2019'),
  '2021': schemaOf('2021'),
};
