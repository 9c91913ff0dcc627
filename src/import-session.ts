// The import as this app runs it: what reads, what stores, and where to download what could not be stored.

import { readFiles } from './files/read/read-files.ts';
import { createImporting, type Importing } from './home/importing.ts';
import { type Content, newDraft } from './report/draft.ts';
import { services } from './services.ts';
import { addDrafts } from './storage/drafts.ts';
import { download } from './ui/download.ts';
import { load } from './ui/load.ts';

const draftsOf = (contents: readonly Content[]) =>
  contents.map((content) => newDraft(content, services.newId(), services.now()));

export function beginImporting(): Importing {
  return createImporting({
    readFiles,
    store: (contents) => addDrafts(services.database, draftsOf(contents), services.now()),
    // As a backup, so that they come back the way backups do.
    async download(contents) {
      const { backupText } = await load(() => import('./storage/backup.ts'), '备份');
      const text = backupText(draftsOf(contents), { app: services.appVersion, now: services.now() });
      download(`没有存入的 ${contents.length} 份年报.json`, text, 'application/json');
    },
  });
}
