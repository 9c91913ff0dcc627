// What went wrong with the disk, in the person's words. It never hides the browser's own name for it.

function names(error: unknown, depth = 0): string[] {
  if (depth > 4 || typeof error !== 'object' || error === null) return [];
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...names(inner, depth + 1)];
}

/** One sentence for a failed read or write; ends with 。 `isRetried`: the program tries it again by itself. */
export function storageTrouble(error: unknown, isRetried = true): string {
  const again = isRetried ? '，程序会自动重试' : '';
  const all = names(error);
  const has = (name: string): boolean => all.includes(name);
  if (has('QuotaExceededError')) return `浏览器的存储空间或磁盘已满。请清理磁盘后继续${again}。`;
  if (has('Shut'))
    return `本机的草稿打不开：可能还有旧版本的窗口开着本程序。请关闭本程序的其他窗口（标签页）${again}。`;
  if (has('VersionError')) return '本机数据已由更新版本的程序使用。请关闭本页，重新打开最新版本。';
  if (has('MissingAPIError') || has('SecurityError') || has('InvalidStateError')) {
    return '浏览器不允许本页在本机存储（可能是无痕模式，或被安全软件禁止）。';
  }
  const name = all[0] ?? (error instanceof Error ? error.message : String(error));
  return `浏览器未能写入本机存储（${name}）${again}。`;
}
