import { expect, test } from 'vitest';
import { judgeAnswers } from '../checks/judge.ts';
import { formats, lawOf } from '../formats/registry.ts';
import { failingContent, impossibleLastYear } from './failing.ts';

test.each(formats.map(({ id }) => id))('every check of format %s fails', (id) => {
  const law = lawOf(id);
  const { findings } = judgeAnswers(law, failingContent(law, 2025).answers, impossibleLastYear(law));
  expect(findings.map((finding) => finding.id).sort()).toEqual(law.relations.map((relation) => relation.id).sort());
});
