// Pages as sites, Word and WPS write them: what a reader sees of them comes back, and nothing else.
import { expect, test } from 'vitest';
import { gb18030, told } from '../document/testing.ts';
import { readHtml, readHtmlText } from './read-html.ts';

const read = (html: string): readonly unknown[] => told(readHtmlText(html));

test.each([
  ['paragraphs', '<p>甲</p><p>乙</p>', ['甲', '乙']],
  ['paragraphs that are not closed', '<p>甲<p>乙<div>丙', ['甲', '乙', '丙']],
  ['words split over spans', '<p><span>总</span><b>体<i>情</i></b>况</p>', ['总体情况']],
  ['Word’s empty marks', '<p>总体<o:p></o:p>情况<o:p>&nbsp;</o:p></p>', ['总体情况\u00a0']],
  ['br and what is between', '甲<br>乙<br/>丙</br>丁', ['甲', '乙', '丙', '丁']],
  ['a line break between Chinese characters', '<p>总体\n   情况</p>', ['总体情况']],
  ['a line break between tags', '<p>\n<span>总体</span>\n<span>情况</span>\n</p>', ['总体情况']],
  ['a line break between words', '<p>A\nB 12\n件</p>', ['A B 12 件']],
  ['spaces that a browser keeps', '<p>　　甲&nbsp;乙  丙</p>', ['　　甲\u00a0乙 丙']],
  ['blank paragraphs', '<p>&nbsp;</p><p>　</p><p>\u200b</p>', []],
  ['entities', '<p>&lt;b&gt;&#24180;&#x62a5;&amp;</p>', ['<b>年报&']],
  ['preformatted lines', '<pre>甲\n乙\r\n\n丙</pre>丁\n戊', ['甲', '乙', '丙', '丁戊']],
  ['lists', '<ul><li>甲<li>乙</ul>丙', ['甲', '乙', '丙']],
] as const)('%s', (_, html, blocks) => {
  expect(read(html)).toEqual(blocks);
});

