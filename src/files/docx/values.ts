// What attributes of WordprocessingML say.
import { type Attributes, attribute } from '../office/xml.ts';

/** A number that an attribute says; undefined where it says none or one beyond reason. */
export function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

/** A switch such as <w:vanish/>: on, unless it says otherwise. */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '1');
}
