// How a component reads a store: it names what it shows, and is drawn again only when that is another value.
import { useLayoutEffect, useReducer, useRef } from 'react';
import type { Store } from './store.ts';

/**
 * `select` must give the same object as long as nothing changed. useSyncExternalStore would do the same, but it adds a passive
 * effect to every update; with a dozen readers drawn in a keystroke that is a seventh of its time. Every change of a store is
 * synchronous and whole, so nothing can be read half changed.
 */
export function useRead<State, Read>(
  store: Store<State>,
  select: (state: State) => Read,
  /** Whether drawing would show the same. */
  isSame: (drawn: Read, now: Read) => boolean = Object.is,
): Read {
  const value = select(store.get());
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawn = useRef({ select, isSame, value });
  drawn.current = { select, isSame, value };
  useLayoutEffect(() => {
    const check = (): void => {
      const { select, isSame, value } = drawn.current;
      if (!isSame(value, select(store.get()))) redraw();
    };
    // What changed between drawing and subscribing.
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}
