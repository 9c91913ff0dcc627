// Put into both pages before anything else: times one keystroke from its input event to its last change of the DOM, and to
// the next paint (first task after the frame's callbacks; what the compositor then needs is the same for both pages).

export type Keystroke = { readonly dom: number; readonly paint: number };
/** From when, and for how many ms. */
export type Stretch = { readonly startTime: number; readonly duration: number };
export type Probed = {
  keystrokes: Keystroke[];
  /** Tasks of 50 ms and longer. */
  longTasks: Stretch[];
  /** Where script ran in a frame of 50 ms and longer: tells script from the browser's own layout and paint. */
  scripts: Stretch[];
};

// As the Long Animation Frames API has it; TypeScript's DOM does not know it yet.
type LongFrame = PerformanceEntry & { readonly scripts: readonly PerformanceEntry[] };

export function probe(): void {
  const now = { start: 0, last: 0 };
  const probed = window as unknown as Probed;
  const touched = (): void => {
    now.last = performance.now();
  };
  Object.assign(window, { keystrokes: [], longTasks: [], scripts: [] });
  window.addEventListener(
    'input',
    () => {
      now.start = performance.now();
      now.last = now.start;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          probed.keystrokes.push({ dom: now.last - now.start, paint: performance.now() - now.start });
        };
        channel.port2.postMessage(0);
      });
    },
    true,
  );
  // The save mark depends on the disk, not on the keystroke: an earlier keystroke's "saved" may come in between.
  const isSaveMark = ({ target }: MutationRecord): boolean =>
    Boolean((target instanceof Element ? target : target.parentElement)?.closest('[data-save-state]'));
  new MutationObserver((records) => {
    const time = performance.now();
    if (!records.every(isSaveMark)) now.last = time;
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  // A value set by script changes what is seen but is no mutation.
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  if (value?.set && value.get) {
    const { get, set } = value;
    Object.defineProperty(HTMLInputElement.prototype, 'value', {
      configurable: true,
      get() {
        return get.call(this);
      },
      set(text: string) {
        set.call(this, text);
        touched();
      },
    });
  }
  const stretch = ({ startTime, duration }: PerformanceEntry): Stretch => ({ startTime, duration });
  new PerformanceObserver((list) => {
    probed.longTasks.push(...list.getEntries().map(stretch));
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    probed.scripts.push(...list.getEntries().flatMap((frame) => (frame as LongFrame).scripts.map(stretch)));
  }).observe({ type: 'long-animation-frame' });
}

/** For the cold load: marks when the first cell is there to be typed into, after the frame that shows it. */
export function watchFirstCell(): void {
  const arrived = new MutationObserver(() => {
    const cell = document.querySelector<HTMLInputElement>('main [data-cell]');
    if (!cell || cell.disabled || cell.getClientRects().length === 0) return;
    arrived.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => performance.mark('first-cell');
      channel.port2.postMessage(0);
    });
  });
  arrived.observe(document, { subtree: true, childList: true });
}
