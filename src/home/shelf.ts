// All drafts that are stored, as the list shows them: kept up to date, with what is wrong with the storage.
import { useEffect, useMemo, useState } from 'react';
import type { Draft } from '../report/draft.ts';
import type { Database } from '../storage/database.ts';
import { type Shelf, watchShelf } from '../storage/drafts.ts';
import { storageTrouble } from '../storage/trouble.ts';

type WatchedShelf = {
  /** Undefined until it is read. */
  readonly shelf: Shelf | undefined;
  /** The same list as long as the shelf is the same: what hangs on it is not done again. */
  readonly drafts: readonly Draft[];
  readonly deleted: readonly Draft[];
  readonly trouble: string | undefined;
  readonly onTrouble: (error: unknown) => void;
  /** Watches the database anew. */
  readonly retry: () => void;
};

const isDeleted = ({ deletedAt }: Draft): boolean => deletedAt !== undefined;

export function useShelf(database: Database): WatchedShelf {
  const [shelf, setShelf] = useState<Shelf>();
  const [trouble, setTrouble] = useState<string>();
  const [attempt, setAttempt] = useState({ database });
  const onTrouble = (error: unknown): void => setTrouble(storageTrouble(error));

  useEffect(() => {
    const onShelf = (next: Shelf): void => {
      setShelf(next);
      setTrouble(undefined);
    };
    return watchShelf(attempt.database, onShelf, (error) => setTrouble(storageTrouble(error)));
  }, [attempt]);

  const drafts = useMemo(() => shelf?.drafts.filter((draft) => !isDeleted(draft)) ?? [], [shelf]);
  const deleted = useMemo(() => shelf?.drafts.filter(isDeleted) ?? [], [shelf]);
  return { shelf, drafts, deleted, trouble, onTrouble, retry: () => setAttempt({ database }) };
}
