// One draft being edited. The form holds the text, the judge judges it, and each change wakes only what shows it.
// It writes nothing to disk: whoever opens it hears of every change through `onChange`.
import { createFormControl } from 'react-hook-form';
import type { Finding, Suspect } from '../checks/finding.ts';
import { createJudge, type Judgement } from '../checks/judge.ts';
import type { Law } from '../checks/law.ts';
import {
  blankCells,
  blankFindings,
  openFindings,
  type Progress,
  progressOf,
  sameProgress,
} from '../checks/progress.ts';
import type { Written } from '../checks/text/lint.ts';
import type { Agreement } from '../checks/text/words.ts';
import { isKnown, state } from '../checks/verdict.ts';
import { lawOf } from '../formats/registry.ts';
import { type Content, type Narratives, type TableNumber, tableNumbers, withNotes } from '../report/draft.ts';
import { figureNumber, figureText } from '../report/figure.ts';
import { type FigureLink, followed, movedLinks } from '../report/figure-links.ts';
import { cellName, type NarrativeId, narrativeIds, type SectionNumber } from '../report/format.ts';
import { failureWords, load } from '../ui/part.tsx';
import { createSignals } from '../ui/signals.ts';
import { type Act, type Change, createActs } from './acts.ts';
import { type Balance, balanceOf } from './balance.ts';
import { type CellNotes, cellNotes, lookCode, shownText } from './cell-look.ts';

/** The form's flat record of text: cell ids, and the names below. */
type Texts = Record<string, string>;

export const narrativeName = (id: NarrativeId): string => `narrative/${id}`;
export const noteName = (table: TableNumber): string => `note/${table}`;

const none: readonly Finding[] = [];

/** ms of rest after which the slower checks are made. */
const pause = 150;

/** The checks that are made a moment after the last change. */
export const loadLater = () => load(() => import('../checks/later.ts'), '进一步核对');

export type Editing = ReturnType<typeof createEditing>;

type Options = {
  /** Told before an act that changes several cells at once, with the act's name. */
  readonly onLarge?: (label: string) => void;
  /** Nothing is taken: the report is only looked at. So it is when it is final. */
  readonly readOnly?: boolean;
};

