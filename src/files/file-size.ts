// How large a file may be before it is not even opened. Apart, so that the page knows it without the readers.

/** Bytes. A report file is well under 1 MB. */
export const largestFile = 10 * 1024 * 1024;
/** Bytes. A document with scanned pages may be large; what is read of it is not. */
const largestDocument = 50 * 1024 * 1024;

export function tooLargeMessage(size: number): string {
  const megabytes = (Math.ceil((size / 1024 / 1024) * 10) / 10).toFixed(1);
  return `文件有 ${megabytes} MB，超过 10 MB。一份年报的文件不到 1 MB，请确认选对了文件。`;
}

/** The message for a file of that name and size in bytes; undefined where it may be opened. */
export function sizeRefusal(name: string, size: number): string | undefined {
  if (/\.json$/i.test(name)) return size > largestFile ? tooLargeMessage(size) : undefined;
  if (size <= largestDocument) return undefined;
  const megabytes = Math.ceil(size / 1024 / 1024);
  return `文件有 ${megabytes} MB，超过 50 MB，没有读。请删去其中的图片另存一份，或把正文和表格复制到新文档里再导入。`;
}
