import { expect, test } from 'vitest';
import { type Draft, emptyContent, newDraft, withContent } from './draft.ts';

const own: Draft = {
  ...newDraft(emptyContent('甲局', 2024, '2021'), 'own', '2025-01-05T06:00:00.000Z'),
  revision: 3,
  notes: { '2': '说明' },
  links: [{ narrative: 'overview', cell: 'requests/received/total', at: 0, text: '59件' }],
  unconfirmed: { some: '还在写' },
  finalised: { at: '2025-01-05T14:00:00+08:00', code: '7K2M-9QXR-4TB8' },
};

test('with other content, nothing is left of what the draft said', () => {
  const said = emptyContent('乙局', 2025, '2021');
  const { id, revision, createdAt, savedAt } = own;
  expect(withContent(own, said)).toStrictEqual({ ...said, id, revision, createdAt, savedAt });
});

test('the content of another draft comes without where and when that is kept', () => {
  const other: Draft = {
    ...newDraft(emptyContent('乙局', 2025, '2021'), 'other', '2026-01-05T06:00:00.000Z'),
    revision: 9,
    deletedAt: '2026-02-05T06:00:00.000Z',
  };
  expect(withContent(own, other)).toStrictEqual(withContent(own, emptyContent('乙局', 2025, '2021')));
  expect(withContent({ ...own, deletedAt: '2025-03-05T06:00:00.000Z' }, other)).toMatchObject({
    id: 'own',
    revision: 3,
    deletedAt: '2025-03-05T06:00:00.000Z',
  });
});
