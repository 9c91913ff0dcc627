// Asks the browser to keep what is stored here even when disk space runs short, and says what it answered.

export type Persistence = 'kept' | 'refused' | 'unknown';

export async function askToKeep(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined,
): Promise<Persistence> {
  try {
    if (!storage?.persist) return 'unknown';
    return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'refused';
  } catch {
    return 'unknown';
  }
}
