// What the styles of a Word document say of a paragraph: whether it is a heading, and of which list it is.

import { attribute, walkXml } from '../office/xml.ts';
import type { ListPlace } from './numbering.ts';
import { count } from './values.ts';

type Style = { base: string; outline?: number | undefined; list?: string; level?: number | undefined };
export type StyleRead = { readonly outline?: number; readonly list?: ListPlace };

/** `xml` is word/styles.xml. The result gives a style by its id, with what it takes over from others. */
export function readStyles(xml: Uint8Array | undefined): (id: string) => StyleRead {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  walkXml(xml, {
    open(name, attributes) {
      const said = attribute(attributes, 'val') ?? '';
      if (name === 'style') {
        style = { base: '' };
        styles.set(attribute(attributes, 'styleId') ?? '', style);
      } else if (!style) return;
      else if (name === 'basedOn') style.base = said;
      else if (name === 'outlineLvl') style.outline = count(said);
      else if (name === 'numId') style.list = said;
      else if (name === 'ilvl') style.level = count(said);
      else if (name === 'name') {
        const level = /^(?:heading|标题)\s*([1-6])$/i.exec(said)?.[1];
        if (level && style.outline === undefined) style.outline = Number(level) - 1;
      }
    },
    close(name) {
      if (name === 'style') style = undefined;
    },
  });

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
