// For tests: Web Locks as far as drafts need them, within one process. Exclusive, first come first served, may be stolen.

type Waiting = { readonly start: () => void };

export function fakeLocks(): LockManager {
  const held = new Map<string, (error: DOMException) => void>();
  const waiting = new Map<string, Waiting[]>();

  function next(name: string): void {
    held.delete(name);
    waiting.get(name)?.shift()?.start();
  }

  async function request(name: string, ...rest: unknown[]): Promise<unknown> {
    const act = rest.at(-1) as (lock: Lock) => unknown;
    const { steal = false, signal } = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    if (steal) held.get(name)?.(new DOMException('stolen', 'AbortError'));
    else if (held.has(name)) {
      await new Promise<void>((resolve, reject) => {
        const mine: Waiting = { start: resolve };
        waiting.set(name, [...(waiting.get(name) ?? []), mine]);
        signal?.addEventListener('abort', () => {
          waiting.set(name, waiting.get(name)?.filter((one) => one !== mine) ?? []);
          reject(new DOMException('given up', 'AbortError'));
        });
      });
    }
    return new Promise((resolve, reject) => {
      let isMine = true;
      held.set(name, (error) => {
        isMine = false;
        reject(error);
      });
      const end = (): void => {
        if (isMine) next(name);
      };
      Promise.resolve(act({ name, mode: 'exclusive' })).then(
        (value) => {
          end();
          resolve(value);
        },
        (error) => {
          end();
          reject(error);
        },
      );
    });
  }

  return { request: request as LockManager['request'], query: async () => ({ held: [], pending: [] }) };
}
