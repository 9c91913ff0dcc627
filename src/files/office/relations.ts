// What a part of a Word or Excel file says are the parts it goes with. Nothing outside the file is followed.
import { attribute, walkXml } from './xml.ts';

export type Relation = {
  readonly id: string;
  /** The last word of its kind: officeDocument, styles, worksheet. */
  readonly type: string;
  /** The part's name in the file. */
  readonly target: string;
};

type Parts = (name: string) => Uint8Array | undefined;

/** Of the file itself where `part` is empty. Throws as walkXml does. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const listed = parts(`${folder}_rels/${part.slice(at)}.rels`);
  const found: Relation[] = [];
  walkXml(listed, {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const said = (what: string): string => attribute(attributes, what) ?? '';
      const type = said('Type').slice(said('Type').lastIndexOf('/') + 1);
      found.push({ id: said('Id'), type, target: resolved(said('Target'), folder) });
    },
  });
  return found;
}

function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') steps.pop();
    else if (part !== '' && part !== '.') steps.push(part);
  }
  return steps.join('/');
}
