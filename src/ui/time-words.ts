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
