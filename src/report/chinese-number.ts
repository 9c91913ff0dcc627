// Numbers written in Chinese, as reports and office documents write them.

const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百二十 → 120, 二〇二五 → 2025, 一万零三 → 10003; undefined for what is no such number. */
export function chineseNumber(text: string): number | undefined {
  const even = text.replace(/[〇○]/g, '零').replaceAll('两', '二');
  if (!/^[零一二三四五六七八九十百千万]+$/.test(even)) return undefined;
  if (/^[零一二三四五六七八九]+$/.test(even)) return Number([...even].map((digit) => digits.indexOf(digit)).join(''));
  const [before, after] = even.includes('万') ? even.split('万') : ['', even];
  if (before !== '' && after !== undefined) return below(before ?? '') * 10_000 + below(after);
  return below(even);
}

/** Below 10,000. */
function below(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of text) {
    const unit = units[sign];
    if (unit === undefined) digit = digits.indexOf(sign);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + Math.max(0, digit);
}
