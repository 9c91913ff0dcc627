// An open draft as its pages use it: its text and its judgement, and, unless it is only looked at, its way to disk and its history.
import { judgeAnswers, lastYearFigures } from '../checks/judge.ts';
import { isFormatId, lawOf } from '../formats/registry.ts';
import type { Draft } from '../report/draft.ts';
import { type Autosave, createAutosave, type SaveState } from '../storage/autosave.ts';
import type { Database } from '../storage/database.ts';
import { loadOthers, watchLastYear } from '../storage/drafts.ts';
import { recordState } from '../storage/history.ts';
import type { Journal } from '../storage/journal.ts';
import { createStore, type Store } from '../ui/store.ts';
import { knownReport } from './known-report.ts';
import { createReport, type ReportModel } from './report-model.ts';

/** ms after opening: the page is drawn by then. */
const rest = 500;
const tenMinutes = 10 * 60 * 1000;

export type Session = {
  readonly report: ReportModel;
  readonly saving: Store<SaveState>;
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
  const report = createReport(draft, { readOnly: true });
  const stopWatching = watchOthers(database, draft.id, report);
  return {
    report,
    saving: createStore<SaveState>({ kind: 'saved', at: draft.savedAt }),
    keepState: () => undefined,
    unwatch() {
      report.stop();
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
  const report = createReport(draft, {
    onChange: () => autosave.touch(),
    onLarge: (label) => keepState(`${label}前`),
  });
  const autosave = createAutosave({
    database,
    draft,
    content: report.content,
    now,
    journal,
    ...(options.unsaved ? { unsaved: true } : {}),
    onState: (state) => saving.set(state),
  });
  const saving = createStore(autosave.state());

  async function recordNow(why: string): Promise<void> {
    await recordState(database, { draft: draft.id, at: now(), why, content: report.content() });
  }

  /** The autosave tells of a full disk. */
  function keepState(why: string): void {
    void recordNow(why).catch(() => undefined);
  }

  keepState(options.why ?? (draft.revision === 0 ? '新建或导入时' : '打开时'));
  const everyTen = setInterval(() => keepState('每十分钟'), tenMinutes);
  const stopWatching = watchOthers(database, draft.id, report);

  return {
    report,
    autosave,
    saving,
    keepState,
    recordNow,
    unwatch() {
      clearInterval(everyTen);
      report.stop();
      stopWatching();
    },
  };
}

/** Last year's report, and what is written in all others. Returns what ends it. */
function watchOthers(database: Database, id: string, report: ReportModel): () => void {
  const stop = watchOtherYear(database, report);
  // The others are read once: what is written in them while this one is open is seen when it is opened again.
  const reading = setTimeout(() => {
    loadOthers(database, id).then(
      (drafts) => report.setOthers(drafts.map(knownReport)),
      // Saving says what is wrong with the database.
      () => undefined,
    );
  }, rest);
  return () => {
    clearTimeout(reading);
    stop();
  };
}

/** Last year's report is the one of the same agency; both can be changed while this one is open. Returns what ends it. */
function watchOtherYear(database: Database, report: ReportModel): () => void {
  const whose = () => ({ agency: report.text('agency').trim(), year: Number(report.text('year')) });
  let watched = whose();
  let stopWatching = watch();

  function watch(): () => void {
    return watchLastYear(database, watched, (last) => {
      if (!last) return report.setLastYear(undefined);
      const law = isFormatId(last.format) ? lawOf(last.format) : undefined;
      const figures = law && lastYearFigures(report.law, law, judgeAnswers(law, last.answers));
      report.setLastYear({ figures, narratives: last.narratives });
    });
  }

  const off = report.subscribe(() => {
    const { agency, year } = whose();
    if (agency === watched.agency && year === watched.year) return;
    watched = { agency, year };
    stopWatching();
    stopWatching = watch();
  });

  return () => {
    stopWatching();
    off();
  };
}
