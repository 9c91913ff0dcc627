// Reads files and clipboards in a few workers at once. A file's bytes are fetched when its turn comes and handed on, so that
// hundreds are never in memory together. Nothing is written here, and nothing of a file is run.

import { sizeRefusal } from '../file-size.ts';
import type { Copied, Imported } from './read-file.ts';
import type { Answer } from './read-request.ts';
import { createReader, type Reader } from './reader.ts';

/** What is to be read: a file, or what was copied elsewhere, as the clipboard has it. */
export type Readable = File | Copied;

/** `name` is the file's, or 剪贴板. */
export type FileRead = Answer & { readonly name: string };

export type Progress = {
  readonly done: number;
  readonly of: number;
  /** Places, counted from 1 and in order, of those that cannot be read. */
  readonly bad: readonly number[];
};

/**
 * In the order given; one that cannot be read does not stop the others. Never rejects. When `signal` stops it, it resolves
 * at once to those that had been read.
 */
export async function readFiles(
  all: readonly Readable[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<readonly FileRead[]> {
  const reads: (FileRead | undefined)[] = all.map(() => undefined);
  let next = 0;

  function tell(): void {
    const done = reads.filter((read) => read !== undefined).length;
    const bad = reads.flatMap((one, at) => (one?.read.ok === false ? [at + 1] : []));
    onProgress({ done, of: all.length, bad });
  }

  async function readInTurn(reader: Reader): Promise<void> {
    while (!signal.aborted) {
      const at = next++;
      const one = all[at];
      if (one === undefined) return;
      const answer = await readOne(reader, one);
      if (signal.aborted) return;
      reads[at] = { name: one instanceof File ? one.name : '剪贴板', ...answer };
      tell();
    }
  }

  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const readers = Array.from({ length: Math.min(atOnce(), all.length) }, createReader);
  await Promise.race([Promise.all(readers.map(readInTurn)), stopped]);
  for (const reader of readers) reader.end();
  return reads.filter((read) => read !== undefined);
}

/** What was copied elsewhere, as the clipboard has it. */
export async function readClipboard(copied: Copied): Promise<Imported> {
  const reader = createReader();
  const { read } = await reader.read(copied);
  reader.end();
  return read;
}

/** One processor is left to the page. */
const atOnce = (): number => Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

async function readOne(reader: Reader, one: Readable): Promise<Answer> {
  if (!(one instanceof File)) return reader.read(one);
  const refusal = sizeRefusal(one.name, one.size);
  if (refusal) return { read: { ok: false, message: refusal }, findings: 0 };
  try {
    return await reader.read({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) });
  } catch {
    const message = '浏览器读不出这个文件。它可能已被移走，或被别的程序占用。';
    return { read: { ok: false, message }, findings: 0 };
  }
}
