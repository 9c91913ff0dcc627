// What the reading worker is asked and how it is answered; the page answers the same way where no worker can be made.
import { type Copied, type Imported, readCopied, readFile } from './transfer/read-file.ts';

export type ReadRequest = { readonly name: string; readonly bytes: Uint8Array } | Copied;

/** `ready` comes first: the worker could be made and runs. */
export type ReadAnswer = 'ready' | Imported;

export const answer = (request: ReadRequest): Imported =>
  'name' in request ? readFile(request.name, request.bytes) : readCopied(request);
