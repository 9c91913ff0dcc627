import { describe, expect, test } from 'vitest';
import { bodyIn, isOwn, levelOf } from './bodies.ts';

describe('a name means the agency', () => {
  test.each([
    ['区卫健局', '柳荫区卫生健康局'],
    ['区市监局', '柳荫区市场监督管理局'],
    ['城关街道', '柳荫区城关街道办事处'],
    ['县政府', '青渚县人民政府'],
    ['管委会', '观澜新区管理委员会'],
    ['镇政府', '松溪镇人民政府'],
  ])('%s: %s', (name, agency) => {
    expect(isOwn(name, agency)).toBe(true);
  });

  test.each([
    ['县政府', '青渚县自然资源局'],
    ['县政府办公室', '青渚县人民政府'],
    ['区教体局', '柳荫区教育局'],
    ['区住房保障中心', '柳荫区住房和城乡建设局'],
    ['城关镇', '青渚县城关中学'],
  ])('%s is not %s', (name, agency) => {
    expect(isOwn(name, agency)).toBe(false);
  });
});

test('who acts is told from what is acted on', () => {
  expect(bodyIn('县自然资源局', '青渚县人民政府')).toMatchObject({ isOwn: false });
  expect(bodyIn('在区政府网站', '柳荫区教育局')).toBeUndefined();
  expect(bodyIn('向市教育局', '柳荫区教育局')).toBeUndefined();
});

test.each([
  ['青渚县人民政府', '县'],
  ['云岭市人民政府', '市'],
  ['观澜新区管理委员会', '区'],
  ['青渚县教育局', undefined],
  ['青渚县人民政府办公室', undefined],
])('%s reports for a whole %s', (agency, level) => {
  expect(levelOf(agency)).toBe(level);
});
