// The report page of one draft: the bar, the steps, the open step, and the findings beside it.
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Session } from '../draft/session.ts';
import type { Copied, Imported } from '../files/read/read-file.ts';
import type { FormatId } from '../formats/registry.ts';
import type { Content } from '../report/draft.ts';
import { Boundary } from '../ui/boundary.tsx';
import { failureWords } from '../ui/load.ts';
import { inDialog, part } from '../ui/part.tsx';
import { loadCopyDialog } from './findings/finding-item.tsx';
import { FindingList } from './findings/finding-list.tsx';
import { type Message, Messages } from './messages.tsx';
import { isLabelled } from './paste/labelled-copy.ts';
import { SaveBanner } from './save-banner.tsx';
import { StepNav } from './step-nav.tsx';
import { loadFigurePicker } from './steps/narrative-step.tsx';
import { loadReview, StepView, type StepViewProps } from './steps/step-view.tsx';
import { isStepId, placeOf, type StepId, stepIds, stepName } from './steps.ts';
import { loadTerms, TermPanel, useAsked } from './terms/term-panel.tsx';
import { TopBar } from './top-bar.tsx';
import './wizard.css';

const dialog = { failed: inDialog };
const KeyList = part(() => import('./key-list.tsx').then(({ KeyList }) => KeyList), '快捷键', dialog);
const PastePreview = part(
  () => import('./paste/paste-preview.tsx').then(({ PastePreview }) => PastePreview),
  '粘贴整张表',
  dialog,
);

const needed = [loadReview, PastePreview.load, loadFigurePicker, loadTerms, loadCopyDialog, KeyList.load];

export type WizardProps = Pick<
  StepViewProps,
  'step' | 'years' | 'hrefOf' | 'printHref' | 'onFormat' | 'onExport' | 'onFinalise'
> & {
  session: Session;
  homeHref: string;
  historyHref: string;
  yearsHref: string;
  onStep: (step: StepId) => void;
  onKeepBoth: () => void;
  onOverwrite: () => void;
  onTakeStored: () => void;
  /** Why the report can only be looked at, and the way to change that. */
  readOnlyNotice?: ReactNode;
  /** Reads a table that was copied elsewhere. */
  onReadCopied: (copied: Copied) => Promise<Imported>;
};

