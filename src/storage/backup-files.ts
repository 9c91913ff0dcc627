// The files that backups write into a folder by themselves. Several people may choose one folder of the office's, so each
// file's name carries the mark of the browser that wrote it; what does not carry ours is neither written over nor removed.
import type { Draft } from '../report/draft.ts';

/** One a day; of older ones the last thirty stay. */
const keptFiles = 30;

/**
 * 「年报填报自动备份-云溪市数据服务局-3f9a0c12-20260120.json」, without the agency where the drafts are of several. `time` is an ISO
 * time; the day is the local one.
 */
export function fileName(mark: string, drafts: readonly Draft[], time: string): string {
  const agencies = new Set(
    drafts.filter(({ deletedAt }) => deletedAt === undefined).map(({ agency }) => plain(agency)),
  );
  const [only = ''] = agencies;
  return ['年报填报自动备份', ...(agencies.size === 1 && only !== '' ? [only] : []), mark, `${dayOf(time)}.json`].join(
    '-',
  );
}

/** The file is the old one or the new one, never half of either: the browser swaps it when it is closed. */
export async function writeFile(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  const stream = await file.createWritable();
  await stream.write(text);
  await stream.close();
}

/** Removes what `written` replaces: ours of the same day under another name, and those beyond the thirty last days. */
export async function thinOut(folder: FileSystemDirectoryHandle, mark: string, written: string): Promise<void> {
  const names: string[] = [];
  const entries = folder as unknown as { keys(): AsyncIterable<string> };
  for await (const name of entries.keys()) names.push(name);
  for (const name of surplusFiles(names, mark, written)) await folder.removeEntry(name);
}

export function surplusFiles(names: readonly string[], mark: string, written: string): string[] {
  const dayIn = (name: string): string => ours.exec(name)?.[1] ?? '';
  const ours = new RegExp(`^年报填报自动备份-(?:[\\p{L}\\p{N}]+-)?${mark}-(\\d{8})\\.json$`, 'u');
  const today = dayIn(written);
  const own = names.filter((name) => ours.test(name));
  const renamed = own.filter((name) => name !== written && dayIn(name) === today);
  const days = own.filter((name) => !renamed.includes(name)).sort((a, b) => dayIn(a).localeCompare(dayIn(b)));
  return [...renamed, ...days.slice(0, -keptFiles)].filter((name) => name !== written);
}

/** As any file system takes it. */
const plain = (agency: string): string => [...agency.replace(/[^\p{L}\p{N}]/gu, '')].slice(0, 20).join('');

/** 2026-01-20T08:05:00Z → 20260120 in local time. */
function dayOf(time: string): string {
  const at = new Date(time);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
}
