// Fonts draw some characters by the glyphs of radicals, and PDFs then say the radical: ⼯ for 工, ⻔ for 门. They look the same and are other
// characters, by which no label is known.

/** Of the CJK Radicals Supplement, those that are characters by themselves; Unicode gives no equivalents for them. */
const supplement: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户']
    .reduce<string[][]>((pairs, sign, at) => {
      if (at % 2 === 0) pairs.push([sign]);
      else pairs.at(-1)?.push(sign);
      return pairs;
    }, [])
    .map(([radical = '', sign = '']) => [radical, sign]),
);

/** Kangxi radicals have equivalents; what was put together for printing (ligatures) is taken apart. */
export function plainCharacters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\ufb00-\ufb06]/g, (sign) => supplement[sign] ?? sign.normalize('NFKC'));
}
