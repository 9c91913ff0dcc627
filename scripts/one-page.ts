// The text of the single edition: index.html with script, style and icon in it and a content security policy that names
// them by their hashes. Nothing else can run in it, and it can ask for nothing. Throws where a part does not fit.
import { createHash } from 'node:crypto';

type Parts = { readonly script: string; readonly style: string; readonly icon: string };

export function onePage(index: string, parts: Parts): string {
  const { style } = parts;
  const script = insideScript(parts.script);
  if (/<\/style/i.test(style)) throw new Error('the style sheet would end early');
  const icon = `data:image/svg+xml;base64,${Buffer.from(parts.icon).toString('base64')}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    // React sets style attributes through the DOM, which no policy asks about: 'unsafe-inline' is not needed.
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    // What Safari before 15.5 goes by instead of worker-src.
    'child-src blob:',
    "frame-src 'none'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  let page = index;
  const put = (place: RegExp, part: (found: string) => string): void => {
    if (!place.test(page)) throw new Error(`index.html has no ${place}`);
    page = page.replace(place, part);
  };
  put(/<meta charset="utf-8" \/>\n/, (charset) => {
    return `${charset}    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n`;
  });
  put(/ *<link rel="manifest"[^>]*>\n/, () => '');
  put(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="${icon}" type="image/svg+xml" />`);
  put(/<\/head>/, (end) => `  <style>${style}</style>\n  ${end}`);
  // A plain script, not a module: it stands last, when all that it needs is there.
  put(/<script type="module"[^>]*><\/script>/, () => `<script>${script}</script>`);
  return page;
}

/** In strings and patterns, the only places where these can stand, the escapes mean the same. */
export function insideScript(script: string): string {
  const escaped = script.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '\\x3C!--');
  // The reader of HTML would change these, and then the hash would not fit.
  if (/[\0\r]/.test(escaped)) throw new Error('the script has characters that HTML changes');
  return escaped;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
