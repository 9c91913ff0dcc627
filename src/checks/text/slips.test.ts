import { expect, test } from 'vitest';
import { debris, otherBody, personalNumber, placeholder } from './slips.ts';
import { staleYear } from './stale-year.ts';

test('the words that a slip consists of are given, and none for a sentence without one', () => {
  expect(debris('见附表错误!未定义书签。')).toBe('错误!未定义书签');
  expect(placeholder('收到申请 XX 件，见 www.example.cn/xxgk/XX')).toBe('XX');
  expect(placeholder('见 www.example.cn/xxgk/XX')).toBeUndefined();
  expect(otherBody('本报告由青石县水利局编制。', '云溪市数据服务局')).toBe('青石县水利局');
  expect(otherBody('本报告由青石县水利局编制。', '青石县水利局')).toBeUndefined();
  expect(staleYear('2024年，我局认真落实条例。', 2025)).toBe('2024年，我局认真落实条例。');
  expect(staleYear('比2024年增加3件。', 2025)).toBeUndefined();
});

test('a number of a person is not said whole', () => {
  expect(personalNumber('身份证号11010519491231002X。')).toBe('110…2X');
  expect(personalNumber('联系电话0571-88888888。')).toBeUndefined();
});
