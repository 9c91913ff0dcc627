// Figures in the narratives that follow their cells: what the narratives say after cells have changed. It writes nothing.
import type { Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { figureText } from '../report/figure.ts';
import { type FigureLink, followed } from '../report/figure-links.ts';
import { narrativeIds } from '../report/format.ts';
import { narrativeName, type WordField } from './texts.ts';
import type { Followed } from './undo.ts';

/** Undefined where nothing changes. */
export function follow(
  law: Law,
  judgement: Judgement,
  links: readonly FigureLink[],
  text: (name: WordField) => string,
): Followed | undefined {
  if (links.length === 0) return undefined;
  const say = (id: string): string | undefined => {
    const cell = law.cell(id);
    const { figure } = judgement.at(id);
    return cell && figure !== undefined ? figureText(figure, cell) + cell.unit : undefined;
  };
  let after = links;
  const texts = narrativeIds
    .filter((id) => links.some(({ narrative }) => narrative === id))
    .map((id) => {
      const name = narrativeName(id);
      const next = followed(after, id, text(name), say);
      after = next.links;
      return { name, before: text(name), after: next.text };
    })
    .filter((change) => change.before !== change.after);
  // Links are dropped where something else stands by now.
  return texts.length > 0 || after.length < links.length ? { texts, before: links, after } : undefined;
}
