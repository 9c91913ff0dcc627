// The looks of all cells of a workbook as its part of styles, to which cells refer by number.
import { markupText } from '../markup-text.ts';
import type { Look } from './book.ts';
import { createNumbered } from './numbered.ts';

const usual = { font: '宋体', size: 10 } as const;
/** Numbers below are those of formats that every program has built in. */
const firstFormat = 164;

const sides = ['left', 'right', 'top', 'bottom'];
const noBorder = `<border>${sides.map((side) => `<${side}/>`).join('')}<diagonal/></border>`;
const thinBorder = `<border>${sides
  .map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`)
  .join('')}<diagonal/></border>`;
const noFill = '<fill><patternFill patternType="none"/></fill>';
// Programs take the second fill for this one, whatever stands there.
const grey = '<fill><patternFill patternType="gray125"/></fill>';

export function createStyleList() {
  const formats = createNumbered();
  const fonts = createNumbered([fontOf({})]);
  const fills = createNumbered([noFill, grey]);
  const borders = createNumbered([noBorder]);
  const looks = createNumbered();

  function numberOf(look: Look): number {
    const { format, fill, isBordered } = look;
    const font = fonts.numberOf(fontOf(look));
    const filled = fill === undefined ? 0 : fills.numberOf(fillOf(fill));
    const border = isBordered ? borders.numberOf(thinBorder) : 0;
    const number = format === undefined ? 0 : firstFormat + formats.numberOf(format);
    const alignment = alignmentOf(look);
    const used = [
      ...(number > 0 ? [' applyNumberFormat="1"'] : []),
      ' applyFont="1"',
      ...(filled > 0 ? [' applyFill="1"'] : []),
      ...(border > 0 ? [' applyBorder="1"'] : []),
      ...(alignment === '' ? [] : [' applyAlignment="1"']),
    ].join('');
    const parts = `numFmtId="${number}" fontId="${font}" fillId="${filled}" borderId="${border}"${used}`;
    return looks.numberOf(alignment === '' ? `<xf ${parts}/>` : `<xf ${parts}>${alignment}</xf>`);
  }

  // The first look is that of every cell that the file does not name.
  numberOf({});
  return {
    numberOf,
    markup: (): string =>
      [
        `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
        listOf('numFmts', formats.all().map(formatOf)),
        listOf('fonts', fonts.all()),
        listOf('fills', fills.all()),
        listOf('borders', borders.all()),
        listOf('cellXfs', looks.all()),
        '</styleSheet>',
      ].join(''),
  };
}

/** Programs refuse a list that is empty. */
const listOf = (name: string, all: readonly string[]): string =>
  all.length === 0 ? '' : `<${name} count="${all.length}">${all.join('')}</${name}>`;

const formatOf = (format: string, at: number): string =>
  `<numFmt numFmtId="${firstFormat + at}" formatCode="${markupText(format)}"/>`;

const fontOf = ({ fontSize = usual.size, isBold }: Look): string =>
  `<font>${isBold ? '<b/>' : ''}<sz val="${fontSize}"/><name val="${usual.font}"/><family val="2"/></font>`;

const fillOf = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;

function alignmentOf({ align, alignVertical, indent, isWrapped }: Look): string {
  const said = [
    ...(align ? [` horizontal="${align}"`] : []),
    ...(alignVertical ? [` vertical="${alignVertical}"`] : []),
    ...(indent ? [` indent="${indent}"`] : []),
    ...(isWrapped ? [' wrapText="1"'] : []),
  ];
  return said.length === 0 ? '' : `<alignment${said.join('')}/>`;
}
