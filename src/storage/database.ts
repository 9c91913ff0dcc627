// The only database. Rows are whole drafts, so a save is one put and a crash leaves the old row or the new one.
import { Dexie, type Table } from 'dexie';

/** What stands in the database is not trusted to be a draft until draft-row.ts has read it. */
export type Database = Dexie & {
  readonly drafts: Table<unknown, string>;
  /** Earlier states, by a running number. */
  readonly states: Table<unknown, number>;
};

export function openDatabase(name: string): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({ drafts: 'id, [agency+year]' });
  database.version(2).stores({ states: '++key, draft' });
  return database;
}
