// Documents as Word, WPS and LibreOffice write them, part by part: what is printed comes back, and nothing else.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Source } from '../document/source.ts';
import { docxOf, told } from '../document/testing.ts';
import { readDocx } from './read-docx.ts';

type Parts = Readonly<Record<string, string>>;

function sourceOf(bytes: Uint8Array): Source {
  const read = readDocx(bytes);
  if (!read.ok) throw new Error(read.message);
  return read.source;
}

const read = (body: string, parts: Parts = {}): readonly unknown[] => told(sourceOf(docxOf(body, parts)));

const t = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${t(text)}</w:p>`;
const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${rows.join('')}</w:tbl>`;
const fld = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;

test.each([
  ['runs', `<w:p>${t('总')}<w:proofErr w:type="spellStart"/>${t('体情')}${t('况')}</w:p>`, ['总体情况']],
  ['bookmarks', `<w:p><w:bookmarkStart w:name="_GoBack"/><w:bookmarkEnd/>${t('甲')}</w:p>`, ['甲']],
  ['spaces', p('　甲  乙 '), ['　甲  乙 ']],
  ['entities', p('&lt;甲&gt;&amp;&#20057;'), ['<甲>&乙']],
  ['a line break in the XML', p('甲\n 乙'), ['甲  乙']],
  [
    'tabs',
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>`,
    ['甲\t乙'],
  ],
  [
    'breaks',
    '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t><w:br w:type="page"/><w:t>丁</w:t></w:r></w:p>',
    ['甲', '乙', '丙丁'],
  ],
  ['a hyphen', '<w:p><w:r><w:t>2025</w:t><w:noBreakHyphen/><w:t>12</w:t></w:r></w:p>', ['2025-12']],
  ['blank paragraphs', `<w:p/>${p(' ')}${p('甲')}<w:p/>`, ['甲']],
  [
    'links and smart tags',
    `<w:p><w:hyperlink>${t('甲')}</w:hyperlink><w:smartTag>${t('乙')}</w:smartTag></w:p>`,
    ['甲乙'],
  ],
  [
    'content controls',
    `<w:sdt><w:sdtPr><w:alias w:val="x"/>${t('x')}</w:sdtPr><w:sdtContent>${p('甲')}</w:sdtContent></w:sdt>`,
    ['甲'],
  ],
  [
    'phonetic guides',
    `<w:p><w:r><w:ruby><w:rt>${t('jiǎ')}</w:rt><w:rubyBase>${t('甲')}</w:rubyBase></w:ruby></w:r></w:p>`,
    ['甲'],
  ],
  ['a text box', `<w:p><w:r><w:pict>${box('框')}</w:pict></w:r>${t('甲')}</w:p>`, ['框', '甲']],
  [
    'a text box said in two ways',
    `<w:p>${t('甲')}<w:r><mc:AlternateContent><mc:Choice>${box('框')}</mc:Choice><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ['框', '甲'],
  ],
] as const)('text: %s', (_, body, blocks) => {
  expect(read(body)).toEqual(blocks);
});

test.each([
  ['a simple field', `<w:p><w:fldSimple w:instr="PAGE">${t('7')}</w:fldSimple></w:p>`, ['7']],
  [
    'code and result',
    `<w:p>${fld('begin')}<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>${fld('separate')}${t('12')}${fld('end')}${t('件')}</w:p>`,
    ['12件'],
  ],
  [
    'a field within the code of another',
    `<w:p>${fld('begin')}${fld('begin')}${fld('separate')}${t('x')}${fld('end')}${fld('separate')}${t('12')}${fld('end')}</w:p>`,
    ['12'],
  ],
  ['a field without an end', `<w:p>${t('甲')}${fld('begin')}</w:p>${p('乙')}`, ['甲', '乙']],
  ['an end without a field', `<w:p>${fld('separate')}${fld('end')}${t('甲')}</w:p>`, ['甲']],
  [
    'a table of contents over paragraphs',
    `<w:p>${fld('begin')}${fld('separate')}${t('甲')}</w:p><w:p>${t('乙')}${fld('end')}</w:p>`,
    ['甲', '乙'],
  ],
] as const)('fields: %s', (_, body, blocks) => {
  expect(read(body)).toEqual(blocks);
});

