// One report being filled in, as a store. The form holds its texts, the judge reads its cells; every act of a person makes one new
// state and tells the readers once. It writes nothing to disk: `onChange` tells whoever does.
import type { Finding, Suspect } from '../checks/finding.ts';
import { createJudge } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import { blankCells } from '../checks/progress.ts';
import type { KnownReport } from '../checks/text/copies.ts';
import type { Written } from '../checks/text/written.ts';
import { state as stateOf } from '../checks/verdict.ts';
import { lawOf } from '../formats/registry.ts';
import type { Content } from '../report/draft.ts';
import { figureText } from '../report/figure.ts';
import { type FigureLink, movedLinks } from '../report/figure-links.ts';
import { narrativeIds, type SectionNumber } from '../report/format.ts';
import { createStore } from '../ui/store.ts';
import { type CellNotes, cellNotes } from './cell-look.ts';
import { createCellStates } from './cell-states.ts';
import { createDeferred } from './deferred.ts';
import { begun, explained } from './explanations.ts';
import { follow } from './follow.ts';
import { isCurrent, type Judged, judgedOf, type Said } from './judged.ts';
import type { LastYear, ReportState } from './report-state.ts';
import { createTexts, narrativeName, type WordField } from './texts.ts';
import { unchanged, unchangedItems } from './unchanged.ts';
import { type Act, continued, done, nothingDone, redone, type Undo, undone } from './undo.ts';

export type ReportModel = ReturnType<typeof createReport>;

type Options = {
  readonly onChange?: () => void;
  /** Told before an act that changes several cells at once, with the act's name. */
  readonly onLarge?: (label: string) => void;
  /** Nothing is taken: the report is only looked at. So it is when it is final. */
  readonly readOnly?: boolean;
};

