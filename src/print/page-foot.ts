// A line of text in the lower margin of every printed page. Style elements are forbidden by the content security policy;
// a rule added to a sheet that is already there is not.

/**
 * Gives what takes the line away again, or undefined where the browser prints nothing in page margins
 * (Chromium before 131): then nothing has been added.
 */
export function footEveryPage(text: string): (() => void) | undefined {
  const sheet = document.styleSheets[0];
  if (!sheet) return undefined;
  const font = '9pt / 12pt "宋体", SimSun, "Songti SC", STSong, "Noto Serif CJK SC", serif';
  const box = `@bottom-center { content: ${JSON.stringify(text)}; font: ${font}; vertical-align: top; padding-top: 8mm; }`;
  const rule = sheet.cssRules[sheet.insertRule(`@page { ${box} }`, sheet.cssRules.length)];
  if (!rule) return undefined;
  const remove = (): void => {
    const at = [...sheet.cssRules].indexOf(rule);
    if (at >= 0) sheet.deleteRule(at);
  };
  if (rule.cssText.includes('bottom-center')) return remove;
  remove();
  return undefined;
}
