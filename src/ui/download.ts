/** Hands a text or bytes to the browser as a plain download. */
export function download(name: string, file: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([file], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers start reading the address only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
