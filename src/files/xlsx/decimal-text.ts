// The number of a cell as plain decimal text, exactly as stored but for two things that Excel does not show either:
// exponents (1.2345E-2) and what binary fractions leave behind the 15th digit (0.30000000000000004). No float is made of it.

const significant = 15;

/** Text that is no number, or too long to be one, is given back as it is. */
export function decimalText(stored: string): string {
  const parts = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:e([+-]?\d{1,3}))?$/i.exec(stored.trim());
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts ?? [];
  if (!parts || whole + fraction === '') return stored;
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '').replace(/0+$/, '');
  if (digits === '') return '0';
  const leading = all.length - all.replace(/^0+/, '').length;
  const text = pointed(rounded(digits, whole.length - leading + Number(exponent)));
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

type Digits = { readonly digits: string; readonly point: number };

// A whole number is left alone: 9007199254740991 has sixteen digits and means all of them.
function rounded(digits: string, point: number): Digits {
  const surplus = digits.length - significant;
  if (surplus <= 0 || point >= digits.length) return { digits, point };
  const half = 5n * 10n ** BigInt(surplus - 1);
  const kept = String((BigInt(digits) + half) / 10n ** BigInt(surplus));
  return { digits: kept, point: point + kept.length - significant };
}

function pointed({ digits, point }: Digits): string {
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  const padded = point > 0 ? digits : '0'.repeat(1 - point) + digits;
  const at = Math.max(point, 1);
  const fraction = padded.slice(at).replace(/0+$/, '');
  return padded.slice(0, at) + (fraction && `.${fraction}`);
}
