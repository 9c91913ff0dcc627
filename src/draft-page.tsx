// The page of one draft: shows what the open draft is (draft/open-draft.ts), and, while it has a session, its steps and pages.
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type OpenDraft, openDraft } from './draft/open-draft.ts';
import { isReady } from './draft/report-state.ts';
import type { Session, WritingSession } from './draft/session.ts';
import { exportReport } from './export-report.ts';
import type { Copied, Imported } from './files/read/read-file.ts';
import { type Content, newDraft, reopened } from './report/draft.ts';
import { type CurrentDraft, services } from './services.ts';
import { Boundary } from './ui/boundary.tsx';
import { go, hashOf } from './ui/hash.ts';
import { askBeforeLeaving } from './ui/leaving.ts';
import { load } from './ui/load.ts';
import { part } from './ui/part.tsx';
import { isStepId, type StepId } from './wizard/steps.ts';
import { Wizard } from './wizard/wizard.tsx';

const page = { isPage: true };
const HistoryPage = part(
  () => import('./wizard/history/history-page.tsx').then(({ HistoryPage }) => HistoryPage),
  '历史',
  page,
);
// Rarely needed.
const Deleted = part(() => import('./draft-notices.tsx').then(({ Deleted }) => Deleted), '打开说明', page);
const Elsewhere = part(() => import('./draft-notices.tsx').then(({ Elsewhere }) => Elsewhere), '打开说明', page);
const Final = part(() => import('./draft-notices.tsx').then(({ Final }) => Final), '定稿说明');
const LookedAt = part(() => import('./draft-notices.tsx').then(({ LookedAt }) => LookedAt), '只读说明');
const Problem = part(() => import('./draft-notices.tsx').then(({ Problem }) => Problem), '打开说明', page);
const YearsPage = part(() => import('./years/years-page.tsx').then(({ YearsPage }) => YearsPage), '逐年对比', page);
const PrintView = part(() => import('./print/print-view.tsx').then(({ PrintView }) => PrintView), '打印页', page);

type PageProps = { id: string; place: string | undefined };

export function DraftPage({ id, place }: PageProps): ReactNode {
  const [draft, setDraft] = useState<OpenDraft>();
  useEffect(() => {
    const opened = openDraft(id, services);
    setDraft(opened);
    const off = watchPage(opened);
    const offStatus = opened.subscribe(() => {
      services.open = current(opened);
    });
    return () => {
      off();
      offStatus();
      services.open = undefined;
      void opened.close();
    };
  }, [id]);
  return draft && <Opened draft={draft} place={place} />;
}

function Opened({ draft, place }: { draft: OpenDraft; place: string | undefined }): ReactNode {
  const status = useSyncExternalStore(draft.subscribe, draft.status);
  const ways = { onLook: () => void draft.look(), onTakeOver: () => void draft.takeOver() };
  switch (status.kind) {
    case 'opening':
    case 'closed':
      return null;
    case 'elsewhere':
      return <Elsewhere homeHref={hashOf()} {...ways} />;
    case 'deleted':
      return <Deleted deletedAt={status.deletedAt} homeHref={hashOf()} onUndelete={() => void draft.undelete()} />;
    case 'problem':
      return <Problem homeHref={hashOf()} onRetry={() => void draft.reopen()} text={status.text} />;
    case 'looking':
      return <Pages draft={draft} session={status.session} place={place} notice={<LookedAt {...ways} />} />;
    case 'writing': {
      const { finalised } = status.session.report;
      const reopen = (): void => void draft.replace(reopened, '重新打开');
      return (
        <Pages
          draft={draft}
          session={status.session}
          writing={status.session}
          place={place}
          notice={finalised && <Final {...finalised} onReopen={reopen} />}
        />
      );
    }
  }
}

type PagesProps = {
  draft: OpenDraft;
  session: Session;
  /** The same, where it may be written. */
  writing?: WritingSession;
  place: string | undefined;
  notice: ReactNode;
};

/** The pages of one draft: its steps, and what stands beside them. */
function Pages({ draft, session, writing, place, notice }: PagesProps): ReactNode {
  const { id } = draft;
  const { report } = session;
  const onStep = useCallback((step: StepId) => go('draft', id, step), [id]);
  const href = (to: string): string => hashOf('draft', id, to);

  if (place === 'print') {
    return <PrintView content={report.content()} backHref={href('review')} />;
  }

  if (place === 'years') {
    return <YearsPage database={services.database} content={report.content()} backHref={href('basics')} />;
  }

  if (place === 'history') {
    return (
      <HistoryPage
        database={services.database}
        id={id}
        content={report.content()}
        backHref={href('basics')}
        onRestore={
          writing && !report.readOnly
            ? async ({ content }) => {
                await writing.recordNow('恢复前');
                await draft.replace(() => content);
              }
            : undefined
        }
      />
    );
  }

  function changeFormat(format: string): void {
    session.keepState('更换格式前');
    void draft.replace((now) => ({ ...now, format }));
  }

  async function finalise(): Promise<void> {
    if (!isReady(report.get())) return;
    const loading = load(() => import('./files/json/check-code.ts'), '定稿');
    await draft.replace(
      loading.then(
        ({ finalise }) =>
          (now: Content) =>
            finalise(now, services.localNow()),
      ),
      '定稿',
    );
  }

  function keepBoth(): void {
    const copy = newDraft(report.content(), services.newId(), services.now());
    writing?.autosave.abandon();
    go('draft', copy.id, isStepId(place) ? place : 'basics');
    services.memory.keep(copy);
  }

  return (
    <Boundary name="填报页面" isPage>
      <Wizard
        key={`${report.law.id}${report.readOnly}`}
        readOnlyNotice={notice}
        session={session}
        step={isStepId(place) ? place : 'basics'}
        years={likelyYears(new Date())}
        hrefOf={href}
        homeHref={hashOf()}
        historyHref={href('history')}
        yearsHref={href('years')}
        printHref={href('print')}
        onStep={onStep}
        onFormat={changeFormat}
        onExport={(kind, withExplanations) => exportReport(report.content(), kind, withExplanations)}
        onFinalise={finalise}
        onKeepBoth={keepBoth}
        onOverwrite={() => void writing?.autosave.overwrite()}
        onReadCopied={readCopied}
        onTakeStored={() => void draft.reopen()}
      />
    </Boundary>
  );
}

/** The readers come when something is pasted. */
async function readCopied(copied: Copied): Promise<Imported> {
  const { readClipboard } = await load(() => import('./files/read/read-files.ts'), '读取粘贴的内容');
  return readClipboard(copied);
}

/** What must go on when what shows it fails. */
function current({ id, status }: OpenDraft): CurrentDraft | undefined {
  const is = status();
  if (!('session' in is)) return undefined;
  const { saving, report } = is.session;
  return {
    id,
    saving,
    flush: async () => is.kind === 'writing' && is.session.autosave.flush(),
    download: () => void exportReport(report.content(), 'json'),
  };
}

/** Saves when the page goes out of sight, and asks before it is closed with something unsaved. */
function watchPage(draft: OpenDraft): () => void {
  const off = new AbortController();
  const { signal } = off;
  window.addEventListener('pagehide', draft.hide, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && draft.hide(), {
    signal,
  });
  window.addEventListener('beforeunload', (event) => draft.isAtRisk() && askBeforeLeaving(event), { signal });
  return () => off.abort();
}

/** From the first year of the first format to the one that may already be prepared. */
function likelyYears(today: Date): readonly number[] {
  const last = today.getFullYear() + 1;
  return Array.from({ length: last - 2018 }, (_, at) => last - at);
}
