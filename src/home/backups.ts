// When the drafts were backed up last, whether it is time again, and what writes backups into a folder by itself.
import { useCallback, useEffect, useState } from 'react';
import type { AutoBackup } from '../storage/auto-backup.ts';
import type { Database } from '../storage/database.ts';
import type { Shelf } from '../storage/drafts.ts';
import type { TextStore } from '../storage/journal.ts';
import { isBackupDue, type LastBackup, lastBackup } from '../storage/last-backup.ts';

type Options = {
  readonly database: Database;
  readonly store: () => TextStore;
  readonly now: () => string;
  /** Loads what writes into a folder: not before there is something to back up. */
  readonly load: () => Promise<AutoBackup>;
  readonly onFailed: (error: unknown) => void;
};

type Backups = {
  readonly autoBackup: AutoBackup | undefined;
  readonly last: LastBackup | undefined;
  readonly isDue: boolean;
  /** Reads again when the last backup was. */
  readonly onBackedUp: () => void;
};

export function useBackups(shelf: Shelf | undefined, options: Options): Backups {
  const { database, store, now, load, onFailed } = options;
  const [autoBackup, setAutoBackup] = useState<AutoBackup>();
  const [last, setLast] = useState(() => lastBackup(store, database, now()));
  const onBackedUp = useCallback(() => setLast(lastBackup(store, database, now())), [store, database, now]);
  const isAnyHere = (shelf?.drafts.length ?? 0) > 0;

  // What was changed since the last time the list was open is backed up at once.
  useEffect(() => {
    if (!isAnyHere) return;
    const loading = load().then((loaded) => {
      setAutoBackup(loaded);
      void loaded.run();
      return loaded.watch(onBackedUp);
    });
    loading.catch(onFailed);
    return () => void loading.then((stop) => stop()).catch(() => undefined);
  }, [isAnyHere, load, onBackedUp, onFailed]);

  const isDue =
    shelf !== undefined && autoBackup?.state().kind !== 'on' && isBackupDue(shelf.drafts, last, startOfDay(now()));
  return { autoBackup, last, isDue, onBackedUp };
}

function startOfDay(time: string): string {
  const at = new Date(time);
  at.setHours(0, 0, 0, 0);
  return at.toISOString();
}
