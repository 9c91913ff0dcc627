// Spreadsheet ways over a fixed table of inputs. A cell is either selected (typing replaces its text, arrows move) or being edited
// (F2 or a click; arrows move the caret). It works on the inputs themselves and tells the report of every change; it draws
// nothing but the inputs' text. What keys mean, where they lead and what a paste does is in keys, places, selection and pasting.
import { type CellLook, lookOf } from '../../draft/cell-look.ts';
import type { ReportModel } from '../../draft/report-model.ts';
import { writeBlock } from '../../files/text/block.ts';
import type { Cell } from '../../report/format.ts';
import { longestAnswer } from '../../report/limits.ts';
import { createStore } from '../../ui/store.ts';
import { enterGoes } from './enter-direction.ts';
import { type FillBy, filled } from './fill.ts';
import { commandOf } from './keys.ts';
import { pasted } from './pasting.ts';
import { cellAt, type Place, placesOf, type Rows } from './places.ts';
import { type Box, boxOf, cellsIn, type Range } from './selection.ts';

/** The one note of a document: it describes the focused cell. */
export const noteId = 'cell-note';

export type GridState = {
  readonly range: Range | undefined;
  readonly focused: string | undefined;
  /** Only a cell that has something to say. */
  readonly hovered: string | undefined;
};

/** The cell whose note is shown: under the pointer if that has something to say, else the focused one. */
export const notedCell = ({ hovered, focused }: GridState): string | undefined => hovered ?? focused;

export type GridControl = ReturnType<typeof createGridControl>;

const fillLabels: Readonly<Record<FillBy, string>> = { down: '向下填充', right: '向右填充', here: '填入选中的格' };

