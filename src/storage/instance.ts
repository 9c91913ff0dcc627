// The name under which drafts are kept. Pages opened from files (file://) all share one storage, so there each file, by the
// place it lies in, has a name of its own; elsewhere the browser itself keeps sites apart. A moved file is another one.

const name = 'nianbao-tianbao';

/** `place` is the page's location; its query and hash do not matter. */
export function instanceName(place: Pick<Location, 'protocol' | 'host' | 'pathname'>): string {
  if (place.protocol !== 'file:') return name;
  // Windows and macOS open C:/Report.html as c:/report.html too. A host is the server of a shared folder.
  return `${name}@${shortHash(`${place.host}${place.pathname}`.toLowerCase())}`;
}

/** 64 bits in hex: paths stay out of names that other pages can read, and two copies never meet. */
function shortHash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x9e3779b1);
    b = Math.imul(b ^ text.charCodeAt(at), 0x5f356495);
    a ^= b >>> 15;
    b ^= a >>> 13;
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
