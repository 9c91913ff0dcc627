// Tells a copied table with its labels from a copied block of figures. Only a look: what it says is read elsewhere.
import { readBlock } from '../../files/text/block.ts';

/** At least two cells of words: a figure may have a unit or a remark, but not be without any digit. */
export function isLabelled(text: string): boolean {
  if (!/[\t\r\n]/.test(text.trim())) return false;
  const words = readBlock(text)
    .flat()
    .filter((cell) => /[\u4e00-\u9fff]{2}/.test(cell) && !/\d/.test(cell.replace(/^\s*\d{1,2}[.、．]/, '')));
  return words.length >= 2;
}