describe('changes are accepted', () => {
  test.each([
    [
      'words',
      `<w:p>${t('共')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>${t('13')}</w:ins></w:p>`,
      ['共13'],
    ],
    [
      'moved words',
      `<w:p><w:moveFrom>${t('甲')}</w:moveFrom>${t('乙')}<w:moveTo>${t('甲')}</w:moveTo></w:p>`,
      ['乙甲'],
    ],
    ['a deleted end', `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${t('甲')}</w:p>${p('乙')}`, ['甲乙']],
    [
      'a deleted end that is the last',
      `${p('甲')}<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${t('乙')}</w:p>`,
      ['甲', '乙'],
    ],
    [
      'a deleted row',
      tbl(tr(tc('1')), `<w:tr><w:trPr><w:del/></w:trPr>${tc('')}</w:tr>`, tr(tc('2'))),
      [[['1'], ['2']]],
    ],
    [
      'formats as they were',
      `<w:p><w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>${t('甲')}</w:p>`,
      ['甲'],
    ],
  ] as const)('%s', (_, body, blocks) => {
    expect(read(body)).toEqual(blocks);
  });

  test('what was deleted is said, once a place', () => {
    const body = `<w:p><w:del><w:r><w:delText>甲</w:delText></w:r><w:del/></w:del>${t('乙')}<w:del><w:r/></w:del></w:p>`;
    expect(sourceOf(docxOf(body)).leftOut).toEqual(['有 2 处修订中已删除的文字没有读入（按接受修订处理）。']);
  });
});

test('hidden text and notes are left out and said', () => {
  const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>';
  const shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>';
  const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const mark = '<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>';
  const source = sourceOf(docxOf(`<w:p>${mark}${t('甲')}${hidden}${shown}${note}</w:p>`));
  expect(told(source)).toEqual(['甲乙']);
  expect(source.leftOut).toEqual(['有 1 处隐藏文字没有读入。', '有 1 处脚注或尾注没有读入。']);
});

describe('tables', () => {
  const span = (many: number | string): string => `<w:gridSpan w:val="${many}"/>`;
  const start = '<w:vMerge w:val="restart"/>';
  const more = '<w:vMerge/>';

  test.each([
    [
      'rows and cells',
      tbl(tr(tc('1'), tc('')), tr(tc('3'), tc('4'))),
      [
        [
          ['1', ''],
          ['3', '4'],
        ],
      ],
    ],
    ['lines of a cell', tbl(tr(`<w:tc>${p('本年新')}${p('制作数量')}</w:tc>`)), [[['本年新\n制作数量']]]],
    ['cells over columns', tbl(tr(tc('1', span(3)), tc('2', span(0)), tc('3', span('x')))), [[['1×3×1', '2', '3']]]],
    [
      'cells over rows: those that continue are not listed',
      tbl(tr(tc('1', start), tc('2')), tr(tc('', more), tc('3')), tr(tc('', more), tc('4')), tr(tc('5'), tc('6'))),
      [[['1×1×3', '2'], ['3'], ['4'], ['5', '6']]],
    ],
    [
      'over rows and columns',
      tbl(
        tr(tc('1', span(2) + start), tc('2', start)),
        tr(tc('', span(2) + more), tc('', more)),
        tr(tc('3'), tc('4'), tc('5')),
      ),
      [
        [
          ['1×2×2', '2×1×2'],
          ['3', '4', '5'],
        ],
      ],
    ],
    [
      'one after another',
      tbl(tr(tc('1', start)), tr(tc('', more)), tr(tc('2', start)), tr(tc('', more))),
      [[['1×1×2'], ['2×1×2']]],
    ],
    ['one that continues nothing', tbl(tr(tc('1', more)), tr(tc('2', more))), [[['1'], ['2']]]],
    [
      'a row that begins further right',
      tbl(tr(tc('1'), tc('2', start)), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('', more)}</w:tr>`),
      [[['1', '2×1×2']]],
    ],
    [
      'rows and cells in content controls',
      tbl(
        `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('1')}</w:sdtContent></w:sdt>`, tc('2'))}</w:sdtContent></w:sdt>`,
      ),
      [[['1', '2']]],
    ],
    [
      'a table in a table',
      tbl(tr(`<w:tc>${p('前')}${tbl(tr(tc('1'), tc('2')))}${p('后')}</w:tc>`)),
      ['前', [['1', '2']], '后'],
    ],
    ['a table that holds the text', tbl(tr(`<w:tc>${p('甲')}${p('乙'.repeat(401))}</w:tc>`)), ['甲', '乙'.repeat(401)]],
    ['two tables', tbl(tr(tc('1'))) + tbl(tr(tc('2'))), [[['1']], [['2']]]],
  ] as const)('%s', (_, body, blocks) => {
    expect(read(body)).toEqual(blocks);
  });
});

