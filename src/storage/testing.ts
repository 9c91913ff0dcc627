// For tests of the storage.
import type { Database } from './database.ts';
import { type Shelf, watchShelf } from './drafts.ts';

/** What the list shows now. */
export function shelfOf(database: Database): Promise<Shelf> {
  return new Promise((resolve, reject) => {
    const stop = watchShelf(
      database,
      (shelf) => {
        resolve(shelf);
        setTimeout(() => stop());
      },
      reject,
    );
  });
}
