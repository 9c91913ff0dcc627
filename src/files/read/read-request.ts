// What the reading worker is asked and how it is answered; the page answers the same way where no worker can be made.
import { judgeAnswers } from '../../checks/judge.ts';
import { lawOf } from '../../formats/registry.ts';
import { type Copied, type Imported, readCopied, readFile } from './read-file.ts';

export type FileRequest = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
export type ReadRequest = FileRequest | Copied;

/** `findings`: how many the checks have, counted here so that the page need not judge hundreds of reports at once. */
export type Answer = { readonly read: Imported; readonly findings: number };

/** `ready` comes first: the worker could be made and runs. */
export type ReadAnswer = 'ready' | Answer;

export function answer(request: ReadRequest): Answer {
  return counted('name' in request ? readFile(request.name, request.bytes) : readCopied(request));
}

export function counted(read: Imported): Answer {
  if (!read.ok) return { read, findings: 0 };
  const { format, answers } = read.content;
  return { read, findings: judgeAnswers(lawOf(format), answers).findings.length };
}
