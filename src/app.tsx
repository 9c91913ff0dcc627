// The routes, and what is shared between pages. Pages other than the list are loaded when they are first opened.
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { desk } from './desk.ts';
import { Home } from './home/home.tsx';
import type { Importing } from './home/importing.ts';
import { type Content, type Draft, newDraft, reopened, reportTitle } from './report/draft.ts';
import { dropDeleted, saveDraft } from './storage/drafts.ts';
import { keepUnsaved, replayUnsaved } from './storage/journal.ts';
import { go, hashOf, hashParts, useHash } from './ui/hash.ts';
import { useSignal } from './ui/signals.ts';

const DraftPage = lazy(() => import('./draft-page.tsx').then(({ DraftPage }) => ({ default: DraftPage })));
const Gallery = lazy(() => import('./gallery-page.tsx').then(({ GalleryPage }) => ({ default: GalleryPage })));

export function App(): ReactNode {
  const [keptApart, setKeptApart] = useState<readonly Draft[]>();

  // Nothing is shown from the database, and nothing written to it, before the last page's leftovers are in it.
  useEffect(() => {
    replayUnsaved(desk.store, desk.database, desk.newId, desk.now())
      .then(setKeptApart)
      // The list and the autosave tell what is wrong with the storage.
      .catch(() => setKeptApart([]));
    // Not in the way of the start; where it fails, the next start tries again.
    const later = setTimeout(() => {
      dropDeleted(desk.database, daysAgo(30)).catch(() => undefined);
      void desk.autoBackup().catch(() => undefined);
    }, 10_000);
    return () => clearTimeout(later);
  }, []);

  // What lives only in this page is asked about before the page goes, and left where the next start finds it.
  useEffect(() => {
    const off = new AbortController();
    const ask = (event: Event): void => {
      if (desk.memory.list().length > 0) event.preventDefault();
    };
    const keep = (): void => {
      for (const draft of desk.memory.list()) keepUnsaved(desk.store, desk.database, { draft });
    };
    window.addEventListener('beforeunload', ask, { signal: off.signal });
    window.addEventListener('pagehide', keep, { signal: off.signal });
    return () => off.abort();
  }, []);

  const inMemory = useSignal(desk.memory.signals, 'list', desk.memory.list);
  const [page, id, place, state] = hashParts(useHash());
  if (!keptApart) return null;
  if (page === 'draft' && id !== undefined) {
    return (
      <Suspense fallback={<Opening />}>
        <DraftPage key={id} id={id} place={place} />
      </Suspense>
    );
  }
  if (page === 'gallery') {
    return (
      <Suspense fallback={<Opening />}>
        <Gallery format={id} step={place} state={state} />
      </Suspense>
    );
  }
  return (
    <Home
      database={desk.database}
      store={desk.store}
      now={desk.now}
      autoBackup={desk.autoBackup}
      appVersion={desk.appVersion}
      likelyYear={likelyYear(new Date())}
      hrefOf={(draft) => hashOf('draft', draft, 'basics')}
      onCreate={create}
      onDuplicate={duplicate}
      onExport={(draft) => void import('./export-report.ts').then(({ exportReport }) => exportReport(draft, 'json'))}
      importOf={importOf}
      keptApart={keptApart.map(reportTitle)}
      inMemory={inMemory}
    />
  );
}

const Opening = (): ReactNode => (
  <p className="opening" role="status">
    正在打开…
  </p>
);

/** Reports on a year are mostly written from its last months to the autumn after. */
function likelyYear(today: Date): number {
  return today.getMonth() >= 10 ? today.getFullYear() : today.getFullYear() - 1;
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
}

function create(content: Content): void {
  const draft = newDraft(content, desk.newId(), desk.now());
  // First the address, so that the list is not told of a draft that is only on its way.
  go('draft', draft.id, 'basics');
  desk.memory.keep(draft);
}

async function duplicate(draft: Draft): Promise<void> {
  await saveDraft(desk.database, newDraft(reopened(draft), desk.newId(), desk.now()), desk.now());
}

/** There is one; it begins with the first file and lives as long as the page. */
let importing: Promise<Importing> | undefined;

function importOf(begin: boolean): Promise<Importing> | undefined {
  if (begin) {
    importing ??= import('./import-session.ts').then(({ beginImporting }) => beginImporting());
    // What did not load is asked for again.
    importing.catch(() => {
      importing = undefined;
    });
  }
  return importing;
}
