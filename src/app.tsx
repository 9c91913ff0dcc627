// The routes, and what is shared between pages. Pages other than the list are loaded when they are first opened.
import { type ReactNode, useEffect, useState } from 'react';
import { Home } from './home/home.tsx';
import type { Importing } from './home/importing.ts';
import { type Content, type Draft, newDraft, reopened, reportTitle } from './report/draft.ts';
import { services } from './services.ts';
import { dropDeleted, keptDeleted, saveDraft } from './storage/drafts.ts';
import { replayUnsaved } from './storage/journal.ts';
import { Boundary } from './ui/boundary.tsx';
import { go, hashOf, hashParts, useHash } from './ui/hash.ts';
import { askBeforeLeaving } from './ui/leaving.ts';
import { load } from './ui/load.ts';
import { part } from './ui/part.tsx';
import { useRead } from './ui/use-read.ts';

const opening = { isPage: true, waiting: () => <Opening /> };
const DraftPage = part(() => import('./draft-page.tsx').then(({ DraftPage }) => DraftPage), '填报页面', opening);
const Gallery = part(() => import('./gallery-page.tsx').then(({ GalleryPage }) => GalleryPage), '陈列', opening);

export function App(): ReactNode {
  const [keptApart, setKeptApart] = useState<readonly Draft[]>();

  // Nothing is shown from the database, and nothing written to it, before the last page's leftovers are in it.
  useEffect(() => {
    replayUnsaved({ ...services, isOpen: services.tab.isOpen, now: services.now() })
      .then(setKeptApart)
      // The list and the autosave tell what is wrong with the storage.
      .catch(() => setKeptApart([]));
    // Not in the way of the start; where it fails, the next start tries again.
    const later = setTimeout(() => {
      dropDeleted(services.database, new Date(Date.now() - keptDeleted).toISOString()).catch(() => undefined);
      void services.autoBackup().catch(() => undefined);
    }, 10_000);
    return () => clearTimeout(later);
  }, []);

  // What lives only in this page is asked about before the page goes, and left where the next start finds it.
  useEffect(() => {
    const off = new AbortController();
    const ask = (event: BeforeUnloadEvent): void => {
      if (services.memory.drafts.get().length > 0) askBeforeLeaving(event);
    };
    const keep = (): void => {
      for (const draft of services.memory.drafts.get()) services.journal.keep({ draft });
    };
    window.addEventListener('beforeunload', ask, { signal: off.signal });
    window.addEventListener('pagehide', keep, { signal: off.signal });
    return () => off.abort();
  }, []);

  // A file dropped where nobody takes it would be shown by the browser in the place of the page.
  useEffect(() => {
    const off = new AbortController();
    const refuse = (event: DragEvent): void => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse, { signal: off.signal });
    window.addEventListener('drop', refuse, { signal: off.signal });
    return () => off.abort();
  }, []);

  const inMemory = useRead(services.memory.drafts, (drafts) => drafts);
  const [page, id, place, state] = hashParts(useHash());
  if (!keptApart) return null;
  if (page === 'draft' && id !== undefined) return <DraftPage key={id} id={id} place={place} />;
  if (page === 'gallery') return <Gallery format={id} step={place} state={state} />;
  return (
    <Boundary name="报告列表" isPage>
      <Home
        database={services.database}
        store={services.store}
        now={services.now}
        autoBackup={services.autoBackup}
        appVersion={services.appVersion}
        likelyYear={likelyYear(new Date())}
        hrefOf={(draft) => hashOf('draft', draft, 'basics')}
        onCreate={create}
        onDuplicate={duplicate}
        onExport={async (draft) => {
          await (await load(() => import('./export-report.ts'), '导出')).exportReport(draft, 'json');
        }}
        importOf={importOf}
        keptApart={keptApart.map(reportTitle)}
        inMemory={inMemory}
      />
    </Boundary>
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

function create(content: Content): void {
  const draft = newDraft(content, services.newId(), services.now());
  // First the address, so that the list is not told of a draft that is only on its way.
  go('draft', draft.id, 'basics');
  services.memory.keep(draft);
}

async function duplicate(draft: Draft): Promise<void> {
  await saveDraft(services.database, newDraft(reopened(draft), services.newId(), services.now()), services.now());
}

/** There is one; it begins with the first file and lives as long as the page. */
let importing: Promise<Importing> | undefined;

function importOf(begin: boolean): Promise<Importing> | undefined {
  if (begin) {
    importing ??= load(() => import('./import-session.ts'), '读取文件').then(({ beginImporting }) => beginImporting());
    // What did not load is asked for again.
    importing.catch(() => {
      importing = undefined;
    });
  }
  return importing;
}
