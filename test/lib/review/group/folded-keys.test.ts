import { describe, expect, test } from 'vitest';
import { foldedKey } from '../../../../lib/review/group/folded-keys';

/* docs/product.md 2.3: keys that miss by how they are written. */

describe('one key, written otherwise', () => {
  test.each([
    ['123', '00123'],
    ['123.0', '00123'],
    ['123,00', '00123'],
    ["'00123", '00123'],
    ['´00123', '00123'],
    ['"00123"', '00123'],
    ['="00123', '00123'],
    ['#123', '123'],
    ['No. 123', '123'],
    ['ID: 123', '123'],
    ['№ 123', '123'],
    ['(123)', '123'],
    ['123;', '123'],
    ['123\u200B', '123'],
    ['١٢٣', '123'],
    ['१२३', '123'],
    ['１２３', '123'],
    ['100,001', '100001'],
    ["1'100'001", '1100001'],
    ['100 001', '100001'],
    ['100\u202F001', '100001'],
    ['l00OO1', '100001'],
    ['AB_0001', 'AB-0001'],
    ['AB/0001', 'AB-0001'],
    ['ab – 0001', 'AB-0001'],
    ['E-1001', '\u0415-1001'],
    ['Ada King <ada@example.org>', 'ada@example.org'],
    ['mailto:ada@example.org?subject=Hello', 'ada@example.org'],
    ['SMTP:Ada@Example.org', 'ada@example.org'],
    ['ada@example.org (home)', 'ada@example.org'],
    ['ada@example.org;', 'ada@example.org'],
    ['ada @ example.org', 'ada@example.org'],
    ["'ada@example.org'", 'ada@example.org'],
    ['[ada@example.org](mailto:ada@example.org)', 'ada@example.org'],
  ])('%j is %j', (text, key) => {
    expect(foldedKey(text)).toBe(foldedKey(key));
  });
});

describe('two keys', () => {
  test.each([
    ['123', '124'],
    ['123.5', '1235'],
    ['12.30', '1230'],
    ['10', '100'],
    ['AB1', 'AB2'],
    ['ID', 'D'],
    ['NO7A', '7A'],
    ['0', 'A'],
    ['1.10', '110'],
    ['ada@example.org', 'ada@example.com'],
    ['ada.b@example.org', 'adab@example.org'],
    ['ada+x@example.org', 'ada@example.org'],
    ["o'neil@example.org", 'neil@example.org'],
    ['a_b@example.org', 'ab@example.org'],
    ['ada@example.org, bo@example.org', 'ada@example.org'],
    ['oil@example.org', '011@example.org'],
  ])('%j is not %j', (text, key) => {
    expect(foldedKey(text)).not.toBe(foldedKey(key));
  });
});
