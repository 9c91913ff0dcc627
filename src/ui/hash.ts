// The part of the address after #, as path parts. The page never reloads to change place.
import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** 「#/a/b」 → ['a', 'b'], each part decoded; a part that cannot be decoded stays as it is. */
export function hashParts(hash: string): string[] {
  return hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
}

export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

export function go(...parts: string[]): void {
  window.location.hash = hashOf(...parts);
}

/** Never throws: half a character, which no address can carry, becomes �. */
export function hashOf(...parts: string[]): string {
  return `#/${parts.map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd'))).join('/')}`;
}