test.each([
  ['rows and cells', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', [[['1', '2'], ['3']]]],
  [
    'rows and cells that are not closed',
    '<table><tr><td>1<td>2<tr><td>3<td>4</table>后',
    [
      [
        ['1', '2'],
        ['3', '4'],
      ],
      '后',
    ],
  ],
  ['cells without a row', '<table><td>1<td>2</table>', [[['1', '2']]]],
  ['sections of a table', '<table><thead><tr><th>甲<tbody><tr><td>1<tfoot><tr><td>2</table>', [[['甲'], ['1'], ['2']]]],
  ['spans', '<table><tr><td colspan="2" rowspan=3>1<td colspan=0>2<td rowspan="x">3</table>', [[['1×2×3', '2', '3']]]],
  ['spans beyond reason', '<table><tr><td colspan=99999 rowspan=65535>1</table>', [[['1×100×100']]]],
  [
    'paragraphs and br in a cell',
    '<table><tr><td><p>本年新</p><p>制作<br>数量</p></table>',
    [[['本年新\n制作\n数量']]],
  ],
  ['blank cells', '<table><tr><td></td><td>&nbsp;</td><td><p></p></table>', [[['', '', '']]]],
  ['a caption', '<table><caption>表一</caption><tr><td>1</table>', ['表一', [['1']]]],
  ['text straight in a table', '<table>甲<tr>乙<td>1</table>', ['甲', '乙', [['1']]]],
  ['a table that is not closed', '<table><tr><td>1<td>2', [[['1', '2']]]],
  ['bold that is not closed', '<table><tr><td><b>1<td><b>2<tr><td>3</table>后', [[['1', '2'], ['3']], '后']],
  ['tags crossed', '<table><tr><td><b>1</td><td>2</b></td></tr></table>', [[['1', '2']]]],
  [
    'an end tag of what is outside the table',
    '<div><span><table><tr><td>1</div></td><td>2</span></p></td></tr><tr><td>3</body></td></tr></table></span>后</div>',
    [[['1', '2'], ['3']], '后'],
  ],
  [
    'a table in a cell of a layout table',
    '<table><tr><td>左栏<td>前<table><tr><td>1<td>2</table>后</table>',
    ['左栏', '前', [['1', '2']], '后'],
  ],
  ['a table that holds the whole text', `<table><tr><td><p>甲<p>${'乙'.repeat(401)}</table>`, ['甲', '乙'.repeat(401)]],
  [
    'a layout row among others',
    `<table><tr><td>1<td>2<tr><td>${'乙'.repeat(401)}<tr><td>3</table>`,
    [[['1', '2']], '乙'.repeat(401), [['3']]],
  ],
] as const)('tables: %s', (_, html, blocks) => {
  expect(read(html)).toEqual(blocks);
});

test.each([
  ['script and style', '<script>var a="<p>x</p>"</script><style>p{}</style>甲'],
  ['script in the text', '<p>甲<script>document.write("乙")</script></p>'],
  ['navigation, footer, aside', '<nav>首页</nav><aside>链接</aside><p>甲</p><footer>版权</footer>'],
  ['controls', '<select><option>2024</select><button>打印</button><textarea>x</textarea><p>甲'],
  ['pictures and objects', '<svg><title>图</title><text>x</text></svg><object>x</object><iframe>x</iframe>甲'],
  [
    'hidden elements',
    '<p hidden>x</p><p style="color:red; display : none">x</p><p style="mso-hide:all">x<b>y</b></p>甲',
  ],
  ['a hidden table', '<table style="display:none"><tr><td>x</table><p>甲'],
  ['comments', '<!-- <p>x</p> -->甲<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->'],
  ['Word’s settings outside of comments', '<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>甲'],
  [
    'heads and feet of pages',
    '<div title="header">x</div>甲<div title="footer"><p>— 3 —</div><div style="mso-element:footer">x</div>',
  ],
  ['conditions for other programs', '<![if !supportLists]><span>甲</span><![endif]>'],
  ['noscript and templates', '<noscript>请启用脚本</noscript><template><p>x</p></template>甲'],
] as const)('never in the text: %s', (_, html) => {
  expect(read(html)).toEqual(['甲']);
});

test('headings have their level, others none', () => {
  const { blocks } = readHtmlText('<h1>甲</h1><p>乙</p><h3><span>丙</span><br>丁</h3><h6>戊</h6>己');
  expect(blocks.map((block) => block.kind === 'paragraph' && block.heading)).toEqual([
    1,
    undefined,
    3,
    3,
    6,
    undefined,
  ]);
});

test('the path tells what encloses a block, and neighbours apart', () => {
  const { blocks } = readHtmlText('<div>甲<div>乙</div><div><table><tr><td>1</table></div></div><div>丙</div>');
  const [outer = [], inner = [], table = [], next = []] = blocks.map(({ within }) => within);
  expect(inner.slice(0, outer.length)).toEqual(outer);
  expect(table.slice(0, outer.length)).toEqual(outer);
  expect(table[outer.length]).not.toBe(inner[outer.length]);
  expect(next[0]).not.toBe(outer[0]);
});

test('the title is the document’s own and stands in no paragraph', () => {
  const { title, blocks } = readHtmlText('<title>某局\n2025年报</title><svg><title>图</title></svg><p>甲');
  expect(title).toBe('某局 2025年报');
  expect(blocks).toHaveLength(1);
  expect(readHtmlText('<p>甲')).not.toHaveProperty('title');
});

test('deleted text is left out and said', () => {
  const source = readHtmlText('<p>共<del>12</del><ins>13</ins>件</p>');
  expect(told(source)).toEqual(['共13件']);
  expect(source.leftOut).toEqual(['有 1 处已删除的文字没有读入。']);
});

test('bytes in GB18030', () => {
  const result = readHtml(gb18030('<meta charset="gb2312"><p>总体情况'));
  expect(result.ok && told(result.source)).toEqual(['总体情况']);
});
