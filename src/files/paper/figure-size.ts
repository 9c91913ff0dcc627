// The type size at which a figure stands in its column on one line. It never shortens the text.

/** In pt, largest first; the stylesheet has a class for each. */
const figureSizes = [10, 9, 8, 7, 6] as const;
export type FigureSize = (typeof figureSizes)[number];

const pointsPerMm = 72 / 25.4;
// The borders of a box; it has no padding at its sides.
const frame = 0.6;
// Digits are 0.5 em in Times New Roman and 宋体, and up to so much in the fonts that stand in for them.
const digit = 0.54;

/** For a column `width` mm wide. Only what cannot wrap counts: a remark in Chinese goes on to the next line. */
export function figureSize(text: string, width: number): FigureSize {
  const longest = text.split(/[^!-~]+/).reduce((most, run) => Math.max(most, run.length), 0);
  const room = width * pointsPerMm - frame;
  return figureSizes.find((size) => longest * digit * size <= room) ?? 6;
}
