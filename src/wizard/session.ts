// A draft opened for editing: its text, its judgement and its way to disk, for as long as it is open, whatever page shows it.
import { judgeAnswers, lastYearFigures } from '../checks/judge.ts';
import { isFormatId, lawOf } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { createAutosave } from '../storage/autosave.ts';
import type { Database } from '../storage/database.ts';
import { watchLastYear } from '../storage/drafts.ts';
import type { TextStore } from '../storage/journal.ts';
import { createSignals } from '../ui/signals.ts';
import { createEditing } from './editing.ts';

export type Session = ReturnType<typeof openSession>;

export function openSession(options: {
  database: Database;
  draft: Draft;
  unsaved?: boolean;
  now: () => string;
  store: () => TextStore;
}) {
  const { database, draft, now, store } = options;
  const saving = createSignals();
  const editing = createEditing(draft, () => autosave.touch());
  const autosave = createAutosave({
    database,
    draft,
    content: editing.content,
    now,
    store,
    ...(options.unsaved ? { unsaved: true } : {}),
    onState: () => saving.emit('state'),
  });

  // Last year's report is the one of the same agency; both can be changed while this one is open.
  let stopWatching = watch();
  const offAgency = editing.signals.listen('agency', rewatch);
  const offYear = editing.signals.listen('year', rewatch);

  function watch(): () => void {
    const { agency, year } = editing.content();
    return watchLastYear(database, { agency, year }, (last) => {
      editing.setLastNarratives(last?.narratives);
      if (!last || !isFormatId(last.format)) return editing.setLastYear(undefined);
      const law = lawOf(last.format);
      editing.setLastYear(lastYearFigures(editing.law, law, judgeAnswers(law, last.answers)));
    });
  }

  function rewatch(): void {
    stopWatching();
    stopWatching = watch();
  }

  return {
    id: draft.id,
    editing,
    autosave,
    saving,
    /** Ends watching; the autosave is stopped or abandoned by whoever closes the session. */
    unwatch(): void {
      stopWatching();
      offAgency();
      offYear();
    },
  };
}
