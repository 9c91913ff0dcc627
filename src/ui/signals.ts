// Who wants to hear about what: a keystroke wakes only the parts that show something it changed.
import { useCallback, useSyncExternalStore } from 'react';

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

/** Reads a value that changes only when `key` is emitted. `read` must give the same object until then. */
export function useSignal<T>(signals: Signals, key: string, read: () => T): T {
  const subscribe = useCallback((listener: () => void) => signals.listen(key, listener), [signals, key]);
  return useSyncExternalStore(subscribe, read);
}
