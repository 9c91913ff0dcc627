// What a key means on a cell, as people have it in their fingers from spreadsheets. It does nothing itself.
import type { EnterDirection } from './enter-direction.ts';
import type { FillBy } from './fill.ts';
import { along, clamp, downward, type Place, type Rows } from './places.ts';
import { everything, lineOf, type Range } from './selection.ts';

export type Command =
  | { readonly kind: 'go'; readonly to: Place }
  | { readonly kind: 'select'; readonly range: Range }
  /** Nowhere to go: the cell shows what it has. */
  | { readonly kind: 'stay' }
  | { readonly kind: 'give back' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'fill'; readonly by: FillBy };

export type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export type Situation = {
  readonly rows: Rows;
  readonly here: Place;
  readonly range: Range | undefined;
  /** The caret moves in the text; otherwise the cell as a whole is selected. */
  readonly isEditing: boolean;
  readonly enterGoes: EnterDirection;
};

const arrows: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Rows that are about a window. */
const page = 10;
/** Further than any grid reaches. */
const far = 1000;

/** Undefined: the key is left to the browser. */
export function commandOf(key: Key, situation: Situation): Command | undefined {
  const { rows, here, range, isEditing, enterGoes } = situation;
  const command = key.ctrlKey || key.metaKey;
  const step = key.shiftKey ? -1 : 1;
  const arrow = arrows[key.key];
  if (arrow && !key.altKey) return isEditing && arrow.column !== 0 ? undefined : moved(key, arrow, situation);
  if (key.key === 'Tab' && !command && !key.altKey) return go(along(rows, here, step));
  if (key.key === 'Enter' && command) return { kind: 'fill', by: 'here' };
  if (key.key === 'Enter') {
    return go((enterGoes === 'down' ? downward : along)(rows, here, step)) ?? { kind: 'stay' };
  }
  if (key.key === 'Escape') return { kind: 'give back' };
  if (key.key === 'F2') return { kind: 'edit' };
  if (isEditing) return undefined;
  if (key.key === 'PageUp' || key.key === 'PageDown') {
    return go(clamp(rows, { ...here, row: here.row + (key.key === 'PageDown' ? page : -page) }));
  }
  if (key.key === ' ' && (command || key.shiftKey)) {
    return { kind: 'select', range: lineOf(rows, range ?? { from: here, to: here }, command ? 'column' : 'row') };
  }
  if (key.key === 'Home' || key.key === 'End') return go(end(key.key, command, rows, here));
  if (key.key === 'Delete' || (key.key === 'Backspace' && range)) return { kind: 'clear' };
  if (command && key.key.toLowerCase() === 'd') return { kind: 'fill', by: 'down' };
  if (command && key.key.toLowerCase() === 'r') return { kind: 'fill', by: 'right' };
  if (command && key.key.toLowerCase() === 'a') return { kind: 'select', range: everything(rows) };
  return undefined;
}

const go = (to: Place | undefined): Command | undefined => to && { kind: 'go', to };

function moved({ shiftKey, ctrlKey, metaKey }: Key, arrow: Place, { rows, here, range }: Situation): Command {
  const start = shiftKey ? (range?.to ?? here) : here;
  const steps = ctrlKey || metaKey ? far : 1;
  const to = clamp(rows, { row: start.row + arrow.row * steps, column: start.column + arrow.column * steps });
  return shiftKey ? { kind: 'select', range: { from: range?.from ?? here, to } } : { kind: 'go', to };
}

function end(key: 'Home' | 'End', command: boolean, rows: Rows, here: Place): Place {
  const row = command ? (key === 'Home' ? 0 : rows.length - 1) : here.row;
  return clamp(rows, { row, column: key === 'Home' ? 0 : far });
}