export function createReport(start: Content, { onChange, onLarge, ...options }: Options = {}) {
  const { finalised } = start;
  const readOnly = finalised !== undefined || (options.readOnly ?? false);
  const law: Law = lawOf(start.format);
  const judge = createJudge(law);
  const texts = createTexts(start, law, { onCell: takeCell, onWords: takeWords });
  const { text, answer } = texts;
  /** The cell whose typing the next typing joins. */
  let visited: string | undefined;
  for (const { id } of law.cells) judge.set(id, answer(id));
  const store = createStore<ReportState>({
    ...weigh({ judgement: judge.judge(), deferred: [], explanations: start.explanations, isFinalising: false }),
    unconfirmed: start.unconfirmed ?? {},
    links: start.links ?? [],
    note: start.note,
    undo: nothingDone,
    claims: [],
    notChecked: undefined,
    lastYear: undefined,
    lastShown: [],
  });
  const cells = createCellStates(law, store.get());
  const deferred = createDeferred({
    subject() {
      if (!isBegun()) return undefined;
      const answers = Object.fromEntries(law.cells.map(({ id }) => [id, answer(id)]));
      return {
        kind: 'report',
        format: start.format,
        answers,
        lastYear: store.get().lastYear?.figures,
        written: written(),
      };
    },
    onDone({ findings, claims }) {
      const before = store.get();
      become(
        { deferred: unchangedItems(before.deferred, findings) },
        { claims: unchanged(before.claims, claims), notChecked: undefined },
      );
    },
    onFailed: (notChecked) => patch({ notChecked }),
  });
  deferred.seek();

  function weigh(said: Said, before?: Judged): Judged {
    return judgedOf(law, said, { agency: text('agency'), narratives: texts.narratives() }, answer, before);
  }

  /** The next state, where nothing that is judged changed. */
  function patch(change: Partial<Omit<ReportState, keyof Judged | 'lastShown'>>): void {
    store.set({ ...store.get(), ...change });
  }

  /** The next state: what was judged anew, and what else changed. */
  function become(said: Partial<Said>, others: Partial<ReportState> = {}): void {
    const now = store.get();
    const next = { ...now, ...weigh({ ...now, ...said }, now), ...others };
    cells.update(now, next);
    store.set(next);
  }

  /** After a person changed texts: judged, told to whoever saves, and checked again in a moment. */
  function changed(others: Partial<ReportState>, judgement = judge.judge()): void {
    become({ judgement }, others);
    deferred.seek();
    onChange?.();
  }

  function isBegun(): boolean {
    const { isFinalising, judgement, deferred, notChecked } = store.get();
    const hasWords = Object.values(texts.narratives()).some((said) => said !== '');
    const hasFigures = judgement.states.includes(stateOf.figure);
    return isFinalising || hasFigures || hasWords || deferred.length > 0 || notChecked !== undefined;
  }

  function written(): Written {
    const { lastYear, isFinalising } = store.get();
    return {
      agency: text('agency'),
      year: Number(text('year')),
      date: text('date'),
      due: text('due'),
      narratives: texts.narratives(),
      controls: texts.controls(),
      lastNarratives: lastYear?.narratives,
      isFinalising,
    };
  }

  function write(next: readonly (readonly [name: string, text: string])[]): void {
    // The form would compare all it holds.
    if (next.length === 0) return;
    texts.write(Object.fromEntries(next));
    for (const [name, to] of next) judge.set(name, to);
  }

  /** After cells have been set: what an act changed, figures in the narratives that follow them included, makes the next state. */
  function acted(act: Act, remember: (undo: Undo, act: Act) => Undo): void {
    const judgement = judge.judge();
    const { links, undo } = store.get();
    const followed = follow(law, judgement, links, text);
    write((followed?.texts ?? []).map(({ name, after }) => [name, after]));
    changed({ links: followed?.after ?? links, undo: remember(undo, { ...act, followed }) }, judgement);
  }

  /** One undoable act over one or more cells. */
  function edit(label: string, edits: readonly { readonly cell: string; readonly to: string }[]): void {
    const changes = edits
      .map(({ cell, to }) => ({ name: cell, before: answer(cell), after: to }))
      .filter(({ before, after }) => before !== after);
    if (changes.length === 0 || readOnly) return;
    if (changes.length > 1) onLarge?.(label);
    visited = undefined;
    write(changes.map(({ name, after }) => [name, after]));
    acted({ label, changes }, done);
  }

  function takeCell(name: string, after: string): void {
    const before = answer(name);
    if (after === before) return;
    texts.note(name, after);
    judge.set(name, after);
    const depth = store.get().undo.past.length;
    const act = { label: `${law.nameOf(name)}：填写`, changes: [{ name, before, after }] };
    acted(act, visited === name ? continued : done);
    // Typed back to where the visit began, the last act is that of an earlier one.
    visited = store.get().undo.past.length < depth ? undefined : name;
  }

  function takeWords(name: WordField, after: string): void {
    const narrative = narrativeIds.find((id) => narrativeName(id) === name);
    const { links } = store.get();
    const moved = narrative ? movedLinks(links, narrative, text(name), after) : links;
    texts.note(name, after);
    changed({ links: moved }, store.get().judgement);
  }

  /** One act back or on; gives it. What followed it goes with it, unless something else was written there since. */
  function travel(step: ReturnType<typeof undone>, from: 'before' | 'after', to: 'before' | 'after'): Act | undefined {
    if (!step) return undefined;
    visited = undefined;
    const { act, undo } = step;
    const { followed } = act;
    const { links } = store.get();
    write(act.changes.map((change) => [change.name, change[to]]));
    const judgement = judge.judge();
    const isUntouched =
      links === followed?.[from] && followed.texts.every(({ name, ...said }) => text(name) === said[from]);
    const next = isUntouched ? followed : follow(law, judgement, links, text);
    const way = isUntouched ? to : 'after';
    write((next?.texts ?? []).map((change) => [change.name, change[way]]));
    changed({ links: next?.[way] ?? links, undo }, judgement);
    return act;
  }

  return {
    law,
    readOnly,
    finalised,
    get: store.get,
    subscribe: store.subscribe,
    text,
    answer,
    /** What a cell shows, for whoever draws it. */
    cell: cells.of,
    /** What is to be said beside a cell, in words. */
    notes(id: string): CellNotes {
      const { judgement, openByCell } = store.get();
      return cellNotes(law, judgement, id, openByCell.get(id) ?? []);
    },
    registerCell: texts.registerCell,
    registerWords: texts.registerWords,
    edit,
    /** Puts a whole text in place of what stood there. */
    writeWords(name: WordField, after: string): void {
      if (readOnly) return;
      takeWords(name, after);
      texts.write({ [name]: after });
    },
    /** The next typing is an act of its own. */
    endVisit(): void {
      visited = undefined;
    },
    undo: (): Act | undefined => travel(undone(store.get().undo), 'after', 'before'),
    redo: (): Act | undefined => travel(redone(store.get().undo), 'before', 'after'),

    content(): Content {
      const { explanations, unconfirmed, links, note } = store.get();
      return {
        ...texts.content(),
        explanations,
        note,
        ...(Object.keys(unconfirmed).length > 0 ? { unconfirmed } : {}),
        ...(links.length > 0 ? { links } : {}),
        ...(finalised ? { finalised } : {}),
      };
    },

    /** From now on blanks are findings, and so is what a final report should not say. */
    beginFinalising(): void {
      become({ isFinalising: true });
      deferred.seek();
    },

    /** Fills the blanks of a section with 0; never a total, never an answer that cannot be read. Gives how many. */
    fillBlanks(section: SectionNumber): number {
      const blanks = blankCells(law, store.get().judgement, section);
      edit(
        `其余未填格填 0（${blanks.length} 格）`,
        blanks.map((cell) => ({ cell, to: '0' })),
      );
      return blanks.length;
    },

    /** Writes what a suspect should have said, as one act that can be undone; nothing where figures have changed since it was found. */
    mend(finding: Finding, { changes }: Suspect): void {
      if (!isCurrent(law, store.get().judgement, finding)) return;
      const [first] = changes;
      const label = first
        ? `${law.nameOf(first.cell)}${changes.length > 1 ? ` 等 ${changes.length} 格` : ''}：改正`
        : '';
      edit(
        label,
        changes.map(({ cell, write }) => ({ cell, to: write })),
      );
    },

    explain(finding: Finding, said: string): void {
      const next = explained(store.get(), finding, said);
      become(next, next);
      onChange?.();
    },

    /** Keeps what is being written about a finding, so that it is saved like everything else. */
    beginExplanation(finding: Finding, said: string): void {
      patch(begun(store.get(), finding, said));
      onChange?.();
    },

    /** The figure that has just been put into a narrative follows its cell from now on. */
    link(link: FigureLink): void {
      patch({ links: [...store.get().links, link] });
      onChange?.();
    },

    unlink(link: FigureLink): void {
      patch({ links: store.get().links.filter((other) => other !== link) });
      onChange?.();
    },

    /** Drops what an imported document left over, once the person has dealt with it. */
    dropNote(): void {
      patch({ note: '' });
      onChange?.();
    },

    setLastYear(lastYear: LastYear | undefined): void {
      judge.setLastYear(lastYear?.figures);
      const lastShown = law.cells.map((cell, at) => {
        const figure = lastYear?.figures?.[at] ?? Number.NaN;
        return Number.isNaN(figure) ? '' : figureText(figure, cell);
      });
      become({ judgement: judge.judge() }, { lastYear, lastShown });
      deferred.seek();
    },

    /** The other reports on this machine, which this one may repeat. */
    setOthers(others: readonly KnownReport[]): void {
      deferred.know(others);
      deferred.seek();
    },

    /** Has what the deferred checks need fetched, so that it is there also when the server has gone. */
    prepareChecks: deferred.prepare,
    /** Makes the deferred checks anew. */
    seek: deferred.seek,
    /** No more checks are made: nobody shows them. */
    stop: deferred.stop,
  };
}
