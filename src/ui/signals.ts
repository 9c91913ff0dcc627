// Who wants to hear about what: a keystroke wakes only the parts that show something it changed.
import { useLayoutEffect, useReducer, useRef } from 'react';

export type Signals = {
  listen(key: string, listener: () => void): () => void;
  emit(key: string): void;
};

export function createSignals(): Signals {
  const listeners = new Map<string, Set<() => void>>();
  return {
    listen(key, listener) {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      return () => set.delete(listener);
    },
    emit(key) {
      for (const listener of listeners.get(key) ?? []) listener();
    },
  };
}

/**
 * Reads a value that changes only when `key` is emitted. `read` must give the same object until then.
 * useSyncExternalStore would do the same, but adds a passive effect to every update; with a dozen of these in a keystroke
 * that is a seventh of its time. All our updates are synchronous, so nothing can be read half changed.
 */
export function useSignal<T>(signals: Signals, key: string, read: () => T): T {
  const value = read();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawn = useRef({ read, value });
  drawn.current = { read, value };
  useLayoutEffect(() => {
    const check = (): void => {
      if (!Object.is(drawn.current.read(), drawn.current.value)) redraw();
    };
    // What was emitted between drawing and listening.
    check();
    return signals.listen(key, check);
  }, [signals, key]);
  return value;
}
