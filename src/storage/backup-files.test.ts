import { expect, test } from 'vitest';
import { type Draft, emptyContent, newDraft } from '../report/draft.ts';
import { fileName, surplusFiles } from './backup-files.ts';

const noon = '2026-01-20T04:00:00.000Z';
const draft = (agency: string, change: Partial<Draft> = {}): Draft => ({
  ...newDraft(emptyContent(agency, 2025, '2021'), agency, noon),
  ...change,
});

test.each([
  ['one agency', [draft('云溪市数据服务局')], '年报填报自动备份-云溪市数据服务局-3f9a0c12-20260120.json'],
  ['a name no file can have', [draft('云溪市/..\\数据:局')], '年报填报自动备份-云溪市数据局-3f9a0c12-20260120.json'],
  ['several', [draft('甲局'), draft('乙局')], '年报填报自动备份-3f9a0c12-20260120.json'],
  ['one deleted', [draft('甲局'), draft('乙局', { deletedAt: noon })], '年报填报自动备份-甲局-3f9a0c12-20260120.json'],
  ['none', [], '年报填报自动备份-3f9a0c12-20260120.json'],
])('the name of a file: %s', (_, drafts, name) => {
  expect(fileName('3f9a0c12', drafts, noon)).toBe(name);
});

const of = (mark: string, day: number, agency = ''): string =>
  `年报填报自动备份-${agency}${mark}-202601${String(day).padStart(2, '0')}.json`;
const days = Array.from({ length: 31 }, (_, at) => at + 1);

test('thirty days of our own stay, and all that is not ours', () => {
  const mine = days.map((day) => of('aaaaaaaa', day));
  const others = [
    ...days.map((day) => of('bbbbbbbb', day, '乙局-')),
    ...days.map((day) => `年报填报自动备份-202601${String(day).padStart(2, '0')}.json`),
    '年报填报备份-20260101-0900.json',
    '重要.docx',
  ];
  expect(surplusFiles([...mine, ...others], 'aaaaaaaa', of('aaaaaaaa', 31))).toEqual([of('aaaaaaaa', 1)]);
});

test('the agency renamed: today has one file', () => {
  const names = [of('aaaaaaaa', 19, '甲局-'), of('aaaaaaaa', 20, '甲局-'), of('aaaaaaaa', 20, '新局-')];
  expect(surplusFiles(names, 'aaaaaaaa', of('aaaaaaaa', 20, '新局-'))).toEqual([of('aaaaaaaa', 20, '甲局-')]);
});

test('a file just written stays, though its day is long before the others, as with a clock that was ahead', () => {
  const names = days.map((day) => of('aaaaaaaa', day));
  expect(surplusFiles(names, 'aaaaaaaa', of('aaaaaaaa', 1))).toEqual([]);
});
