import { describe, expect, test } from 'vitest';
import { instanceName } from './instance.ts';

const nameAt = (address: string): string => instanceName(new URL(address));

describe('the name drafts are kept under', () => {
  test('is the same on every site: browsers keep sites apart', () => {
    expect(nameAt('https://oa.gov.cn/nianbao/')).toBe('nianbao-tianbao');
    expect(nameAt('http://127.0.0.1:4173/nianbao-tianbao.html')).toBe('nianbao-tianbao');
  });

  test('is one for each file, whatever comes after its path and however its letters are written', () => {
    const one = nameAt('file:///C:/年报%20填报/nianbao-tianbao.html');
    expect(one).toMatch(/^nianbao-tianbao@[0-9a-f]{16}$/);
    expect(nameAt('file:///C:/年报%20填报/nianbao-tianbao.html?x=1#/draft/a')).toBe(one);
    expect(nameAt('file:///c:/年报%20填报/Nianbao-Tianbao.html')).toBe(one);
  });

  test('differs from folder to folder, file to file and server to server', () => {
    const folders = Array.from({ length: 2000 }, (_, at) => `file:///C:/${at}/nianbao-tianbao.html`);
    const all = [...folders, 'file:///C:/1/nianbao-tianbao%20(1).html', 'file://a/1/x.html', 'file://b/1/x.html'];
    expect(new Set(all.map(nameAt)).size).toBe(all.length);
  });
});
