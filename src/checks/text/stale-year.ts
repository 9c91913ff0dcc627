// A year left over from last year's text. A sentence or a clause that is told of last year begins with it: 「2024年，我局…」. What names
// last year within (较2024年, 2024年结转, 《2024年要点》) is meant so.

/** The report's year in what carries something over to it is no year that is told of: 结转2025年2件. */
const carriedTo = /(?:结转|转入|转至|顺延|延至|推至)[^，。；]{0,6}$/;

const numbering =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|第?[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.．、](?!\d))[、.．]?/;

/** The words that are left over from the year before `year`, or undefined. `sentence` has a bound (sentences.ts). */
export function staleYear(sentence: string, year: number): string | undefined {
  const plain = sentence.replace(/(\d)\s{1,4}(?=[\d年月日])|年\s{1,4}(?=\d)|月\s{1,4}(?=\d)/g, (found) => found.trim());
  const last = year - 1;
  if (!plain.includes(`${last}`)) return undefined;
  const period = periodOf(plain, last, year);
  if (period !== undefined) return period;
  if (tellsOf(plain, year)) return undefined;
  const title = new RegExp(`${last}年(?:度)?政府信息公开(?:工作)?(?:年度)?(?:报告|年报|情况)`).exec(plain);
  if (
    title &&
    /^(?:[^，。；]{0,60})(?:公布|发布|编制|公开|报告)/.test(plain) &&
    !/去年|上年|上一年|公开了|公布了|发布了/.test(plain)
  ) {
    return clipped(plain, title.index);
  }
  let at = 0;
  for (const clause of plain.match(/[^，,：:]*[，,：:]?/g) ?? []) {
    const found = opening(clause, last);
    if (found !== undefined) return clipped(plain, at + found);
    at += clause.length;
  }
  return undefined;
}

const clipped = (text: string, at: number): string => text.slice(at, at + 24);

/** 「自2024年1月1日起至2024年12月31日止」, where no other year is said. */
function periodOf(sentence: string, last: number, year: number): string | undefined {
  const found = new RegExp(`${last}年1月1日(?:起|开始)?[，,]?(?:至|到|-|—|－|～|~)`).exec(sentence);
  return found && !sentence.includes(`${year}年`) ? clipped(sentence, found.index) : undefined;
}

/** Whether the sentence tells of the report's own year as well. */
function tellsOf(sentence: string, year: number): boolean {
  for (const { index } of sentence.matchAll(new RegExp(`${year}`, 'g'))) {
    if (!carriedTo.test(sentence.slice(Math.max(0, index - 12), index))) return true;
  }
  return false;
}

/** Where the year stands that a clause begins with; undefined where it is a part of something else. */
function opening(clause: string, last: number): number | undefined {
  const start = numbering.exec(clause)?.[0].length ?? 0;
  const found = new RegExp(
    `^\\s*(?:截至|截止|在|到)?${last}年(?:度)?(?:\\d{1,2}月)?(?:\\d{1,2}日|底|末)?(?:以来|来|内|间|里|期间)?`,
  ).exec(clause.slice(start));
  if (!found) return undefined;
  const after = clause.slice(start + found[0].length);
  // 「2024年—2025年」, 「2024年、2025年」, 「2024年度问题整改情况」, 「2024年启动的项目」, 「2024年结转3件」
  if (/^(?:至|到|—|-|－|～|~|、|和|与|及|结转|跨年|遗留|转入|的|[：:])/.test(after)) return undefined;
  if (/^[^，,]{0,16}(?:问题|整改|评估|考核|测评|决算|未办结|结转)/.test(after)) return undefined;
  if (/^[^，,收办答]{1,14}的/.test(after) && !/^(?:我|本|全|共|因|县|区|市|镇|乡|街道)/.test(after)) return undefined;
  return start + found[0].search(/\d/);
}
