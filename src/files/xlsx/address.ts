// Where a cell stands in a sheet: row and column counted from 0 here, 「AB12」 in the file.

export type Place = { readonly row: number; readonly col: number };

export const lastRow = 1_048_575;
export const lastCol = 16_383;

export function addressOf({ row, col }: Place): string {
  let letters = '';
  for (let left = col + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** Undefined for what is no address of a sheet. */
export function placeOf(address: string): Place | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!parts?.[1]) return undefined;
  const col = [...parts[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(parts[2]) - 1;
  return row >= 0 && row <= lastRow && col <= lastCol ? { row, col } : undefined;
}
