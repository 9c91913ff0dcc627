// One set of native listeners on a table serves all its cells. React's own onChange would do for the figures, but it passes over an
// input that leaves the text as script last wrote it: a total pasted over the same sum would stay a computed one.
import type { GridControl } from './grid-control.ts';

function inputOf({ target }: Event): HTMLInputElement | undefined {
  return target instanceof HTMLInputElement && target.dataset.cell !== undefined ? target : undefined;
}

/** Returns what takes the listeners off again. */
export function listen(table: HTMLTableElement, control: GridControl): () => void {
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

  on('input', (input, event) => {
    // React would take it for a change of an input of its own, and write the input's attributes again.
    event.stopPropagation();
    // Half a composition is not an answer; its end is taken below.
    if (!control.isComposing()) control.typed(input);
  });
  on('compositionstart', () => control.beginComposition());
  on('compositionend', (input) => control.composed(input));
  on('focusin', (input) => control.focused(input));
  on('focusout', (input) => {
    if (control.isComposing()) control.composed(input);
    control.left(input);
  });
  on('keydown', (input, event) => control.keyDown(event, input));
  on('pointerdown', (input, event) => {
    if (event.button === 0) control.pressed(input, event.shiftKey);
  });
  on('mousedown', (_, event) => {
    // A shift-click selects a rectangle; the focus stays where it is.
    if (event.shiftKey && control.get().range) event.preventDefault();
  });
  on('pointerover', (input, event) => {
    if (event.pointerType !== 'mouse') return;
    if (event.buttons === 1) control.draggedOver(input.name);
    control.hover(input.name);
  });
  // The browser would drag selected text out of its cell and into another one. A drag selects a rectangle, and only that.
  on('dragstart', (_, event) => event.preventDefault());
  on('dragover', (_, event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  });
  on('drop', (_, event) => event.preventDefault());
  on('copy', (_, event) => void control.copy(event));
  on('cut', (_, event) => control.cut(event));
  on('paste', (_, event) => control.paste(event));
  table
    .closest('.grid-frame')
    ?.addEventListener('pointerleave', () => control.hover(undefined), { signal: off.signal });
  return () => off.abort();
}
