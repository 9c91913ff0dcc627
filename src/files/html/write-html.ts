// The report as one web page for the editor of the site it is published on: headings, paragraphs and real tables, with
// labels that say what they head, and a small style of its own. It loads nothing and runs nothing.
import type { Head, Layout, LayoutRow } from '../../formats/layout.ts';
import { markupText } from '../markup-text.ts';
import type { Paragraph } from '../paper/paragraphs.ts';
import type { Printed } from '../paper/printed.ts';

const style = `
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font: 1em/1.8 FangSong, STFangsong, "Noto Serif CJK SC", serif; color: #000; background: #fff; }
h1 { font-size: 1.6em; line-height: 1.4; text-align: center; font-weight: bold; }
h1 span { display: block; }
h2 { font-size: 1.15em; font-weight: bold; text-indent: 2em; }
p { margin: 0; text-indent: 2em; }
.signature p { text-align: right; padding-right: 4em; text-indent: 0; }
.note { margin: -0.5em 0 1em; font-size: 0.85em; line-height: 1.5; }
.note p { text-indent: 0; }
.table { overflow-x: auto; margin: 1em 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.85em; line-height: 1.4; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #000; padding: 0.25em 0.3em; font-weight: normal; text-align: center; }
th[scope="row"] { text-align: left; }
`;

/** The whole page as text; it is to be saved as UTF-8. */
export function writeHtml(report: Printed): string {
  const { agency, title, preamble, sections, words, explanations, signature } = report;
  const body = [
    `<h1><span>${markupText(agency)}</span> <span>${markupText(title)}</span></h1>`,
    ...preamble.map(paragraph),
    ...sections.flatMap(({ heading, narrative, table, note }) => [
      `<section>\n<h2>${markupText(heading)}</h2>`,
      ...(narrative?.lines ?? []).map(paragraph),
      ...(table ? [tableOf(table, words)] : []),
      ...(note.length > 0 ? ['<div class="note">', ...note.map((line) => `<p>${markupText(line)}</p>`), '</div>'] : []),
      '</section>',
    ]),
    ...(explanations.length > 0 ? ['<section>\n<h2>情况说明</h2>'] : []),
    ...explanations.flatMap(({ lines }) => lines.map(paragraph)),
    ...(explanations.length > 0 ? ['</section>'] : []),
    ...(signature
      ? [
          `<div class="signature">\n<p>${markupText(signature.agency)}</p>\n<p>${markupText(signature.date)}</p>\n</div>`,
        ]
      : []),
  ];
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${markupText(agency + title)}</title>
<style>${style}</style>
</head>
<body>
<article>
${body.join('\n')}
</article>
</body>
</html>
`;
}

const paragraph = ({ lead, rest }: Paragraph): string =>
  `<p>${lead === '' ? '' : `<strong>${markupText(lead)}</strong>`}${markupText(rest)}</p>`;

function tableOf({ caption, head, bodies, widths }: Layout, words: Printed['words']): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col style="width:${((width / whole) * 100).toFixed(2)}%">`);
  const rows = (lines: readonly LayoutRow[]): string => lines.map((line) => rowOf(line, words)).join('\n');
  return [
    `<div class="table">\n<table>\n<caption>${markupText(caption)}</caption>`,
    `<colgroup>${columns.join('')}</colgroup>`,
    ...(head.length > 0 ? [`<thead>\n${rows(head)}\n</thead>`] : []),
    ...bodies.map((body) => `<tbody>\n${rows(body)}\n</tbody>`),
    '</table>\n</div>',
  ].join('\n');
}

function rowOf({ parts }: LayoutRow, words: Printed['words']): string {
  const cells = parts.map((part) =>
    part.kind === 'head'
      ? headOf(part)
      : `<td${span('colspan', part.colSpan)}>${markupText(words.get(part.cell.id) ?? '')}</td>`,
  );
  return `<tr>${cells.join('')}</tr>`;
}

const headOf = ({ label, scope, colSpan, rowSpan }: Head): string =>
  `<th scope="${scope}"${span('colspan', colSpan)}${span('rowspan', rowSpan)}>${markupText(label)}</th>`;

const span = (name: string, many: number): string => (many > 1 ? ` ${name}="${many}"` : '');
