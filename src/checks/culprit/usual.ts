// What share of a report's applications usually has which result: the mean of the four published reports of whole cities in fixtures/
// (877 to 14,629 applications). It only says which figures are common in a box and which are not.

/** Of 一 + 二. */
const shares: Readonly<Record<string, number>> = {
  received: 0.97,
  'carried-in': 0.03,
  granted: 0.32,
  'partly-granted': 0.11,
  'refused-state-secret': 0.003,
  'refused-prohibited-by-law': 0.003,
  'refused-public-safety': 0.002,
  'refused-third-party': 0.006,
  'refused-internal-affairs': 0.006,
  'refused-deliberative': 0.005,
  'refused-enforcement-file': 0.01,
  'refused-inquiry': 0.007,
  'unavailable-not-held': 0.25,
  'unavailable-needs-creation': 0.015,
  'unavailable-unclear': 0.003,
  'unprocessed-petition': 0.04,
  'unprocessed-duplicate': 0.009,
  'unprocessed-publication': 0.002,
  'unprocessed-excessive': 0.008,
  'unprocessed-reissue': 0.002,
  'other-not-corrected': 0.018,
  'other-fee-unpaid': 0.009,
  'other-other': 0.08,
  other: 0.1,
  'carried-out': 0.04,
};

/** Of a row by its id; what is not known is rare. */
export const usualShare = (row: string): number => shares[row] ?? 0.01;
