// Put into both pages before anything else: times one keystroke from its input event to its last change of the DOM, and to
// the next paint (first task after the frame's callbacks; what the compositor then needs is the same for both pages).

export type Keystroke = { readonly dom: number; readonly paint: number };
/** In ms; `script` is the part of it in which script ran for 5 ms or longer at a time. */
export type LongTask = { readonly duration: number; readonly script: number };
export type Probed = { keystrokes: Keystroke[]; longTasks: LongTask[] };

// As the Long Animation Frames API has it; TypeScript's DOM does not know it yet.
type LongFrame = PerformanceEntry & { readonly scripts: readonly PerformanceEntry[] };

export function probe(): void {
  const now = { start: 0, last: 0 };
  const probed = window as unknown as Probed;
  const touched = (): void => {
    now.last = performance.now();
  };
  Object.assign(window, { keystrokes: [], longTasks: [] });
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
    (target instanceof Element ? target : target.parentElement)?.closest('[data-save-state]') !== null;
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
  const frames: LongFrame[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const within = ({ startTime: at }: PerformanceEntry): boolean => at >= startTime && at < startTime + duration;
      const scripts = frames.flatMap((frame) => frame.scripts).filter(within);
      const script = scripts.reduce((sum, part) => sum + part.duration, 0);
      // Its frame may be told later than the task: then the share of script is not known and taken as none.
      probed.longTasks.push({ duration, script });
    }
  }).observe({ type: 'longtask' });
}
