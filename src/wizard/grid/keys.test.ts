import { describe, expect, test } from 'vitest';
import { boxRows, layoutOf } from '../../formats/layout.ts';
import { lawOf } from '../../formats/registry.ts';
import { commandOf, type Key, type Situation } from './keys.ts';

const rows = boxRows(layoutOf(lawOf('2021'), 3));
const here = { row: 2, column: 3 };
const bottom = rows.length - 1;
const right = (rows[0]?.length ?? 1) - 1;
const at: Situation = { rows, here, range: undefined, isEditing: false, enterGoes: 'down' };

/** 「Ctrl+Shift+ArrowDown」 */
function press(keys: string, situation: Partial<Situation> = {}) {
  const parts = keys.split('+');
  const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  const key: Key = {
    key: parts.at(-1) ?? '',
    ctrlKey: has('Ctrl'),
    metaKey: has('Meta'),
    shiftKey: has('Shift'),
    altKey: has('Alt'),
  };
  return commandOf(key, { ...at, ...situation });
}
const go = (row: number, column: number) => ({ kind: 'go', to: { row, column } });

test.each([
  ['ArrowUp', go(1, 3)],
  ['ArrowDown', go(3, 3)],
  ['ArrowLeft', go(2, 2)],
  ['ArrowRight', go(2, 4)],
  ['Ctrl+ArrowDown', go(bottom, 3)],
  ['Meta+ArrowLeft', go(2, 0)],
  ['Tab', go(2, 4)],
  ['Shift+Tab', go(2, 2)],
  ['Enter', go(3, 3)],
  ['Shift+Enter', go(1, 3)],
  ['PageDown', go(12, 3)],
  ['PageUp', go(0, 3)],
  ['Ctrl+d', { kind: 'fill', by: 'down' }],
  ['Ctrl+r', { kind: 'fill', by: 'right' }],
  ['Ctrl+Enter', { kind: 'fill', by: 'here' }],
  ['Ctrl+ ', { kind: 'select', range: { from: { row: 0, column: 3 }, to: { row: bottom, column: 3 } } }],
  ['Shift+ ', { kind: 'select', range: { from: { row: 2, column: 0 }, to: { row: 2, column: right } } }],
  ['Home', go(2, 0)],
  ['End', go(2, right)],
  ['Ctrl+Home', go(0, 0)],
  ['Ctrl+End', go(bottom, right)],
  ['F2', { kind: 'edit' }],
  ['Escape', { kind: 'give back' }],
  ['Delete', { kind: 'clear' }],
  ['Ctrl+a', { kind: 'select', range: { from: { row: 0, column: 0 }, to: { row: bottom, column: right } } }],
  ['Shift+ArrowDown', { kind: 'select', range: { from: here, to: { row: 3, column: 3 } } }],
])('%s on a selected cell', (keys, command) => {
  expect(press(keys)).toEqual(command);
});

test.each(['Backspace', '5', 'Alt+ArrowDown', 'Ctrl+Tab', 'Ctrl+c'])('%s is left to the browser', (keys) => {
  expect(press(keys)).toBeUndefined();
});

test('Enter goes on to the right where people want it so', () => {
  expect(press('Enter', { enterGoes: 'right' })).toEqual(go(2, 4));
});

test('a rectangle grows from where it was drawn to, and Backspace clears it', () => {
  const range = { from: here, to: { row: 5, column: 5 } };
  expect(press('Shift+ArrowRight', { range })).toEqual({
    kind: 'select',
    range: { from: here, to: { row: 5, column: 6 } },
  });
  expect(press('Backspace', { range })).toEqual({ kind: 'clear' });
});

test('at the end of the grid Tab leaves it and Enter stays', () => {
  const end = { here: { row: bottom, column: right } };
  expect(press('Tab', end)).toBeUndefined();
  expect(press('Enter', end)).toEqual({ kind: 'stay' });
});

describe('in a text that is being edited', () => {
  test.each(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Delete', 'Ctrl+a'])(
    '%s moves or deletes in the text',
    (keys) => {
      expect(press(keys, { isEditing: true })).toBeUndefined();
    },
  );
  test.each(['ArrowUp', 'ArrowDown', 'Tab', 'Enter', 'Escape'])('%s is the grid’s', (keys) => {
    expect(press(keys, { isEditing: true })).toEqual(press(keys));
  });
});
