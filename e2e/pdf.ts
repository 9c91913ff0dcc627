// The text of a printed report, page by page, where poppler-utils is installed.
import { execFileSync } from 'node:child_process';

export const noPdftotext = 'pdftotext (poppler-utils) is not installed: the PDF was made, its text not read';

export function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function pagesOf(pdf: string, ...options: readonly '-layout'[]): readonly string[] {
  return execFileSync('pdftotext', [...options, pdf, '-'], { encoding: 'utf8' })
    .split('\f')
    .slice(0, -1);
}
