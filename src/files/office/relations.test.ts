import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { relationsOf } from './relations.ts';

const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parts =
  (all: Readonly<Record<string, string>>) =>
  (name: string): Uint8Array | undefined =>
    all[name] === undefined ? undefined : strToU8(all[name]);

test('targets are names of parts, from wherever they are told', () => {
  const list = ['styles.xml', '/xl/a.xml', '../b.xml', './c/d.xml'].map(
    (target, at) => `<r:Relationship Id="rId${at}" Type="${kind}/styles" Target="${target}"/>`,
  );
  const read = parts({ 'xl/_rels/workbook.xml.rels': `<r:Relationships>${list.join('')}</r:Relationships>` });
  expect(relationsOf(read, 'xl/workbook.xml')).toEqual([
    { id: 'rId0', type: 'styles', target: 'xl/styles.xml' },
    { id: 'rId1', type: 'styles', target: 'xl/a.xml' },
    { id: 'rId2', type: 'styles', target: 'b.xml' },
    { id: 'rId3', type: 'styles', target: 'xl/c/d.xml' },
  ]);
});

test('the file itself has relations too; none lead out of it', () => {
  const read = parts({
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${kind}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="${kind}/hyperlink" Target="https://example.com" TargetMode="External"/></Relationships>`,
  });
  expect(relationsOf(read, '')).toEqual([{ id: 'a', type: 'officeDocument', target: 'word/document.xml' }]);
  expect(relationsOf(read, 'word/document.xml')).toEqual([]);
});
