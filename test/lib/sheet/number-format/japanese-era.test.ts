import { expect, test } from 'vitest';
import { compileFormat } from '../../../../lib/sheet/number-format/compile-format';

// By the law on eras of 1979 and the edicts before it, an era begins with a day, not with a year.
test.each([
  ['[$-411]ggge"年"m"月"d"日";@', 45_000, '令和5年3月15日'],
  ['[$-411]ggge"年"m"月"d"日"', 43_586, '令和1年5月1日'],
  ['[$-411]ggge"年"m"月"d"日"', 43_585, '平成31年4月30日'],
  ['[$-411]ge.m.d', 32_516, 'H1.1.8'],
  ['[$-411]ge.m.d', 32_515, 'S64.1.7'],
  ['[$-ja-JP]gge.mm.dd', 9_856, '昭1.12.25'],
  ['[$-411]gge.mm.dd', 9_855, '大15.12.24'],
  ['[$-30411]gee/mm/dd', 4_595, 'T01/07/30'],
  ['[$-0411]gggee', 4_594, '明治45'],
  ['[$-411]e"年"', 45_000, '5年'],
  ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', 43_586, '令和元年5月1日'],
  ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', 45_000, '令和5年3月15日'],
  ['[$-411]yyyy/m/d', 45_000, '2023/3/15'],
])('%s of %d shows %s', (code, serial, text) => {
  expect(compileFormat(code, 1900)).toMatchObject({ day: true });
  expect(compileFormat(code, 1900)?.show(serial)).toBe(text);
});

// Year of the Republic of China, which no built-in format of Excel uses.
test.each(['[$-404]e/m/d', '[$-404]ggge'])('%s is not decided here', (code) => {
  expect(compileFormat(code, 1900)).toBeNull();
});
