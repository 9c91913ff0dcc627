// One draft, opened: loads it, keeps its session while its pages (steps, print view) change, and closes it without loss.
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { desk } from './desk.ts';
import { exportReport } from './export-report.ts';
import { isFormatId } from './formats/registry.ts';
import { type Content, type Draft, newDraft, reopened, withContent } from './report/draft.ts';
import { loadDraft } from './storage/drafts.ts';
import { createHold, type Hold } from './storage/hold.ts';
import { storageTrouble } from './storage/trouble.ts';
import type { Copied, Imported } from './transfer/read-file.ts';
import { go, hashOf } from './ui/hash.ts';
import { openSession, type Session } from './wizard/session.ts';
import { isStepId, type StepId } from './wizard/steps.ts';
import { Wizard } from './wizard/wizard.tsx';

const HistoryPage = lazy(() =>
  import('./wizard/history-page.tsx').then(({ HistoryPage }) => ({ default: HistoryPage })),
);
// Rarely needed.
const Elsewhere = lazy(() => import('./draft-notices.tsx').then(({ Elsewhere }) => ({ default: Elsewhere })));
const Final = lazy(() => import('./draft-notices.tsx').then(({ Final }) => ({ default: Final })));
const LookedAt = lazy(() => import('./draft-notices.tsx').then(({ LookedAt }) => ({ default: LookedAt })));
const Problem = lazy(() => import('./draft-notices.tsx').then(({ Problem }) => ({ default: Problem })));
const YearsPage = lazy(() => import('./years/years-page.tsx').then(({ YearsPage }) => ({ default: YearsPage })));
const PrintView = lazy(() => import('./print/print-view.tsx').then(({ PrintView }) => ({ default: PrintView })));

type Opened =
  | { readonly session: Session; readonly readOnly?: boolean }
  | { readonly problem: string }
  /** Another tab is writing it. */
  | 'elsewhere';
type PageProps = { id: string; place: string | undefined };

export function DraftPage(props: PageProps): ReactNode {
  /** Raised to open the stored draft anew. */
  const [turn, setTurn] = useState(0);
  return <OpenDraft key={turn} {...props} onReload={() => setTurn(turn + 1)} />;
}

function OpenDraft({ id, place, onReload }: PageProps & { onReload: () => void }): ReactNode {
  const [opened, setOpened] = useState<Opened>();
  const latest = useRef(opened);
  latest.current = opened;
  const hold = useRef<Hold>(undefined);
  const replacing = useRef(false);

  useEffect(() => {
    let gone = false;
    const own = createHold({
      name: `${desk.database.name}/draft/${id}`,
      locks: navigator.locks as LockManager | undefined,
      onLost: () => lose(latest.current, setOpened),
    });
    hold.current = own;
    const begin = async (): Promise<void> => {
      await desk.closing.get(id);
      const mine = await own.take();
      const found = mine ? await findDraft(id) : undefined;
      if (gone) {
        own.release();
        return;
      }
      if (!found) setOpened('elsewhere');
      else setOpened('problem' in found ? found : { session: start(found.draft) });
    };
    void begin();
    return () => {
      gone = true;
      // What is still being saved is ours until it is saved.
      void Promise.resolve()
        .then(() => desk.closing.get(id))
        .then(own.release);
    };
  }, [id]);

  /** Opens the stored draft, to look at it or, with the hold taken over, to go on with it here. */
  async function open(how: 'look' | 'take over'): Promise<void> {
    if (how === 'take over') await hold.current?.takeOver();
    const found = await findDraft(id);
    if ('problem' in found) setOpened(found);
    else if (how === 'look') setOpened({ session: look(found.draft), readOnly: true });
    else setOpened({ session: start(found.draft) });
  }

  const session = opened && typeof opened === 'object' && 'session' in opened ? opened.session : undefined;
  useEffect(() => {
    if (!session) return;
    const off = watchPage(session);
    return () => {
      off();
      close(session);
    };
  }, [session]);

  const onStep = useCallback((step: StepId) => go('draft', id, step), [id]);

  const ways = { onLook: () => void open('look'), onTakeOver: () => void open('take over') };

  if (!opened) return null;
  if (opened === 'elsewhere') {
    return (
      <Suspense fallback={null}>
        <Elsewhere homeHref={hashOf()} {...ways} />
      </Suspense>
    );
  }
  if (!session)
    return <Problem homeHref={hashOf()} onRetry={onReload} text={'problem' in opened ? opened.problem : ''} />;
  const { editing, autosave } = session;
  const href = (to: string): string => hashOf('draft', id, to);

  if (place === 'print') {
    return (
      <Suspense fallback={null}>
        <PrintView content={editing.content()} backHref={href('review')} />
      </Suspense>
    );
  }

  function changeFormat(format: string): void {
    session?.keepState('更换格式前');
    void replace((now) => ({ ...now, format }));
  }

  /**
   * Goes on with another content, which is kept in the history as `why`. A save that is under way ends first: the next is
   * built on what it stored, and what is typed meanwhile is in what `make` is given. Done twice at once, it is done once.
   */
  async function replace(make: (now: Content) => Content, why?: string): Promise<void> {
    if (replacing.current) return;
    replacing.current = true;
    try {
      await autosave.flush();
      const draft = withContent(autosave.draft(), make(editing.content()));
      autosave.abandon();
      setOpened({ session: start(draft, { unsaved: true, ...(why ? { why } : {}) }) });
    } finally {
      replacing.current = false;
    }
  }

  async function finalise(): Promise<void> {
    const { finalise } = await import('./transfer/json/check-code.ts');
    if (editing.isReady()) await replace((now) => finalise(now, desk.localNow()), '定稿');
  }

  const reopen = (): void => void replace((now) => reopened(now), '重新打开');

  function keepBoth(): void {
    const copy = newDraft(editing.content(), desk.newId(), desk.now());
    autosave.abandon();
    go('draft', copy.id, isStepId(place) ? place : 'basics');
    desk.memory.keep(copy);
  }

  if (place === 'years') {
    return (
      <Suspense fallback={null}>
        <YearsPage database={desk.database} content={editing.content()} backHref={href('basics')} />
      </Suspense>
    );
  }

  if (place === 'history') {
    return (
      <Suspense fallback={null}>
        <HistoryPage
          database={desk.database}
          id={id}
          content={editing.content()}
          backHref={href('basics')}
          onRestore={
            editing.readOnly
              ? undefined
              : async ({ content }) => {
                  await session.recordNow('恢复前');
                  await replace(() => content);
                }
          }
        />
      </Suspense>
    );
  }

  const readOnlyNotice =
    'readOnly' in opened ? (
      <LookedAt {...ways} />
    ) : (
      editing.finalised && <Final {...editing.finalised} onReopen={reopen} />
    );

  return (
    <Wizard
      key={`${editing.law.id}${editing.readOnly}`}
      readOnlyNotice={<Suspense fallback={null}>{readOnlyNotice}</Suspense>}
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
      onExport={(kind, withExplanations) => exportReport(editing.content(), kind, withExplanations)}
      onFinalise={finalise}
      onKeepBoth={keepBoth}
      onReadCopied={readCopied}
      onTakeStored={() => {
        autosave.abandon();
        onReload();
      }}
    />
  );
}

