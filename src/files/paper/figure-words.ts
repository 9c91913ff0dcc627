// What each box of the paper says: exactly what the file would hold. It judges nothing and tidies nothing that cannot be read.
import type { Judgement } from '../../checks/judge.ts';
import type { Law } from '../../checks/law.ts';
import type { Answers } from '../../report/draft.ts';
import { write } from '../../report/reading.ts';

/** Printed text by cell id; empty for a blank and for an untouched total of which some parts are missing. */
export function figureWords(law: Law, judged: Judgement, answers: Answers): ReadonlyMap<string, string> {
  return new Map(
    law.cells.map(({ id, decimals }) => {
      const { figure, reading } = judged.at(id);
      // An empty box would lose what the person wrote, and a wrong one is seen on the paper too.
      if (reading?.kind === 'unreadable') return [id, (answers[id] ?? '').trim()];
      if (figure === undefined) return [id, ''];
      const remark = reading?.kind === 'figure' ? reading.remark : undefined;
      return [id, write(figure, decimals, remark)];
    }),
  );
}
