// A stored draft as one that others may have been copied from.
import type { KnownReport } from '../checks/text/copies.ts';
import type { Draft } from '../report/draft.ts';

export const knownReport = ({ id, revision, savedAt, agency, year, narratives }: Draft): KnownReport => ({
  mark: `${id} ${revision} ${savedAt}`,
  agency,
  year,
  narratives,
});
