// What the walk needs of a browser, whatever drives it.
import { join } from 'node:path';

/** Where scripts/get-browsers.mjs puts what it fetches. */
export const fetchedFolder = join(import.meta.dirname, '../../.browsers');

export type Driver = {
  /** As it calls itself. */
  readonly version: string;
  goto(address: string): Promise<void>;
  /** Runs the body of a function in the page; `arguments` as JSON. */
  run<Result>(body: string, ...args: readonly unknown[]): Promise<Result>;
  /** A real click in the middle of it, scrolled into view. */
  click(selector: string): Promise<void>;
  /** A real key: one character, or Enter, Tab, Escape, Delete, ArrowDown …, with Control+ before it or not. */
  press(key: string): Promise<void>;
  /** Chooses a file; not every driver can. */
  upload(selector: string, path: string): Promise<void>;
  reload(): Promise<void>;
  /** A second tab of the same profile, from then on the one that is driven; `back` returns to the first. */
  openTab(address: string): Promise<void>;
  back(): Promise<void>;
  end(): Promise<void>;
};
