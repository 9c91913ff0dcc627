// What changes with every key is drawn by hand, at once: React would take longer to find out that nothing else is new than the change
// itself takes.
import { type ReactNode, type RefCallback, useCallback } from 'react';
import type { Store } from './store.ts';

/** The ref of an element that is drawn when it comes and after every change. React must not draw the same of it; `draw` stays the same. */
export function useByHand<State, Drawn extends HTMLElement>(
  store: Store<State>,
  draw: (element: Drawn, state: State) => void,
): RefCallback<Drawn> {
  return useCallback(
    (element: Drawn | null) => {
      if (!element) return undefined;
      const show = (): void => draw(element, store.get());
      show();
      return store.subscribe(show);
    },
    [store, draw],
  );
}

type LiveTextProps<State> = {
  store: Store<State>;
  /** Undefined where what stands there is to stay. One that is made anew at each drawing costs a subscription each time. */
  select: (state: State) => string | undefined;
};

export function LiveText<State>({ store, select }: LiveTextProps<State>): ReactNode {
  const draw = useCallback(
    (span: HTMLElement, state: State) => {
      const text = select(state);
      if (text !== undefined) writeText(span, text);
    },
    [select],
  );
  return <span ref={useByHand(store, draw)} />;
}

/** Leaves what says the same: nothing is told to a screen reader twice. */
export function writeText(element: HTMLElement, text: string): void {
  const { firstChild } = element;
  if (!(firstChild instanceof Text)) element.textContent = text;
  else if (firstChild.data !== text) firstChild.data = text;
}
