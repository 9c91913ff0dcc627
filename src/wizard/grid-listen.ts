// One set of native listeners on a table serves all its cells: a keystroke passes the form, then wakes what it changed.
import type { Editing } from './editing.ts';
import type { GridControl } from './grid-control.ts';

function inputOf({ target }: Event): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && target.dataset.cell !== undefined ? target : undefined;
}

/** Returns what takes the listeners off again. */
export function listen(table: HTMLTableElement, editing: Editing, control: GridControl): () => void {
  const off = new AbortController();
  function on<Name extends keyof HTMLElementEventMap>(
    name: Name,
    act: (input: HTMLInputElement, event: HTMLElementEventMap[Name]) => void,
  ): void {
    const listener = (event: HTMLElementEventMap[Name]): void => {
      const input = inputOf(event);
      if (input) act(input, event);
    };
    table.addEventListener(name, listener, { signal: off.signal });
  }

  function take(input: HTMLInputElement): void {
    const before = editing.text(input.name);
    if (input.value === before) return;
    void editing.form.register(input.name).onChange({ target: input, type: 'input' });
    control.typed(input.name, before);
  }

  on('input', (input) => {
    // Half a composition is not an answer; its end is taken below.
    if (!control.isComposing()) take(input);
  });
  on('compositionstart', () => control.composition(true));
  on('compositionend', (input) => {
    control.composition(false);
    take(input);
  });
  on('focusin', (input) => control.focused(input));
  on('focusout', (input) => {
    if (control.isComposing()) {
      control.composition(false);
      take(input);
    }
    control.left(input);
  });
  on('keydown', (input, event) => control.keyDown(event, input));
  on('pointerdown', (input, event) => {
    if (event.button === 0) control.pressed(input, event.shiftKey);
  });
  on('mousedown', (_, event) => {
    // A shift-click selects a rectangle; the focus stays where it is.
    if (event.shiftKey && control.range()) event.preventDefault();
  });
  on('pointerover', (input, event) => {
    if (event.buttons === 1 && event.pointerType === 'mouse') control.draggedOver(input.name);
  });
  on('copy', (_, event) => void control.copy(event));
  on('cut', (_, event) => control.cut(event));
  on('paste', (_, event) => control.paste(event));
  return () => off.abort();
}
