// The only database. Rows are whole drafts, so a save is one put and a crash leaves the old row or the new one.
import { Dexie, type Table } from 'dexie';

/** What stands in the database is not trusted to be a draft until draft-row.ts has read it. */
export type Database = Dexie & {
  readonly drafts: Table<unknown, string>;
  /** Earlier states, by a running number. */
  readonly states: Table<unknown, number>;
};

/** The database does not open: a tab with an older version of the app keeps it shut, or the browser does not answer. */
export class Shut extends Error {
  override readonly name = 'Shut';
}

/** Databases that did not open in time, until they do. Nobody waits a second time. */
const shut = new WeakSet<Database>();

/** ms. Longer than any healthy disk takes, shorter than people wait. */
const patience = 2500;

/**
 * Resolves when the database is open. Rejects with Shut, or with the browser's error, when it cannot be opened now. To be
 * asked before anything is begun: what is begun on a database that is shut would hang, and happen when nobody expects it.
 */
export async function ready(database: Database): Promise<void> {
  if (database.isOpen()) return;
  await new Promise<void>((resolve, reject) => {
    const giveUp = (): void => {
      shut.add(database);
      reject(new Shut());
    };
    const timer = setTimeout(giveUp, shut.has(database) ? 0 : patience);
    database
      .open()
      .then(() => {
        shut.delete(database);
        resolve();
      }, reject)
      .finally(() => clearTimeout(timer));
  });
}

export function openDatabase(name: string): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({ drafts: 'id, [agency+year]' });
  database.version(2).stores({ states: '++key, draft' });
  return database;
}
