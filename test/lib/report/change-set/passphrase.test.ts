import { expect, test } from 'vitest';
import { isStrong, newPassphrase } from '../../../../lib/report/change-set/passphrase';

/** [passphrase, whether it is strong enough to go with a file] */
test.each([
  ['', false],
  ['secret', false],
  ['Sommer2026!', false],
  ['Passwort12345!', false],
  ['correcthorse', false],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', false],
  ['abcdefghijklmnopqrstuvwxyz', false],
  ['12345678901234567890', false],
  ['abcabcabcabcabcabcabcabcabc', false],
  ['                              ', false],
  ['kdjfhaksjdhfakj', false],
  ['correct horse battery staple', true],
  ['Fünf graue Esel zählen Wolken', true],
  ['شجرة زيتون قرب بيت قديم أبيض', true],
  ['v9$Kq2!mWz7@Rt4#Lx8&Bn', true],
  ['K7QM-2XWP-9RTD-HB4N-T3VC', true],
])('%j -> %s', (passphrase, strong) => {
  expect(isStrong(passphrase)).toBe(strong);
});

test('one that is made is strong, and has no sign that is taken for another', () => {
  const made = Array.from({ length: 200 }, () => newPassphrase((bytes) => crypto.getRandomValues(bytes)));
  expect(new Set(made).size).toBe(made.length);
  for (const one of made) {
    expect(one).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-){4}[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(isStrong(one)).toBe(true);
  }
});

test('one that chance has made weak is made again', () => {
  let calls = 0;
  const made = newPassphrase((bytes) => {
    calls += 1;
    return calls === 1 ? bytes.fill(0) : crypto.getRandomValues(bytes);
  });
  expect(made).not.toBe('2222-2222-2222-2222-2222');
  expect(isStrong(made)).toBe(true);
  expect(() => newPassphrase((bytes) => bytes.fill(0))).toThrow('no random ones');
  expect(() => newPassphrase((bytes) => bytes.fill(255))).toThrow('no random ones');
});

test('bytes that would make some signs likelier are not used', () => {
  let calls = 0;
  const made = newPassphrase((bytes) => {
    calls += 1;
    return calls === 1 ? bytes.fill(255) : bytes.map((_, at) => 7 * at);
  });
  expect([made, calls]).toEqual(['29GQ-Y7EN-W5CK-T3AH-RZ8F', 2]);
});
