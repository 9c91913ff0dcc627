// Moments as people here write them, in local time.

/** 「2026年1月20日 16:05」, or 「—」 for text that is no time. */
export function timeWords(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return '—';
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${dayWords(time)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** 「2026年1月20日」, or 「—」 for text that is no time. */
export function dayWords(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return '—';
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`;
}

/** Days from the day of `now` to `date` (YYYY-MM-DD), both on the calendar here; negative after it, NaN for text that is no date. */
export function daysUntil(date: string, now: Date): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split('-').map(Number);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.UTC(year, month - 1, day) - today) / 86_400_000);
}

/** Days after which nobody is told any more that something is late: it is an old report. */
const longAgo = 60;

/** 「还有 12 天」, 「今天到期」, 「已过 3 天」; undefined long after, and for no number. */
export function daysLeftWords(days: number): string | undefined {
  if (!(days >= -longAgo)) return undefined;
  if (days === 0) return '今天到期';
  return days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`;
}