export function createGridControl(report: ReportModel, rows: Rows, tell: (message: string) => void) {
  const inputs = new Map<string, HTMLInputElement>();
  const places = placesOf(rows);
  const store = createStore<GridState>({ range: undefined, focused: undefined, hovered: undefined });
  let mode: 'selected' | 'editing' = 'selected';
  let composing = false;
  /** A press on a cell that does not have the focus yet: the focus it is about to get is for editing. */
  let pressing = false;
  /** The cell being visited and its text when the visit began. */
  let visit: { readonly cell: string; readonly text: string } | undefined;

  const range = (): Range | undefined => store.get().range;
  const shownOf = (id: string): string => report.cell(id).get().shown;
  const isTotal = (id: string): boolean => report.law.cell(id)?.total ?? false;

  function patch(next: Partial<GridState>): void {
    store.set({ ...store.get(), ...next });
  }

  function setRange(next: Range | undefined): void {
    if (next !== range()) patch({ range: next });
  }

  /** Text to stand in an input: as typed while it has the focus, tidied otherwise; an untouched total shows its sum. */
  function show(id: string): void {
    const input = inputs.get(id);
    if (!input || composing) return;
    const typed = report.answer(id);
    const focused = document.activeElement === input;
    const shown = focused && !(typed === '' && isTotal(id)) ? typed : shownOf(id);
    if (input.value === shown) return;
    input.value = shown;
    if (focused) input.select();
  }

  /** The rectangle, or the visited cell where none is selected. */
  function box(): Box | undefined {
    const here = visit && places.get(visit.cell);
    const chosen = range() ?? (here && { from: here, to: here });
    return chosen && boxOf(chosen);
  }

  function selected(): readonly (readonly Cell[])[] {
    const chosen = box();
    return chosen ? cellsIn(rows, chosen) : [];
  }

  function select(place: Place): void {
    const input = inputs.get(cellAt(rows, place)?.id ?? '');
    if (!input) return;
    pressing = false;
    mode = 'selected';
    input.focus({ preventScroll: true });
    input.select();
  }

  function clear(): void {
    const cells = selected().flat();
    report.edit(
      '清除',
      cells.map(({ id }) => ({ cell: id, to: '' })),
    );
    for (const { id } of cells) show(id);
  }

  function fill(by: FillBy, here: Place): void {
    const chosen = box();
    if (!chosen) return;
    const changes = filled(rows, chosen, here, by, ({ id }) => report.answer(id));
    report.edit(fillLabels[by], changes);
    for (const { cell } of changes) show(cell);
  }

  function paste(text: string): void {
    const chosen = box();
    if (!chosen || text === '') return;
    const done = pasted(rows, chosen, text);
    if ('refused' in done) {
      tell(done.refused);
      return;
    }
    report.edit(done.label, done.changes);
    if (done.trouble !== undefined) tell(done.trouble);
    if (done.range) setRange(done.range);
    mode = 'selected';
    if (visit) show(visit.cell);
  }

  /** Escape: the text that the cell had when it was come to. */
  function giveBack(input: HTMLInputElement): void {
    setRange(undefined);
    if (visit && report.answer(visit.cell) !== visit.text) {
      report.edit('取消填写', [{ cell: visit.cell, to: visit.text }]);
    }
    mode = 'selected';
    if (visit) show(visit.cell);
    input.select();
  }

  /** Whether the key was one of the grid's. */
  function obey(event: KeyboardEvent, here: Place, input: HTMLInputElement): boolean {
    const isEditing = mode === 'editing';
    const command = commandOf(event, { rows, here, range: range(), isEditing, enterGoes: enterGoes() });
    switch (command?.kind) {
      case undefined:
        return false;
      case 'go':
        select(command.to);
        break;
      case 'select':
        setRange(command.range);
        break;
      case 'stay':
        show(cellAt(rows, here)?.id ?? '');
        break;
      case 'give back':
        giveBack(input);
        break;
      case 'edit':
        mode = 'editing';
        input.setSelectionRange(input.value.length, input.value.length);
        break;
      case 'clear':
        clear();
        break;
      case 'fill':
        fill(command.by, here);
        break;
    }
    return true;
  }

  function copy(event: ClipboardEvent): boolean {
    if (mode === 'editing' && !range()) return false;
    const block = selected().map((row) => row.map(({ id }) => shownOf(id)));
    event.clipboardData?.setData('text/plain', writeBlock(block));
    event.preventDefault();
    return true;
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    selected,
    input: (id: string) => inputs.get(id),

    /** Takes an input into the grid and keeps up what it shows; returns what lets it go. */
    attach(id: string, input: HTMLInputElement): () => void {
      inputs.set(id, input);
      let drawn: number | undefined;
      const draw = (): void => {
        const { look } = report.cell(id).get();
        if (look !== drawn) drawLook(input, report.law.nameOf(id), lookOf(look));
        drawn = look;
        show(id);
      };
      draw();
      const deaf = report.cell(id).subscribe(draw);
      return () => {
        deaf();
        inputs.delete(id);
      };
    },

    hover(id: string | undefined): void {
      const next = id !== undefined && report.notes(id).lines.length > 0 ? id : undefined;
      if (next !== store.get().hovered) patch({ hovered: next });
    },

    focused(input: HTMLInputElement): void {
      const id = input.name;
      visit = { cell: id, text: report.answer(id) };
      input.setAttribute('aria-describedby', noteId);
      patch({ focused: id, range: undefined });
      report.endVisit();
      mode = pressing ? 'editing' : 'selected';
      // The sticky heads would hide a cell that the browser thinks it has scrolled to; one that was pressed is in view.
      if (!pressing) input.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      pressing = false;
      show(id);
      if (mode === 'selected') input.select();
    },

    left(input: HTMLInputElement): void {
      composing = false;
      input.removeAttribute('aria-describedby');
      patch({ focused: undefined });
      report.endVisit();
      show(input.name);
    },

    /** Tells the form what an input says now. */
    typed(input: HTMLInputElement): void {
      setRange(undefined);
      void report.registerCell(input.name).onChange({ target: input, type: 'change' });
      // A total that was emptied is computed again, and says so at once.
      if (input.value === '' && isTotal(input.name)) show(input.name);
    },

    beginComposition(): void {
      composing = true;
    },
    isComposing: () => composing,

    /** Takes what an input method has put together. */
    composed(input: HTMLInputElement): void {
      composing = false;
      this.typed(input);
    },

    keyDown(event: KeyboardEvent, input: HTMLInputElement): void {
      // Enter that confirms a candidate belongs to the input method.
      if (composing || event.isComposing || event.keyCode === 229) return;
      const here = places.get(input.name);
      if (here && obey(event, here, input)) event.preventDefault();
    },

    pressed(input: HTMLInputElement, shift: boolean): void {
      const place = places.get(input.name);
      const here = visit && places.get(visit.cell);
      if (shift && place && here && document.activeElement !== input) {
        setRange({ from: here, to: place });
        return;
      }
      if (document.activeElement === input) mode = 'editing';
      else pressing = true;
      setRange(undefined);
    },

    draggedOver(id: string): void {
      const here = visit && places.get(visit.cell);
      const place = places.get(id);
      if (!here || !place || (!range() && visit?.cell === id)) return;
      mode = 'selected';
      setRange({ from: here, to: place });
    },

    copy,
    cut(event: ClipboardEvent): void {
      if (copy(event)) clear();
    },

    paste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // One value into a text that is being edited goes where the caret is.
      const isOwn = mode === 'editing' && !range() && !/[\t\r\n]/.test(text.trim());
      if (isOwn && text.length <= longestAnswer) return;
      event.preventDefault();
      paste(text);
    },

    goTo(id: string): boolean {
      const place = places.get(id);
      if (place) select(place);
      return place !== undefined;
    },
  };
}

/** By hand, like its text: React would write all of the input's attributes again. */
function drawLook(input: HTMLInputElement, name: string, { kind, level }: CellLook): void {
  const box = input.closest('td');
  if (box) {
    box.dataset.kind = kind;
    if (level === 'fine') delete box.dataset.level;
    else box.dataset.level = level;
  }
  const label = `${name}${kind === 'computed' ? '（自动计算）' : ''}`;
  if (input.getAttribute('aria-label') !== label) input.setAttribute('aria-label', label);
  if (kind === 'unreadable' || level === 'must') input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}
