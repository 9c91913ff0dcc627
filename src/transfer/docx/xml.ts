// Names in Word's XML without their prefixes, which differ between writers.

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export function attribute(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  for (const name in attributes) if (localName(name) === wanted) return attributes[name];
  return undefined;
}

/** A switch such as <w:vanish/>: on, unless it says otherwise. */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  return !/^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '1');
}
