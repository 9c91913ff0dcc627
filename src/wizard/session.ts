// An open draft as its pages use it: its text and its judgement, and, unless it is only looked at, its way to disk and its history.
import { judgeAnswers, lastYearFigures } from '../checks/judge.ts';
import { isFormatId, lawOf } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { type Autosave, createAutosave, type SaveState } from '../storage/autosave.ts';
import type { Database } from '../storage/database.ts';
import { watchLastYear } from '../storage/drafts.ts';
import { recordState } from '../storage/history.ts';
import type { Journal } from '../storage/journal.ts';
import { createSignals, type Signals } from '../ui/signals.ts';
import { createEditing, type Editing } from './editing.ts';

const tenMinutes = 10 * 60 * 1000;

export type Session = {
  readonly editing: Editing;
  /** Emits `state` when the save state changes. */
  readonly saving: Signals;
  saveState(): SaveState;
  /** Keeps what the draft says now in its history; that it cannot is no trouble of the work. */
  keepState(why: string): void;
  /** No more is watched; the autosave is ended by whoever ends the session. */
  unwatch(): void;
};

export type WritingSession = Session & {
  readonly autosave: Autosave;
  /** Keeps what the draft says now in its history. Rejects when it cannot. */
  recordNow(why: string): Promise<void>;
};

/** To be looked at: nothing is taken and nothing is written. */
export function lookAt(database: Database, draft: Draft): Session {
  const editing = createEditing(draft, () => undefined, { readOnly: true });
  const stopWatching = watchOtherYear(database, editing);
  return {
    editing,
    saving: createSignals(),
    saveState: () => ({ kind: 'saved', at: draft.savedAt }),
    keepState: () => undefined,
    unwatch() {
      editing.stop();
      stopWatching();
    },
  };
}

export function openSession(options: {
  database: Database;
  draft: Draft;
  /** The draft as given is not yet what is stored. */
  unsaved?: boolean;
  /** Why its first state is kept in the history. */
  why?: string;
  now: () => string;
  journal: Journal;
}): WritingSession {
  const { database, draft, now, journal } = options;
  const saving = createSignals();
  const editing = createEditing(draft, () => autosave.touch(), { onLarge: (label) => keepState(`${label}前`) });
  const autosave = createAutosave({
    database,
    draft,
    content: editing.content,
    now,
    journal,
    ...(options.unsaved ? { unsaved: true } : {}),
    onState: () => saving.emit('state'),
  });

  async function recordNow(why: string): Promise<void> {
    await recordState(database, { draft: draft.id, at: now(), why, content: editing.content() });
  }

  /** The autosave tells of a full disk. */
  function keepState(why: string): void {
    void recordNow(why).catch(() => undefined);
  }

  keepState(options.why ?? (draft.revision === 0 ? '新建或导入时' : '打开时'));
  const everyTen = setInterval(() => keepState('每十分钟'), tenMinutes);
  const stopWatching = watchOtherYear(database, editing);

  return {
    editing,
    autosave,
    saving,
    saveState: autosave.state,
    keepState,
    recordNow,
    unwatch() {
      clearInterval(everyTen);
      editing.stop();
      stopWatching();
    },
  };
}

/** Last year's report is the one of the same agency; both can be changed while this one is open. Returns what ends it. */
function watchOtherYear(database: Database, editing: Editing): () => void {
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

  return () => {
    stopWatching();
    offAgency();
    offYear();
  };
}
