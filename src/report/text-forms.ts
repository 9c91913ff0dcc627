// The same text in other forms of writing it.

/** Only the full-width forms of ASCII are folded. Unicode's own folding (NFKC) would also turn 12² into 122 and ① into 1. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Without the byte order mark that some editors write before a text. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
