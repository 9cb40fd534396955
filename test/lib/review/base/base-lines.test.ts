import { describe, expect, test } from 'vitest';
import { isBaseLine, readBaseLines } from '../../../../lib/review/base/read-base-lines';
import { credentialId } from '../../../../lib/credential/ids';
import { credentialOf } from '../../../fakes/credential';
import { linesOf, ORIGIN } from '../../../fakes/export-base';

const PEOPLE = Array.from({ length: 700 }, (_, n) =>
  credentialOf({ id: String(n + 1), recipientName: `Ada ${n}`, grade: n % 2 === 0 ? 'A' : null }),
);
const LINES = linesOf(PEOPLE, ['credential-id', 'recipient-name', 'grade']);
const [HEAD = '', OTHERS] = [LINES.at(-1), LINES.slice(0, -1)];
const replaced = (from: string | RegExp, to: string) => LINES.map((line) => line.replace(from, to));

describe('a record', () => {
  test('has lines that Excel can hold, and no value', () => {
    expect(LINES.length).toBeGreaterThan(4);
    expect(LINES.every((line) => line.length <= 32_767 && isBaseLine(line))).toBe(true);
    expect(LINES.join()).not.toMatch(/Ada|example\.org/);
  });

  test('knows what was exported of whom, and nothing else', () => {
    const base = readBaseLines(LINES);
    expect(base?.origin).toEqual(ORIGIN);
    expect(base?.credentials).toBe(700);
    const name = base?.cellOf(credentialId('700'), 'recipient-name');
    expect([name?.is('Ada 699'), name?.is('Ada 698'), name?.is('')]).toEqual([true, false, false]);
    const none = base?.cellOf(credentialId('2'), 'grade');
    expect([none?.is(''), none?.is('A')]).toEqual([true, false]);
    expect(base?.cellOf(credentialId('701'), 'grade')).toBeNull();
    expect(base?.cellOf(credentialId('1'), 'recipient-email')).toBeNull();
  });

  test.each<[string, readonly string[]]>([
    ['turned around', LINES.toReversed()],
    ['sorted', LINES.toSorted()],
    ['with spaces around each line', LINES.map((line) => ` ${line} `)],
    ['with a line twice', [...LINES, LINES[1] ?? '']],
  ])('is the same %s', (_, lines) => {
    expect(readBaseLines(lines)?.credentials).toBe(700);
  });

  test.each<[string, readonly string[]]>([
    ['without lines', []],
    ['without its head', OTHERS],
    ['of its head alone', [HEAD]],
    ['without a column', LINES.slice(1)],
    ['without a part', LINES.filter((line) => !line.startsWith('uc-part 1 '))],
    ['with a sign of a digest changed', replaced(/^(uc-part 0 .{20})./, '$1~')],
    ['with a part cut off', replaced(/^(uc-part 1 .{50}).*$/s, '$1')],
    ['with another header', replaced('Grade', 'Note')],
    ['with another attribute', replaced('"grade"', '"recipient-email"')],
    ['of another group', replaced('"groupId":"7"', '"groupId":"8"')],
    ['of another time', replaced('2026-06-01', '2026-05-01')],
    ['with another key', replaced(/"key":"./, '"key":"f')],
    ['without a key', replaced(/"key":"[^"]*"/, '"key":""')],
    ['whose head is cut off', replaced(/^(uc-base .{40}).*$/s, '$1')],
    ['of a later version', replaced('uc-base 1 ', 'uc-base 2 ')],
    ['with a kind of line that there is not yet', [...LINES, 'uc-rows 0 x']],
    ['of two heads', [...LINES, HEAD.replace('2026-06-01', '2026-06-02')]],
    ['whose head is no object', [...OTHERS, 'uc-base 1 7']],
    ['whose head is a list', [...OTHERS, 'uc-base 1 []']],
    ['that is prose', ['uc-base is missing']],
  ])('%s is none', (_, lines) => {
    expect(readBaseLines(lines)).toBeNull();
  });
});