/** The readers come when something is pasted. */
async function readCopied(copied: Copied): Promise<Imported> {
  return (await import('./read-files.ts')).readClipboard(copied);
}

async function findDraft(id: string): Promise<{ draft: Draft } | { problem: string }> {
  await desk.closing.get(id);
  const inMemory = desk.memory.get(id);
  if (inMemory) return { draft: inMemory };
  try {
    const found = await loadDraft(desk.database, id);
    if (!found) return { problem: '本机没有这份报告。它可能已被删除，或存在另一个浏览器、另一台电脑里。' };
    if ('damaged' in found) return { problem: '这份草稿读不出来，已放在一边。请回到列表下载它的原始内容。' };
    if (!isFormatId(found.draft.format))
      return { problem: `这份草稿的格式（${found.draft.format}）本版本不认识，请更新程序。` };
    return { draft: found.draft };
  } catch (error) {
    return { problem: storageTrouble(error) };
  }
}

function start(draft: Draft, how: { unsaved?: boolean; why?: string } = {}): Session {
  const { database, now, store, memory } = desk;
  const unsaved = memory.get(draft.id) !== undefined;
  memory.release(draft.id);
  return openSession({ database, draft, unsaved, ...how, now, store });
}

/** Opened to be looked at: what another tab writes. */
function look(draft: Draft): Session {
  const { database, now, store } = desk;
  return openSession({ database, draft, now, store, readOnly: true });
}

/** Another tab takes the draft: what is unsaved is saved first, then this page only shows it. */
async function lose(opened: Opened | undefined, setOpened: (next: Opened) => void): Promise<void> {
  if (!opened || typeof opened !== 'object' || !('session' in opened)) return;
  const { autosave } = opened.session;
  await autosave.flush();
  // What could not be saved stays writable here, so that it is not lost; the revision check keeps the two apart.
  if (autosave.state().kind === 'saved') setOpened({ session: look(autosave.draft()), readOnly: true });
}

function close(session: Session): void {
  const { id, autosave } = session;
  if (session.isLook) {
    session.unwatch();
    return;
  }
  const { kind } = autosave.state();
  session.unwatch();
  // At once, so that the list can show it.
  if (kind === 'failed' || kind === 'conflict') desk.memory.keep(autosave.draft());
  const closing = autosave.stop().then((left) => {
    if (left) desk.memory.keep(left);
    else desk.memory.release(id);
    desk.closing.delete(id);
  });
  desk.closing.set(id, closing);
}

/** Saves when the page goes out of sight, and asks before it is closed with something unsaved. */
function watchPage({ autosave }: Session): () => void {
  const off = new AbortController();
  const { signal } = off;
  const hide = (): void => autosave.hide();
  window.addEventListener('pagehide', hide, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && hide(), { signal });
  window.addEventListener(
    'beforeunload',
    (event) => {
      const { kind } = autosave.state();
      if (kind === 'failed' || kind === 'conflict') event.preventDefault();
    },
    { signal },
  );
  return () => off.abort();
}

/** From the first year of the first format to the one that may already be prepared. */
function likelyYears(today: Date): readonly number[] {
  const last = today.getFullYear() + 1;
  return Array.from({ length: last - 2018 }, (_, at) => last - at);
}
