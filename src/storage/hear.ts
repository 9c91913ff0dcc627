/** Resolves to whether another page says it on the channel within `wait` ms. */
export function hear(channel: BroadcastChannel, answer: string, wait: number): Promise<boolean> {
  return new Promise((resolve) => {
    const off = new AbortController();
    const end = (isHeard: boolean): void => {
      clearTimeout(timer);
      off.abort();
      resolve(isHeard);
    };
    const timer = setTimeout(() => end(false), wait);
    const listener = ({ data }: MessageEvent<string>): void => {
      if (data === answer) end(true);
    };
    channel.addEventListener('message', listener, { signal: off.signal });
  });
}