describe('automatic numbers', () => {
  const lvl = (level: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const levels =
    lvl(0, 'chineseCountingThousand', '%1、') +
    lvl(1, 'chineseCounting', '（%2）') +
    lvl(2, 'decimal', '%3.') +
    lvl(3, 'decimal', '%1-%4');
  const numbering = (lists: string): Parts => ({
    'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:abstractNum w:abstractNumId="8">${lvl(0, 'bullet', '●')}</w:abstractNum>${lists}</w:numbering>`,
  });
  const num = (id: number, more = '', abstract = 7): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
  const item = (text: string, level: number, id = 1): string =>
    p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);

  test('一、（一）1. in the paragraphs, counted as Word does', () => {
    const body = [
      item('甲', 0),
      item('乙', 1),
      item('丙', 2),
      item('丁', 2),
      item('戊', 1),
      item('己', 2),
      p('白'),
      item('庚', 0),
      item('辛', 1),
    ];
    expect(read(body.join(''), numbering(num(1)))).toEqual([
      '一、甲',
      '（一）乙',
      '1.丙',
      '2.丁',
      '（二）戊',
      '1.己',
      '白',
      '二、庚',
      '（一）辛',
    ]);
  });

  test('a blank paragraph takes no number; one in a table does', () => {
    const body = item('甲', 0) + item(' ', 0) + tbl(tr(`<w:tc>${item('乙', 0)}</w:tc>`)) + item('丙', 0);
    expect(read(body, numbering(num(1)))).toEqual(['一、甲', [['二、乙']], '三、丙']);
  });

  test('another list of the same kind goes on; one that says where it starts begins anew', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const body = item('甲', 0) + item('乙', 0, 2) + item('丙', 0, 3) + item('丁', 0, 3);
    expect(read(body, numbering(num(1) + num(2) + num(3, restart)))).toEqual(['一、甲', '二、乙', '五、丙', '六、丁']);
  });

  test('a list with a level of its own', () => {
    const own = `<w:lvlOverride w:ilvl="0">${lvl(0, 'decimal', '第%1条 ')}</w:lvlOverride>`;
    expect(read(item('甲', 0, 2) + item('乙', 0, 2), numbering(num(2, own)))).toEqual(['第1条 甲', '第2条 乙']);
  });

  test('bullets, undefined lists, levels that are not there, and lists switched off have none', () => {
    const body = item('甲', 0, 4) + item('乙', 0, 99) + item('丙', 8) + item('丁', 0, 0);
    expect(read(body, numbering(num(1) + num(4, '', 8)))).toEqual(['甲', '乙', '丙', '丁']);
    expect(read(item('甲', 0))).toEqual(['甲']);
  });

  test('a level that skips those above it', () => {
    expect(read(item('甲', 3), numbering(num(1)))).toEqual(['一-1甲']);
  });

  test('a list style', () => {
    const parts = {
      'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="公文"/></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:styleLink w:val="公文"/>${levels}</w:abstractNum>${num(1, '', 1)}</w:numbering>`,
    };
    expect(read(item('甲', 0) + item('乙', 1), parts)).toEqual(['一、甲', '（一）乙']);
  });

  test('through styles, and styles that are based on them', () => {
    const styles = `<w:styles>
      <w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="2"><w:name w:val="公文二"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="3"><w:name w:val="公文三"/><w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="4"><w:basedOn w:val="5"/></w:style><w:style w:styleId="5"><w:basedOn w:val="4"/></w:style>
    </w:styles>`;
    const styled = (text: string, style: number): string => p(text, `<w:pStyle w:val="${style}"/>`);
    const body = styled('甲', 1) + styled('乙', 2) + styled('丙', 2) + styled('丁', 3) + styled('戊', 4);
    const source = sourceOf(docxOf(body, { ...numbering(num(1)), 'word/styles.xml': styles }));
    expect(told(source)).toEqual(['一、甲', '（一）乙', '（二）丙', '丁', '戊']);
    expect(source.blocks).toMatchObject([{ heading: 1 }, { heading: 1 }, { heading: 1 }, { heading: 1 }, {}]);
  });

  test.each([
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 21, '二十一'],
    ['ideographDigital', 100, '100'],
    ['decimalEnclosedCircle', 3, '③'],
    ['upperLetter', 2, 'B'],
    ['lowerLetter', 26, 'z'],
    ['ideographTraditional', 2, '乙'],
    ['decimal', 12, '12'],
  ])('%s %i', (format, start, printed) => {
    const own = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/>${lvl(0, format, '%1')}</w:lvlOverride>`;
    expect(read(item('：', 0), numbering(num(1, own)))).toEqual([`${printed}：`]);
  });
});

test('headings by outline, by the style’s outline and by its name', () => {
  const styles = `<w:styles><w:style w:styleId="a"><w:name w:val="标题 2"/></w:style>
    <w:style w:styleId="b"><w:name w:val="公文"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>`;
  const body = [
    p('甲', '<w:outlineLvl w:val="0"/>'),
    p('乙', '<w:pStyle w:val="a"/>'),
    p('丙', '<w:pStyle w:val="b"/>'),
    p('丁', '<w:pStyle w:val="b"/><w:outlineLvl w:val="9"/>'),
    p('戊', '<w:pStyle w:val="missing"/>'),
  ];
  const { blocks } = sourceOf(docxOf(body.join(''), { 'word/styles.xml': styles }));
  expect(blocks.map((block) => block.kind === 'paragraph' && block.heading)).toEqual([1, 2, 3, undefined, undefined]);
});

describe('the package', () => {
  const packed = (parts: Parts): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const rel = (kind: string, target: string, space = office): string =>
    `<Relationship Id="r" Type="${space}/${kind}" Target="${target}"/>`;

  test.each([
    ['a place from the root', rel('officeDocument', '/word/other.xml')],
    ['a place beside', rel('officeDocument', 'word/other.xml')],
    ['strict names', rel('officeDocument', 'word/other.xml', strict)],
  ])('parts by their relations: %s', (_, relation) => {
    const bytes = packed({
      '_rels/.rels': `<Relationships>${relation}</Relationships>`,
      'word/other.xml': `<w:document><w:body>${p('甲', '<w:pStyle w:val="x"/>')}</w:body></w:document>`,
      'word/_rels/other.xml.rels': `<Relationships>${rel('styles', 'styles2.xml')}</Relationships>`,
      'word/styles2.xml': '<w:styles><w:style w:styleId="x"><w:name w:val="heading 2"/></w:style></w:styles>',
    });
    expect(sourceOf(bytes).blocks).toEqual([{ kind: 'paragraph', text: '甲', heading: 2 }]);
  });

  test('relations that lead nowhere', () => {
    const parts = { '_rels/.rels': `<Relationships>${rel('officeDocument', 'nowhere.xml')}</Relationships>` };
    expect(read(p('甲'), parts)).toEqual(['甲']);
  });

  test('other prefixes, and none', () => {
    const xml = (prefix: string): string =>
      `<w:document><w:body>${p('甲')}${tbl(tr(tc('1')))}</w:body></w:document>`.replaceAll('w:', prefix);
    for (const prefix of ['', 'ns0:', '文:'])
      expect(told(sourceOf(packed({ 'word/document.xml': xml(prefix) })))).toEqual(['甲', [['1']]]);
  });

  test('the title of its properties', () => {
    const core = (title: string): Parts => ({
      'docProps/core.xml': `<cp:coreProperties><dc:creator>某人</dc:creator><dc:title>${title}</dc:title></cp:coreProperties>`,
    });
    expect(sourceOf(docxOf(p('甲'), core(' 某局2025年报 '))).title).toBe('某局2025年报');
    expect(sourceOf(docxOf(p('甲'), core('')))).not.toHaveProperty('title');
  });

  test.each([
    ['no document', packed({ 'word/styles.xml': '<w:styles/>' }), '没有 Word 文档的正文'],
    ['nothing in it', docxOf('<w:p/>'), '没有文字'],
    ['only pictures', docxOf('<w:p><w:r><w:drawing/></w:r></w:p>'), '没有文字'],
    ['XML that is cut off', packed({ 'word/document.xml': `<w:document><w:body>${p('甲')}` }), '损坏'],
    ['no XML', packed({ 'word/document.xml': '甲' }), '没有文字'],
    ['no archive', strToU8('PK'), '损坏'],
  ])('%s is refused', (_, bytes, said) => {
    expect(readDocx(bytes)).toEqual({ ok: false, message: expect.stringContaining(said) });
  });

  test('one that unpacks to more than it may is refused', () => {
    const bytes = docxOf(p('甲').repeat(1000));
    expect(readDocx(bytes, { unpacked: 10_000, entries: 10 })).toEqual({
      ok: false,
      message: expect.stringContaining('展开后太大'),
    });
  });
});