export function Wizard(props: WizardProps): ReactNode {
  const { session, step, hrefOf, onStep, onReadCopied } = props;
  const { report, saving } = session;
  const [message, setMessage] = useState<Message>();
  const [wanted, setWanted] = useState<string>();
  // Where the window is narrow they would lie over the figures.
  const [findingsShown, setFindingsShown] = useState(() => matchMedia('(min-width: 1101px)').matches);
  const [keysShown, setKeysShown] = useState(false);
  const [asked, closeTerms] = useAsked(step);
  const [pasted, setPasted] = useState<Imported>();
  const main = useRef<HTMLElement>(null);

  const tell = useCallback((text: string) => setMessage({ text, bad: true }), []);
  const tellFailure = useCallback((error: unknown) => tell(failureWords(error)), [tell]);
  const tellDone = useCallback((text: string, canUndo = false) => setMessage({ text, bad: false, canUndo }), []);
  const forget = useCallback(() => setMessage(undefined), []);
  const arrived = useCallback(() => setWanted(undefined), []);

  const goToCell = useCallback(
    (to: StepId, cell: string) => {
      onStep(to);
      setWanted(cell);
    },
    [onStep],
  );

  const travel = useCallback(
    (way: 'undo' | 'redo') => {
      const act = report[way]();
      const cell = act?.changes[0]?.name;
      if (!act || cell === undefined) return;
      const section = report.law.cell(cell)?.table.section;
      if (isStepId(String(section))) goToCell(String(section) as StepId, cell);
      tellDone(`${way === 'undo' ? '已撤销' : '已重做'}：${act.label}`);
    },
    [report, goToCell, tellDone],
  );

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const target = event.target as HTMLElement;
      const command = event.ctrlKey || event.metaKey;
      // Also on the page itself: where the box that had the focus was just taken away.
      if (report.readOnly && /^[^ ?？]$/.test(event.key) && !command && target.matches('[data-cell], textarea, body')) {
        tell(lockedWords(report.finalised));
      }
      if (target.dataset.cell === undefined && target.matches('input, textarea, select')) return;
      const letter = event.key.toLowerCase();
      if (command && (letter === 'z' || letter === 'y')) {
        event.preventDefault();
        travel(letter === 'y' || event.shiftKey ? 'redo' : 'undo');
      } else if (!command && (event.key === '?' || event.key === '？')) {
        event.preventDefault();
        setKeysShown(true);
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [travel, report, tell]);

  // What may be needed here is fetched once the step stands, so that it is there also when the server has gone meanwhile.
  useEffect(() => {
    const later = setTimeout(() => {
      // What does not come is asked for again, and told, when it is needed.
      for (const ask of needed) void ask().catch(() => undefined);
      report.prepareChecks();
    });
    return () => clearTimeout(later);
  }, [report]);

  // A whole table with its labels goes where the labels say, wherever it is pasted on the step of a table.
  useEffect(() => {
    if ((step !== '2' && step !== '3' && step !== '4') || report.readOnly) return;
    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // Lines that are pasted into a text are text.
      const isElsewhere = event.target instanceof Element && event.target.closest('dialog, textarea') !== null;
      if (isElsewhere || !isLabelled(text)) return;
      event.preventDefault();
      event.stopPropagation();
      const html = event.clipboardData?.getData('text/html') ?? '';
      onReadCopied({ html, text, format: report.law.id as FormatId }).then(setPasted, tellFailure);
    }
    document.addEventListener('paste', onPaste, true);
    return () => document.removeEventListener('paste', onPaste, true);
  }, [step, report, onReadCopied, tellFailure]);

  // A new step starts at its top, and the keyboard goes with it, unless it is in the list of steps or already at a cell.
  const shownStep = useRef(step);
  useEffect(() => {
    if (shownStep.current === step) return;
    session.keepState(`离开“${stepName(shownStep.current, report.law.sections)}”`);
    shownStep.current = step;
    setMessage(undefined);
    if (document.activeElement?.matches('[data-cell]')) return;
    main.current?.scrollTo(0, 0);
    if (!document.activeElement?.closest('.steps')) main.current?.focus({ preventScroll: true });
  }, [step, session, report]);

  const isPanelShown = findingsShown || asked !== undefined;
  const at = stepIds.indexOf(step);
  const before = stepIds[at - 1];
  const after = stepIds[at + 1];

  return (
    <div className="wizard" data-findings-shown={isPanelShown}>
      <button type="button" className="button skip-link" onClick={() => main.current?.focus()}>
        跳到正文
      </button>
      <TopBar
        report={report}
        saving={saving}
        homeHref={props.homeHref}
        historyHref={props.historyHref}
        yearsHref={props.yearsHref}
        findingsShown={findingsShown}
        onFindings={() => setFindingsShown(!findingsShown)}
        onUndo={() => travel('undo')}
        onRedo={() => travel('redo')}
      />
      {props.readOnlyNotice}
      <SaveBanner
        saving={saving}
        onDownload={() => void props.onExport('json', false).catch(tellFailure)}
        onKeepBoth={props.onKeepBoth}
        onTakeStored={props.onTakeStored}
        onOverwrite={props.onOverwrite}
      />
      <div className="wizard-body">
        <StepNav report={report} current={step} hrefOf={hrefOf} />
        <main className="wizard-main" ref={main} tabIndex={-1}>
          <Boundary key={step} name={stepName(step, report.law.sections)}>
            <StepView
              {...props}
              report={report}
              wanted={wanted}
              onArrived={arrived}
              onGo={goToCell}
              tell={tell}
              tellDone={tellDone}
              onKeys={() => setKeysShown(true)}
            />
          </Boundary>
          <p className="step-ends">
            {before ? (
              <a className="button" href={hrefOf(before)}>
                ‹ 上一步
              </a>
            ) : (
              <span />
            )}
            {after && (
              <a className="button button-main" href={hrefOf(after)}>
                下一步 ›
              </a>
            )}
          </p>
        </main>
        <aside id="findings" className="findings-panel" aria-label="发现的问题" hidden={!isPanelShown}>
          {asked !== undefined && <TermPanel law={report.law} asked={asked} onClose={closeTerms} />}
          <h2>发现的问题</h2>
          <Boundary name="发现的问题">
            <FindingList
              report={report}
              onGo={(finding) => {
                const { step, cell } = placeOf(report.law, finding);
                goToCell(step, cell);
              }}
            />
          </Boundary>
        </aside>
      </div>
      <Messages message={message} onUndo={() => travel('undo')} onClose={forget} />
      {pasted && (
        <PastePreview
          report={report}
          read={pasted}
          onClose={() => setPasted(undefined)}
          onDone={(text) => {
            setPasted(undefined);
            tellDone(text, true);
          }}
        />
      )}
      {keysShown && <KeyList onClose={() => setKeysShown(false)} />}
    </div>
  );
}

function lockedWords(finalised: Content['finalised']): string {
  return finalised
    ? '报告已定稿，内容锁住了，刚才的输入没有记下。要改，请点上面的“重新打开修改”。'
    : '这份报告正在另一个窗口里填写，这里只能看，刚才的输入没有记下。要在这里填，请点上面的“在此继续”。';
}
