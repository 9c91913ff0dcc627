// The only database. Rows are whole drafts, so a save is one put and a crash leaves the old row or the new one.
import { Dexie, type Table } from 'dexie';

/** What stands in the database is not trusted to be a draft until draft-row.ts has read it. */
export type Database = Dexie & { readonly drafts: Table<unknown, string> };

export function openDatabase(name = 'nianbao-tianbao'): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({ drafts: 'id, [agency+year]' });
  return database;
}
