// Which way Enter goes in a grid: down a column, as in Excel, or along the row. A habit of the person, not part of a draft.

export type EnterDirection = 'down' | 'right';

const key = 'nianbao-tianbao/enter';
let chosen: EnterDirection | undefined;

export function enterGoes(): EnterDirection {
  chosen ??= stored();
  return chosen;
}

export function setEnterGoes(direction: EnterDirection): void {
  chosen = direction;
  try {
    localStorage.setItem(key, direction);
  } catch {
    // Forbidden storage: the choice then lasts as long as the page.
  }
}

function stored(): EnterDirection {
  try {
    return localStorage.getItem(key) === 'right' ? 'right' : 'down';
  } catch {
    return 'down';
  }
}
