// Spreadsheet ways over a fixed table of inputs: moving, selecting a rectangle, copying, pasting, clearing.
// A cell is either selected (typing replaces its text, arrows move) or being edited (F2 or a click; arrows move the caret).
// It works on the inputs themselves and tells the editing of every change; it draws nothing but the inputs' text.
import type { Cell } from '../report/format.ts';
import { longestAnswer } from '../report/limits.ts';
import { readBlock, writeBlock } from '../transfer/text/block.ts';
import { createSignals } from '../ui/signals.ts';
import type { Editing } from './editing.ts';
import { enterGoes } from './enter-direction.ts';

/** The one note of a document: it describes the focused cell. */
export const noteId = 'cell-note';

type Place = { readonly row: number; readonly column: number };
export type Range = { readonly from: Place; readonly to: Place };

export type GridControl = ReturnType<typeof createGridControl>;

export function createGridControl(
  editing: Editing,
  rows: readonly (readonly Cell[])[],
  tell: (message: string) => void,
) {
  const inputs = new Map<string, HTMLInputElement>();
  const places = new Map<string, Place>(
    rows.flatMap((cells, row) => cells.map((cell, column) => [cell.id, { row, column }] as const)),
  );
  const signals = createSignals();
  let range: Range | undefined;
  let mode: 'selected' | 'editing' = 'selected';
  let composing = false;
  /** A press on a cell that does not have the focus yet: the focus it is about to get is for editing. */
  let pressing = false;
  /** The cell being visited and its text when the visit began. */
  let visit: { readonly cell: string; readonly text: string } | undefined;
  let focused: string | undefined;
  let hovered: string | undefined;

  const cellAt = ({ row, column }: Place): Cell | undefined => rows[row]?.[column];
  const shownOf = (id: string): string => editing.shown(editing.law.indexOf.get(id) ?? -1);
  const isTotal = (id: string): boolean => editing.law.cells[editing.law.indexOf.get(id) ?? -1]?.total ?? false;

  /** Text to stand in an input: as typed while it has the focus, tidied otherwise; an untouched total shows its sum. */
  function show(id: string): void {
    const input = inputs.get(id);
    if (!input || composing) return;
    const typed = editing.text(id);
    const focused = document.activeElement === input;
    const shown = focused && !(typed === '' && isTotal(id)) ? typed : shownOf(id);
    if (input.value === shown) return;
    input.value = shown;
    if (focused) input.select();
  }

  function setRange(next: Range | undefined): void {
    range = next;
    signals.emit('range');
  }

  function corners(): { top: number; bottom: number; left: number; right: number } | undefined {
    const here = visit && places.get(visit.cell);
    const { from, to } = range ?? { from: here, to: here };
    if (!from || !to) return undefined;
    return {
      top: Math.min(from.row, to.row),
      bottom: Math.max(from.row, to.row),
      left: Math.min(from.column, to.column),
      right: Math.max(from.column, to.column),
    };
  }

  /** The selected cells row by row; the visited one where no rectangle is selected. */
  function selected(): Cell[][] {
    const box = corners();
    return box ? rows.slice(box.top, box.bottom + 1).map((row) => row.slice(box.left, box.right + 1)) : [];
  }

  function select(place: Place): void {
    const input = inputs.get(cellAt(place)?.id ?? '');
    if (!input) return;
    pressing = false;
    mode = 'selected';
    input.focus({ preventScroll: true });
    input.select();
  }

  function clamp({ row, column }: Place): Place {
    const line = Math.max(0, Math.min(rows.length - 1, row));
    return { row: line, column: Math.max(0, Math.min((rows[line]?.length ?? 1) - 1, column)) };
  }

  /** One cell on in reading order, or undefined at either end. */
  function along(from: Place, step: 1 | -1): Place | undefined {
    const column = from.column + step;
    if (rows[from.row]?.[column]) return { row: from.row, column };
    const row = from.row + step;
    return rows[row] && { row, column: step === 1 ? 0 : (rows[row]?.length ?? 1) - 1 };
  }

  /** One cell down or up the column, going on at the top of the next one. */
  function downward(from: Place, step: 1 | -1): Place | undefined {
    for (let row = from.row + step; rows[row]; row += step) {
      if (rows[row]?.[from.column]) return { row, column: from.column };
    }
    const column = from.column + step;
    const lines = rows.map((_, row) => row).filter((row) => rows[row]?.[column]);
    const row = step === 1 ? lines[0] : lines.at(-1);
    return row === undefined ? undefined : { row, column };
  }

  function clear(): void {
    editing.edit(
      '清除',
      selected().flatMap((row) => row.map(({ id }) => ({ cell: id, to: '' }))),
    );
    for (const row of selected()) for (const { id } of row) show(id);
  }

  function paste(text: string): void {
    const box = corners();
    if (!box || text === '') return;
    const block = readBlock(text);
    if (block.some((line) => line.some((cell) => cell.length > longestAnswer))) {
      tell(`没有粘贴：有一格超过 ${longestAnswer.toLocaleString('zh-CN')} 字，不会是一个数。各格没有改动。`);
      return;
    }
    const [only] = block;
    const single = block.length === 1 && only?.length === 1 ? (only[0] ?? '') : undefined;
    if (single !== undefined) {
      editing.edit(
        '粘贴',
        selected().flatMap((row) => row.map(({ id }) => ({ cell: id, to: single }))),
      );
    } else {
      const changes: { cell: string; to: string }[] = [];
      const outside: string[] = [];
      block.forEach((line, row) => {
        line.forEach((to, column) => {
          const cell = cellAt({ row: box.top + row, column: box.left + column });
          if (cell) changes.push({ cell: cell.id, to });
          else outside.push(to);
        });
      });
      const width = block.reduce((most, line) => Math.max(most, line.length), 0);
      editing.edit(`粘贴 ${block.length} 行 ${width} 列`, changes);
      const lost = outside.filter((cell) => cell !== '');
      if (lost.length > 0) {
        tell(
          `粘贴的内容是 ${block.length} 行 ${width} 列，从这一格起放不下：有 ${lost.length} 个数没有填入（${listed(lost)}）。请核对粘贴的起点，可以撤销后重来。`,
        );
      }
      const bottom = clamp({ row: box.top + block.length - 1, column: box.left + width - 1 });
      setRange({ from: { row: box.top, column: box.left }, to: bottom });
    }
    mode = 'selected';
    if (visit) show(visit.cell);
  }

  /** What a key does to a selected cell; false: leave it to the browser. */
  function key(event: KeyboardEvent, here: Place, input: HTMLInputElement): boolean {
    const { key: name, shiftKey: shift } = event;
    const command = event.ctrlKey || event.metaKey;
    const arrow = arrows[name];
    if (arrow && !event.altKey) {
      if (mode === 'editing' && arrow.column !== 0) return false;
      const start = shift ? (range?.to ?? here) : here;
      const far = command ? 1000 : 1;
      const next = clamp({ row: start.row + arrow.row * far, column: start.column + arrow.column * far });
      if (shift) setRange({ from: range?.from ?? here, to: next });
      else select(next);
      return true;
    }
    if (name === 'Tab' && !command && !event.altKey) {
      const next = along(here, shift ? -1 : 1);
      if (next) select(next);
      return next !== undefined;
    }
    if (name === 'Enter' && !command) {
      const step = shift ? -1 : 1;
      const next = enterGoes() === 'down' ? downward(here, step) : along(here, step);
      if (next) select(next);
      else show(cellAt(here)?.id ?? '');
      return true;
    }
    if (name === 'Escape') return giveBack(input);
    if (name === 'F2') {
      mode = 'editing';
      input.setSelectionRange(input.value.length, input.value.length);
      return true;
    }
    if (mode === 'editing') return false;
    if (name === 'Home' || name === 'End') {
      const last = (rows[here.row]?.length ?? 1) - 1;
      const row = command ? (name === 'Home' ? 0 : rows.length - 1) : here.row;
      select(clamp({ row, column: name === 'Home' ? 0 : command ? 1000 : last }));
      return true;
    }
    if (name === 'Delete' || (name === 'Backspace' && range)) {
      clear();
      return true;
    }
    if (command && name.toLowerCase() === 'a') {
      const lastRow = rows.length - 1;
      setRange({ from: { row: 0, column: 0 }, to: { row: lastRow, column: (rows[lastRow]?.length ?? 1) - 1 } });
      return true;
    }
    return false;
  }

  function giveBack(input: HTMLInputElement): boolean {
    if (range) setRange(undefined);
    if (visit && editing.text(visit.cell) !== visit.text) {
      editing.edit('取消填写', [{ cell: visit.cell, to: visit.text }]);
    }
    mode = 'selected';
    if (visit) show(visit.cell);
    input.select();
    return true;
  }

  return {
    signals,
    range: () => range,
    corners,
    selected,
    show,
    input: (id: string) => inputs.get(id),

    /** Takes an input into the grid, with the text it is to show; returns what lets it go. */
    attach(id: string, input: HTMLInputElement | null): (() => void) | undefined {
      if (!input) return undefined;
      inputs.set(id, input);
      show(id);
      const deaf = editing.signals.listen(`text/${id}`, () => show(id));
      return () => {
        deaf();
        inputs.delete(id);
      };
    },

    /** The cell whose note is shown: under the pointer if that has something to say, else the focused one. */
    noted: (): string | undefined => hovered ?? focused,

    hover(id: string | undefined): void {
      const at = id === undefined ? -1 : (editing.law.indexOf.get(id) ?? -1);
      const next = at >= 0 && editing.notes(at).lines.length > 0 ? id : undefined;
      if (next === hovered) return;
      hovered = next;
      signals.emit('noted');
    },

    focused(input: HTMLInputElement): void {
      const id = input.dataset.cell ?? '';
      visit = { cell: id, text: editing.text(id) };
      focused = id;
      input.setAttribute('aria-describedby', noteId);
      signals.emit('noted');
      editing.acts.endVisit();
      if (range) setRange(undefined);
      mode = pressing ? 'editing' : 'selected';
      // The sticky heads would hide a cell that the browser thinks it has scrolled to; one that was pressed is in view.
      if (!pressing) input.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      pressing = false;
      show(id);
      if (mode === 'selected') input.select();
    },

    left(input: HTMLInputElement): void {
      composing = false;
      focused = undefined;
      input.removeAttribute('aria-describedby');
      signals.emit('noted');
      editing.acts.endVisit();
      show(input.dataset.cell ?? '');
    },

    typed(input: HTMLInputElement): void {
      if (range) setRange(undefined);
      editing.typed(input);
      // A total that was emptied is computed again, and says so at once.
      if (input.value === '' && isTotal(input.name)) show(input.name);
    },

    composition(on: boolean): void {
      composing = on;
    },
    isComposing: () => composing,

    keyDown(event: KeyboardEvent, input: HTMLInputElement): void {
      // Enter that confirms a candidate belongs to the input method.
      if (composing || event.isComposing || event.keyCode === 229) return;
      const here = places.get(input.dataset.cell ?? '');
      if (here && key(event, here, input)) event.preventDefault();
    },

    pressed(input: HTMLInputElement, shift: boolean): boolean {
      const place = places.get(input.dataset.cell ?? '');
      const here = visit && places.get(visit.cell);
      if (shift && place && here && document.activeElement !== input) {
        setRange({ from: here, to: place });
        return true;
      }
      if (document.activeElement === input) mode = 'editing';
      else pressing = true;
      if (range) setRange(undefined);
      return false;
    },

    draggedOver(id: string): void {
      const here = visit && places.get(visit.cell);
      const place = places.get(id);
      if (!here || !place || (!range && visit?.cell === id)) return;
      mode = 'selected';
      setRange({ from: here, to: place });
    },

    copy(event: ClipboardEvent): boolean {
      if (mode === 'editing' && !range) return false;
      const block = selected().map((row) => row.map(({ id }) => shownOf(id)));
      event.clipboardData?.setData('text/plain', writeBlock(block));
      event.preventDefault();
      return true;
    },

    cut(event: ClipboardEvent): void {
      if (this.copy(event)) clear();
    },

    paste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // One value into a text that is being edited goes where the caret is.
      const isOwn = mode === 'editing' && !range && !/[\t\r\n]/.test(text.trim());
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

const arrows: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

const listed = (texts: readonly string[]): string => texts.slice(0, 6).join('、') + (texts.length > 6 ? ' 等' : '');
