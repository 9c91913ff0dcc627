// The JSON Schema that is published with the app, made from the schema that reads. `vitest -u` renews the file.
// It is made here and nowhere else, so that zod's generator stays out of the app.
import { describe, expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import * as z from 'zod/mini';
import type { Law } from '../../checks/law.ts';
import { formatIds, lawOf } from '../../formats/registry.ts';
import { samples } from '../../formats/samples.ts';
import { cellName } from '../../report/format.ts';
import { changeFigure, countFigure, moneyFigure, reportSchemas } from './report-file.ts';
import { reportFile } from './write-report.ts';

type Schema = z.core.JSONSchema.JSONSchema;
type Part = Schema | boolean | undefined;

function published(): Schema {
  const names = z.registry<{ id?: string; title?: string; description?: string }>();
  names.add(countFigure, { id: 'count', description: '数量：0 或大于 0 的整数；null 是未填' });
  names.add(changeFigure, { id: 'change', description: '本年增/减：整数，可以小于 0；null 是未填' });
  names.add(moneyFigure, { id: 'money', description: '金额，以格的单位计，精确到分；null 是未填' });
  for (const id of formatIds) names.add(reportSchemas[id], { title: `${lawOf(id).name}，${lawOf(id).basis}` });
  const [first, ...rest] = formatIds.map((id) => reportSchemas[id]);
  if (!first) throw new Error('no format');
  const union = z.discriminatedUnion('format', [first, ...rest]);
  const {
    $schema = 'https://json-schema.org/draft/2020-12/schema',
    oneOf = [],
    $defs = {},
  } = z.toJSONSchema(union, {
    metadata: names,
  });
  return {
    $schema,
    title: '政府信息公开工作年度报告',
    description:
      '年报填报导出的一份报告。figures 列出格式的每一个格；null 是未填，不是 0，总计的各部分没有填全时也是 null。remarks 是数后面括号里的备注，notes 是印在表二、表三、表四下面的说明，unread 是没能读成数的原文。',
    oneOf: oneOf.map((format, at) => ({
      ...format,
      properties: { ...format.properties, figures: withNames(format.properties?.figures, lawOf(formatIds[at] ?? '')) },
    })),
    $defs,
  };
}

// Each figure with its place on the form, for readers who have only this file.
function withNames(part: Part, { cells }: Law): Schema {
  const figures = typeof part === 'object' ? part : {};
  const named = cells.map((cell) => {
    const figure = figures.properties?.[cell.id];
    return [cell.id, { ...(typeof figure === 'object' ? figure : {}), title: `${cellName(cell)}（${cell.unit}）` }];
  });
  return { ...figures, properties: Object.fromEntries(named) };
}

describe('the published schema', () => {
  test('is the checked-in file', async () => {
    await expect(`${JSON.stringify(published(), null, 2)}\n`).toMatchFileSnapshot('../../../public/report.schema.json');
  });

  const by = { app: '0.1.0', exportedAt: '2026-01-20T08:00:00.000Z' };

  test.each(formatIds)('read by itself, takes the sample of format %s and refuses what it should', (id) => {
    const schema = fromJSONSchema(published());
    const file = reportFile(samples[id], by);
    const takes = (changed: unknown): boolean => schema.safeParse(changed).success;
    const total = 'requests/received/total';
    expect(takes(file)).toBe(true);
    expect(takes({ ...file, figures: { ...file.figures, [total]: null }, remarks: { [total]: '备注' } })).toBe(true);
    for (const wrong of [-1, 1.5, '1', undefined]) {
      expect(takes({ ...file, figures: { ...file.figures, [total]: wrong } }), String(wrong)).toBe(false);
    }
    expect(takes({ ...file, figures: { ...file.figures, 'requests/received/cats': 1 } })).toBe(false);
    expect(takes({ ...file, unread: { 'requests/received/cats': '1x' } })).toBe(false);
    expect(takes({ ...file, notes: { '2': '注：不含委托。', '4': '注' } })).toBe(true);
    expect(takes({ ...file, notes: { '5': '注' } })).toBe(false);
    expect(takes({ ...file, notes: { '2': 2 } })).toBe(false);
    expect(takes({ ...file, extra: 1 })).toBe(false);
    expect(takes({ ...file, date: '2026-02-30' })).toBe(false);
    expect(takes({ ...file, format: id === '2019' ? '2021' : '2019' })).toBe(false);
  });
});
