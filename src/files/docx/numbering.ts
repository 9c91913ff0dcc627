// The numerals that Word puts before paragraphs by itself: 一、 （一） 1. They are not in the text, so they are counted here
// as Word counts them, from the list definitions of the document.
import { attribute, walkXml } from '../office/xml.ts';
import { count } from './values.ts';

type Level = { start: number; format: string; text: string };
type Levels = Map<number, Level>;
/** A list in use: its kind, and what is its own: other levels, or where it starts. */
type List = { abstract: string; readonly levels: Levels; readonly starts: Map<number, number> };
export type ListPlace = { readonly list: string; readonly level: number };

export type Numbering = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly lists: ReadonlyMap<string, List>;
};

/** Characters of a numeral with what stands round it: 第%1条. A longer one is not Word's. */
const longestNumeral = 40;

/** `xml` is word/numbering.xml; missing in a document without lists. */
export function readNumbering(xml: Uint8Array | undefined): Numbering {
  const levels = new Map<string, Levels>();
  const lists = new Map<string, List>();
  // A list style has its levels in one place and its name in others.
  const styles = new Map<string, Levels>();
  const styled = new Map<string, string>();
  let id = '';
  let abstract: Levels | undefined;
  let list: List | undefined;
  let level: Level | undefined;
  let overridden = 0;
  walkXml(xml, {
    open(name, attributes) {
      const said = attribute(attributes, 'val') ?? '';
      switch (name) {
        case 'abstractNum':
          id = attribute(attributes, 'abstractNumId') ?? '';
          abstract = new Map();
          levels.set(id, abstract);
          break;
        case 'styleLink':
          if (abstract) styles.set(said, abstract);
          break;
        case 'numStyleLink':
          styled.set(id, said);
          break;
        case 'lvl':
          level = { start: 1, format: 'decimal', text: '' };
          (list?.levels ?? abstract)?.set(count(attribute(attributes, 'ilvl')) ?? 0, level);
          break;
        case 'start':
          if (level) level.start = count(said) ?? 1;
          break;
        case 'numFmt':
          if (level) level.format = said;
          break;
        case 'lvlText':
          if (level && said.length <= longestNumeral) level.text = said;
          break;
        case 'num':
          list = { abstract: '', levels: new Map(), starts: new Map() };
          lists.set(attribute(attributes, 'numId') ?? '', list);
          break;
        case 'abstractNumId':
          if (list) list.abstract = said;
          break;
        case 'lvlOverride':
          overridden = count(attribute(attributes, 'ilvl')) ?? 0;
          break;
        case 'startOverride':
          list?.starts.set(overridden, count(said) ?? 1);
      }
    },
    close(name) {
      if (name === 'num') list = undefined;
      if (name === 'lvl') level = undefined;
    },
  });
  for (const [kind, style] of styled) {
    const found = styles.get(style);
    if (found) levels.set(kind, found);
  }
  return { levels, lists };
}

/** Counts the paragraphs of one document, in reading order. */
export function createCounter({ levels, lists }: Numbering) {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    /** The numeral of the next paragraph of the list: 「（三）」. Empty where the list has bullets or is not defined. */
    next({ list, level: at }: ListPlace): string {
      const found = lists.get(list);
      const definition = found && levels.get(found.abstract);
      const levelAt = (place: number): Level | undefined => found?.levels.get(place) ?? definition?.get(place);
      const level = levelAt(at);
      // Word has nine levels.
      if (!found || !level || at > 8) return '';
      const count = counts.get(found.abstract) ?? [];
      counts.set(found.abstract, count);
      // A list that says where it starts does so once; another list of the same kind goes on counting.
      const restart = begun.has(`${list}/${at}`) ? undefined : found.starts.get(at);
      begun.add(`${list}/${at}`);
      count[at] = restart ?? (count[at] === undefined ? level.start : count[at] + 1);
      count.length = at + 1;
      if (level.format === 'bullet' || level.format === 'none') return '';
      return level.text.replace(/%(\d)/g, (_, place: string) => {
        const one = levelAt(Number(place) - 1);
        return numeral(count[Number(place) - 1] ?? one?.start ?? 1, one?.format ?? 'decimal');
      });
    },
  };
}

function numeral(count: number, format: string): string {
  if (/chinese|ideographDigital|japaneseCounting|taiwaneseCounting|koreanCounting/i.test(format)) return han(count);
  if (/^decimalEnclosedCircle/.test(format) && count >= 1 && count <= 20) return String.fromCodePoint(0x245f + count);
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[count - 1] ?? String(count);
  if (/Letter$/.test(format) && count >= 1 && count <= 26) {
    return String.fromCharCode((format === 'upperLetter' ? 64 : 96) + count);
  }
  return String(count);
}

const digits = '〇一二三四五六七八九';

/** 1–99 in words: 十二. Larger numbers stay figures. */
function han(count: number): string {
  if (count < 10) return digits[count] ?? String(count);
  if (count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`;
}
