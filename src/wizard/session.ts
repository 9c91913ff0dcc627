// A draft opened for editing: its text, its judgement and its way to disk, for as long as it is open, whatever page shows it.
import { judgeAnswers, lastYearFigures } from '../checks/judge.ts';
import { isFormatId, lawOf } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { createAutosave } from '../storage/autosave.ts';
import type { Database } from '../storage/database.ts';
import { watchLastYear } from '../storage/drafts.ts';
import { recordState } from '../storage/history.ts';
import type { TextStore } from '../storage/journal.ts';
import { createSignals } from '../ui/signals.ts';
import { createEditing } from './editing.ts';

const tenMinutes = 10 * 60 * 1000;

export type Session = ReturnType<typeof openSession>;

export function openSession(options: {
  database: Database;
  draft: Draft;
  unsaved?: boolean;
  /** Why its first state is kept in the history. */
  why?: string;
  /** Only to be looked at: nothing is taken and nothing is written. */
  readOnly?: boolean;
  now: () => string;
  store: () => TextStore;
}) {
  const { database, draft, now, store } = options;
  const saving = createSignals();
  const editing = createEditing(draft, () => autosave.touch(), {
    onLarge: (label) => keepState(`${label}前`),
    readOnly: options.readOnly ?? false,
  });
  const autosave = createAutosave({
    database,
    draft,
    content: editing.content,
    now,
    store,
    ...(options.unsaved ? { unsaved: true } : {}),
    ...(options.readOnly ? { looksOn: true } : {}),
    onState: () => saving.emit('state'),
  });

  /** Keeps what the draft says now in its history. Rejects when it cannot. */
  async function recordNow(why: string): Promise<void> {
    if (!options.readOnly) await recordState(database, { draft: draft.id, at: now(), why, content: editing.content() });
  }

  /** The same, where that it cannot is no trouble of the work: the autosave tells of a full disk. */
  function keepState(why: string): void {
    void recordNow(why).catch(() => undefined);
  }

  keepState(options.why ?? (draft.revision === 0 ? '新建或导入时' : '打开时'));
  const everyTen = setInterval(() => keepState('每十分钟'), tenMinutes);

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
    /** Whether it only looks on: then nothing is written, kept in memory or let go on its behalf. */
    isLook: options.readOnly ?? false,
    editing,
    autosave,
    saving,
    keepState,
    recordNow,
    /** Ends watching; the autosave is stopped or abandoned by whoever closes the session. */
    unwatch(): void {
      clearInterval(everyTen);
      editing.stop();
      stopWatching();
      offAgency();
      offYear();
    },
  };
}