export function createEditing(start: Content, onChange: () => void, { onLarge, ...options }: Options = {}) {
  const { finalised } = start;
  const readOnly = finalised !== undefined || (options.readOnly ?? false);
  const law: Law = lawOf(start.format);
  /**
   * Who is woken by what: a cell's id (kind or level), `text/<cell id>` (what it shows), `balance/<column>`, `findings`,
   * `progress`, `acts`, `links`, `last year`, a narrative's, note's or basic's name, and `judged` after every judgement.
   */
  const signals = createSignals();
  const judge = createJudge(law);
  const acts = createActs();
  const form = createFormControl<Texts>({ defaultValues: textsOf(start, law) });
  // Until something subscribes, the form takes itself for unmounted and reads its defaults instead of its values.
  form.subscribe({ callback: () => undefined });
  // The form's one handler serves every field: it goes by the target's name.
  const { onChange: take } = form.register('agency');
  // Answers to cells of another format stay with the draft, though this format does not show them.
  const elsewhere = Object.entries(start.answers).filter(([id]) => !law.indexOf.has(id));
  const text = (name: string): string => form.getValues(name) ?? '';

  let explanations = start.explanations;
  let { note } = start;
  let unconfirmed = start.unconfirmed ?? {};
  let links = start.links ?? [];
  let lastNarratives: Narratives | undefined;
  let flagged: ReadonlyMap<string, readonly Finding[]> = new Map();
  let opened: readonly Finding[] = none;
  /** Someone wants the report to be final: blanks count as findings from then on. */
  let finalising = false;
  /** Sought a moment after the last change (checks/later.ts). */
  let later: readonly Finding[] = none;
  let agreements: readonly Agreement[] = [];
  /** Why the later checks are not made, in words. */
  let unloaded: string | undefined;
  let isStopped = false;
  let seeking: ReturnType<typeof setTimeout> | undefined;
  let notes: { readonly at: number; readonly said: CellNotes } | undefined;
  const shownBalances = new Map<string, Balance>();

  for (const cell of law.cells) judge.set(cell.id, start.answers[cell.id] ?? '');
  let judged = judge.judge();
  let found = judged.findings;
  const looks = new Uint8Array(law.cells.length);
  let progress: Progress = measure(openFindings(found, explanations));
  draw(undefined);
  seek();

  function rejudge(): void {
    const before = judged;
    judged = judge.judge();
    draw(before);
    seek();
  }

  // Compares with what was shown and wakes only what differs.
  function draw(before: Judgement | undefined): void {
    later = later.filter(stillStands);
    const blanks = finalising ? blankFindings(law, judged) : none;
    found = later.length + blanks.length > 0 ? [...later, ...judged.findings, ...blanks] : judged.findings;
    const open = openFindings(found, explanations);
    flagged = byCell(open);
    notes = undefined;
    let counts = !before || !sameIds(open, opened);
    opened = open;
    law.cells.forEach(({ id }, at) => {
      if ((before?.states[at] === state.blank) !== (judged.states[at] === state.blank)) counts = true;
      const same = before?.values[at] === judged.values[at] && before?.readings[at] === judged.readings[at];
      if (!same || before?.states[at] !== judged.states[at]) signals.emit(`text/${id}`);
      const look = lookCode(law, judged, at, flagged.get(id));
      if (look === looks[at]) return;
      looks[at] = look;
      signals.emit(id);
    });
    law.relations.forEach((_, at) => {
      const balance = before && !judged.moved[at] ? undefined : balanceOf(law, judged, at);
      if (!balance) return;
      shownBalances.set(balance.column, balance);
      signals.emit(`balance/${balance.column}`);
    });
    signals.emit('findings');
    signals.emit('judged');
    if (counts) redrawProgress(open);
  }

  /** What it says is still so: its cells have the figures they had, and all that it mends is still broken. */
  function stillStands({ figures, mends = [] }: Finding): boolean {
    const broken = new Set(judged.findings.map(({ id }) => id));
    return (
      mends.every((id) => broken.has(id)) &&
      Object.entries(figures).every(([id, figure]) => {
        const at = law.indexOf.get(id) ?? -1;
        const cell = law.cells[at];
        // What is said of a text stands until it is sought again.
        if (!cell) return true;
        return isKnown(judged.states[at]) && figureNumber(judged.values[at] ?? 0, cell) === figure;
      })
    );
  }

  function seek(): void {
    clearTimeout(seeking);
    if (!isStopped) seeking = setTimeout(() => void find(), pause);
  }

  /** Puts into the narratives what linked cells say now. */
  function follow(): void {
    if (readOnly || links.length === 0) return;
    const say = (id: string): string | undefined => {
      const at = law.indexOf.get(id) ?? -1;
      const cell = law.cells[at];
      return cell && isKnown(judged.states[at]) ? figureText(judged.values[at] ?? 0, cell) + cell.unit : undefined;
    };
    for (const id of narrativeIds) {
      const name = narrativeName(id);
      const before = text(name);
      const next = followed(links, id, before, say);
      links = next.links;
      if (next.text === before) continue;
      form.setValue(name, next.text);
      signals.emit(name);
      onChange();
    }
    signals.emit('links');
  }

  async function find(): Promise<void> {
    follow();
    const isBegun = finalising || judged.states.includes(state.figure) || hasWords(narratives());
    if (!isBegun && later.length === 0 && !unloaded) return;
    const loaded = await loadLater().catch(failureWords);
    const why = typeof loaded === 'string' ? loaded : undefined;
    if (why !== unloaded) {
      unloaded = why;
      signals.emit('findings');
    }
    if (typeof loaded === 'string') return;
    const { laterChecks } = loaded;
    const written: Written = {
      agency: text('agency'),
      year: Number(text('year')),
      narratives: narratives(),
      lastNarratives,
      isFinalising: finalising,
    };
    const { findings: next, agreements: agreed } = laterChecks(law, judged, written);
    agreements = agreed;
    signals.emit('agreements');
    if (sameFindings(next, later)) return;
    later = next;
    draw(judged);
  }

  function measure(open: readonly Finding[]): Progress {
    return progressOf(law, judged, { agency: text('agency'), narratives: narratives() }, open);
  }

  function redrawProgress(open: readonly Finding[]): void {
    const next = measure(open);
    if (sameProgress(next, progress)) return;
    progress = next;
    signals.emit('progress');
  }

  function narratives(): Narratives {
    return Object.fromEntries(narrativeIds.map((id) => [id, text(narrativeName(id))])) as Narratives;
  }

  // Many cells at once: the form is told cell by cell, the judge judges once.
  function write(changes: readonly { readonly cell: string; readonly to: string }[]): void {
    for (const { cell, to } of changes) {
      form.setValue(cell, to);
      judge.set(cell, to);
    }
    rejudge();
    // The form has put the raw text into the inputs, also where the judgement is as before.
    for (const { cell } of changes) signals.emit(`text/${cell}`);
    signals.emit('acts');
    onChange();
  }

  /** One undoable act over one or more cells. */
  function edit(label: string, changes: readonly { readonly cell: string; readonly to: string }[]): void {
    const real: Change[] = changes
      .map(({ cell, to }) => ({ cell, before: text(cell), after: to }))
      .filter(({ before, after }) => before !== after);
    if (real.length === 0 || readOnly) return;
    if (real.length > 1) onLarge?.(label);
    acts.done({ label, changes: real });
    write(real.map(({ cell, after }) => ({ cell, to: after })));
  }

  function moved(act: Act | undefined, way: 'before' | 'after'): Act | undefined {
    if (act) write(act.changes.map((change) => ({ cell: change.cell, to: change[way] })));
    return act;
  }

  return {
    law,
    readOnly,
    signals,
    form,
    text,
    acts,
    edit,
    judgement: () => judged,
    findings: (): readonly Finding[] => found,
    unloaded: () => unloaded,
    /** Makes the later checks anew. */
    seek,
    explanations: () => explanations,
    progress: (): Progress => progress,
    balance: (column: string): Balance | undefined => shownBalances.get(column),
    /** Of a cell: see lookOf. */
    look: (at: number): number => looks[at] ?? 0,
    shown: (at: number): string => shownText(law, judged, at, text(law.cells[at]?.id ?? '')),
    notes(at: number): CellNotes {
      // Asked once to see whether it changed and once to draw it.
      if (notes?.at !== at)
        notes = { at, said: cellNotes(law, judged, at, flagged.get(law.cells[at]?.id ?? '') ?? none) };
      return notes.said;
    },

    content(): Content {
      const answers = law.cells.map(({ id }) => [id, text(id)] as const).filter(([, answer]) => answer !== '');
      return {
        agency: text('agency').trim(),
        year: Number(text('year')),
        format: law.id,
        date: text('date'),
        narratives: narratives(),
        ...withNotes(Object.fromEntries(tableNumbers.map((table) => [table, text(noteName(table))]))),
        answers: Object.fromEntries([...elsewhere, ...answers]),
        explanations,
        note,
        ...(Object.keys(unconfirmed).length > 0 ? { unconfirmed } : {}),
        ...(links.length > 0 ? { links } : {}),
        ...(finalised ? { finalised } : {}),
      };
    },

    finalised,

    /** Whether it can be made final: it has a name, every must-check holds and no cell is blank. If not, the blanks become findings. */
    isReady(): boolean {
      finalising = true;
      draw(judged);
      seek();
      return progress.must === 0 && progress.basics.filled === progress.basics.of;
    },

    /** Takes what a person wrote into a field that is not a cell: a narrative, a note, the agency, the year, the date. */
    wrote(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): void {
      const narrative = narrativeIds.find((id) => narrativeName(id) === field.name);
      if (narrative) links = movedLinks(links, narrative, text(field.name), field.value);
      void take({ target: field, type: 'input' });
      signals.emit('links');
      signals.emit(field.name);
      redrawProgress(openFindings(found, explanations));
      seek();
      onChange();
    },

    /** Takes what a person typed into a cell's input, and remembers it so that it can be undone. */
    typed(input: HTMLInputElement): void {
      const { name } = input;
      const before = text(name);
      if (input.value === before) return;
      void take({ target: input, type: 'input' });
      judge.set(name, input.value);
      rejudge();
      onChange();
      acts.typed(name, before, input.value, `${nameOf(name)}：填写`);
      signals.emit('acts');
    },

    undo: (): Act | undefined => moved(acts.undo(), 'before'),
    redo: (): Act | undefined => moved(acts.redo(), 'after'),

    /** Fills the blanks of a section with 0; never a total, never an answer that cannot be read. Gives how many. */
    fillBlanks(section: SectionNumber): number {
      const blanks = blankCells(law, judged, section);
      edit(
        `其余未填格填 0（${blanks.length} 格）`,
        blanks.map((cell) => ({ cell, to: '0' })),
      );
      return blanks.length;
    },

    explain(finding: Finding, said: string): void {
      const { [finding.id]: _, ...others } = explanations;
      const { [finding.id]: __, ...unsaid } = unconfirmed;
      unconfirmed = unsaid;
      explanations =
        said.trim() === '' ? others : { ...others, [finding.id]: { text: said, figures: finding.figures } };
      draw(judged);
      onChange();
    },

    /** What is being written about a finding and is not confirmed yet. */
    unconfirmed: (id: string): string | undefined => unconfirmed[id],

    /** Keeps what is being written about a finding, so that it is saved like everything else; it explains nothing yet. */
    noteExplanation({ id }: Finding, said: string): void {
      const { [id]: _, ...others } = unconfirmed;
      unconfirmed = said === (explanations[id]?.text ?? '') ? others : { ...others, [id]: said };
      onChange();
    },

    links: (): readonly FigureLink[] => links,

    /** The figure that has just been put into a narrative follows its cell from now on. */
    link(link: FigureLink): void {
      links = [...links, link];
      signals.emit('links');
      onChange();
    },

    unlink(link: FigureLink): void {
      links = links.filter((other) => other !== link);
      signals.emit('links');
      onChange();
    },

    note: (): string => note,

    /** Writes what a suspect should have said, as one act that can be undone. */
    mend({ changes }: Suspect): void {
      const [first] = changes;
      const label = first ? `${nameOf(first.cell)}${changes.length > 1 ? ` 等 ${changes.length} 格` : ''}：改正` : '';
      edit(
        label,
        changes.map(({ cell, write }) => ({ cell, to: write })),
      );
    },

    /** Drops what an imported document left over, once the person has dealt with it. */
    dropNote(): void {
      note = '';
      signals.emit('note');
      onChange();
    },

    /** No more checks are sought: nobody shows them. */
    stop(): void {
      clearTimeout(seeking);
      isStopped = true;
    },

    /** What the narratives say as the tables do. */
    agreements: (): readonly Agreement[] => agreements,

    /** Last year's narratives, to look at while writing this year's. */
    lastNarratives: (): Narratives | undefined => lastNarratives,

    setLastNarratives(narratives: Narratives | undefined): void {
      lastNarratives = narratives;
      seek();
      signals.emit('last narratives');
    },

    setLastYear(figures: Float64Array | undefined): void {
      judge.setLastYear(figures);
      rejudge();
      signals.emit('last year');
    },
  };

  function nameOf(id: string): string {
    const cell = law.cells[law.indexOf.get(id) ?? -1];
    return cell ? cellName(cell) : id;
  }
}

function sameIds(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, at) => finding.id === b[at]?.id);
}

const hasWords = (narratives: Narratives): boolean => narrativeIds.some((id) => narratives[id] !== '');

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  const said = (findings: readonly Finding[]): string =>
    JSON.stringify(findings.map(({ id, sentence, figures }) => [id, sentence, figures]));
  return said(a) === said(b);
}

function textsOf(start: Content, law: Law): Texts {
  return {
    agency: start.agency,
    year: String(start.year),
    date: start.date,
    ...Object.fromEntries(narrativeIds.map((id) => [narrativeName(id), start.narratives[id]])),
    ...Object.fromEntries(tableNumbers.map((table) => [noteName(table), start.notes?.[table] ?? ''])),
    ...Object.fromEntries(law.cells.map(({ id }) => [id, start.answers[id] ?? ''])),
  };
}

function byCell(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const map = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const cell of finding.cells) {
      const list = map.get(cell);
      if (list) list.push(finding);
      else map.set(cell, [finding]);
    }
  }
  return map;
}
