// A value with readers: each is told after every change and asks for what it shows. It knows no React: use-read.ts does.

export type Store<State> = {
  get(): State;
  /** Returns what ends it. */
  subscribe(listener: () => void): () => void;
};

export type WritableStore<State> = Store<State> & {
  /** All readers are told once, unless it is what it was. */
  set(next: State): void;
};

export function createStore<State>(start: State): WritableStore<State> {
  const listeners = new Set<() => void>();
  let state = start;
  return {
    get: () => state,
    set(next) {
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
