// What the styles of a Word document say of a paragraph: whether it is a heading, and of which list it is.
import { Parser } from 'htmlparser2';
import type { ListPlace } from './numbering.ts';
import { attribute, localName } from './xml.ts';

type Style = { base: string; outline?: number; list?: string; level?: number };
export type StyleRead = { readonly outline?: number; readonly list?: ListPlace };

/** `xml` is word/styles.xml. The result gives a style by its id, with what it takes over from others. */
export function readStyles(xml: string): (id: string) => StyleRead {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  new Parser(
    {
      onopentag(name, attributes) {
        const said = attribute(attributes, 'val') ?? '';
        const local = localName(name);
        if (local === 'style') {
          style = { base: '' };
          styles.set(attribute(attributes, 'styleId') ?? '', style);
        } else if (!style) return;
        else if (local === 'basedOn') style.base = said;
        else if (local === 'outlineLvl') style.outline = Number(said);
        else if (local === 'numId') style.list = said;
        else if (local === 'ilvl') style.level = Number(said);
        else if (local === 'name') {
          const level = /^(?:heading|标题)\s*([1-6])$/i.exec(said)?.[1];
          if (level && style.outline === undefined) style.outline = Number(level) - 1;
        }
      },
      onclosetag(name) {
        if (localName(name) === 'style') style = undefined;
      },
    },
    { xmlMode: true },
  ).end(xml);

  return (id) => {
    let outline: number | undefined;
    let list: string | undefined;
    let level: number | undefined;
    // Styles that are based on one another in a circle end too.
    for (let [style, left] = [styles.get(id), 20]; style && left > 0; left--) {
      outline ??= style.outline;
      list ??= style.list;
      level ??= style.level;
      style = styles.get(style.base);
    }
    return {
      ...(outline === undefined ? {} : { outline }),
      ...(list === undefined || list === '0' ? {} : { list: { list, level: level ?? 0 } }),
    };
  };
}
