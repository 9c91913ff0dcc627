// The five aspects that section 一 is asked for, and whether a text has them.

/** The aspects that the form of 2021 asks section 一 for, and the words by which a text has them. */
const aspects: readonly (readonly [name: string, words: RegExp])[] = [
  ['主动公开', /主动公开/],
  ['依申请公开', /依申请|申请公开|公开申请|收到申请|申请办理/],
  ['政府信息管理', /信息(?:资源)?(?:的)?(?:公开)?(?:规范化?)?管理|信息资源|规范管理|文件管理/],
  ['平台建设', /平台|载体|阵地建设|网站建设/],
  ['监督保障', /监督|考核|评议|责任追究|问责|保障(?:情况|机制|措施|方面|工作)|教育培训|组织保障/],
];

/** Of the five aspects, in their order, whether `overview` has a word of it. */
export const hasAspects = (overview: string): readonly boolean[] => aspects.map(([, words]) => words.test(overview));

/** So many aspects, or characters, and a text is no longer only begun. */
const isBegunOnly = (overview: string, named: number): boolean =>
  (named < 2 && overview.length < 100) || (named < 3 && overview.length < 60);

/** The aspects that `overview` has no word of; none while it has only been begun and nobody wants it to be final. */
export function missingAspects(overview: string, isFinalising: boolean): readonly string[] {
  const has = hasAspects(overview);
  const missing = aspects.flatMap(([name], at) => (has[at] ? [] : [name]));
  if (!isFinalising && isBegunOnly(overview, aspects.length - missing.length)) return [];
  return missing;
}
