// Put into both pages before anything else: times one keystroke from its input event to its last change of the DOM, and to
// the next paint (first task after the frame's callbacks; what the compositor then needs is the same for both pages).

export type Keystroke = { readonly dom: number; readonly paint: number };

export function probe(): void {
  const now = { start: 0, last: 0 };
  const touched = (): void => {
    now.last = performance.now();
  };
  Object.assign(window, { keystrokes: [] as Keystroke[], longTasks: [] as number[] });
  window.addEventListener(
    'input',
    () => {
      now.start = performance.now();
      now.last = now.start;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const all = (window as unknown as { keystrokes: Keystroke[] }).keystrokes;
          all.push({ dom: now.last - now.start, paint: performance.now() - now.start });
        };
        channel.port2.postMessage(0);
      });
    },
    true,
  );
  const arrived = new MutationObserver(() => {
    if (!document.querySelector('main [data-cell]')) return;
    performance.mark('first-cell');
    arrived.disconnect();
  });
  arrived.observe(document, { subtree: true, childList: true });
  new MutationObserver(touched).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
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
  new PerformanceObserver((list) => {
    const all = (window as unknown as { longTasks: number[] }).longTasks;
    all.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ entryTypes: ['longtask'] });
}
