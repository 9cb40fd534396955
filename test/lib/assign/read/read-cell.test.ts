import { expect, test } from 'vitest';
import { readCell } from '../../../../lib/assign/read/read-cell';
import { readEmail } from '../../../../lib/assign/read/read-email';
import { readLink } from '../../../../lib/assign/read/read-link';
import { readPublicUrl } from '../../../../lib/assign/read/read-public-url';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { attributesOf } from '../../../../lib/credential/attributes';
import { cellOf, dayCell, type WrittenCell } from '../../../fakes/table';

const attributes = attributesOf([]);
const value = (of: string | boolean | null) => ({ kind: 'value', value: of });
const bad = (code: string, text: string) => ({ kind: 'unreadable', code, text });

/** Number of a workbook that counts days from 1904. */
const DAYS_SINCE_1904 = { kind: 'number', damaged: false, since1904: true } as const;

test.each<[AttributeId, WrittenCell, object]>([
  ['recipient-name', ' Ada\u00A0Lovelace ', value('Ada Lovelace')],
  ['recipient-name', 'Jose\u0301', value('José')],
  ['grade', '5.0', value('5.0')],
  ['grade', { kind: 'number', text: '85%', value: 0.85, damaged: false }, value('85%')],
  ['grade', { kind: 'number', text: '4.0', value: 4, damaged: false }, value('4.0')],
  ['grade', { kind: 'number', text: ' 4.50 ', value: 4.5, damaged: false }, value('4.50')],
  ['grade', { kind: 'number', text: '1.234,00', value: 1234, damaged: false }, value('1.234,00')],
  ['grade', { kind: 'number', text: '1,234', value: 1234, damaged: false }, value('1,234')],
  [
    'grade',
    { kind: 'number', text: '1.23457E+12', value: 1234567890123, damaged: false },
    value('1234567890123'),
  ],
  ['license-id', { kind: 'number', text: '1001.00', value: 1001, damaged: false }, value('1001')],
  ['grade', 'A\u200E', value('A')],
  ['recipient-name', '\u202AJane\u202C', value('Jane')],
  ['recipient-email', '\u200Ejane@example.org', value('jane@example.org')],
  ['license-id', { kind: 'number', text: '00123', value: 123, damaged: false }, value('00123')],
  ['license-id', { kind: 'number', text: '1,234', value: 1234, damaged: false }, value('1234')],
  [
    'license-id',
    { kind: 'number', text: '1.23457E+17', value: 123456789012345680, damaged: true },
    bad('damaged-id', '1.23457E+17'),
  ],
  ['grade', '1.23E+15', bad('damaged-number', '1.23E+15')],
  [
    'grade',
    { kind: 'number', text: '1.23457E+17', value: 123456789012345680, damaged: true },
    bad('damaged-number', '1.23457E+17'),
  ],
  ['issue-date', dayCell('2024-02-29', '29-Feb'), value('2024-02-29')],
  ['issue-date', { kind: 'number', text: '44956', value: 44_956, damaged: false }, value('2023-01-30')],
  ['issue-date', { ...DAYS_SINCE_1904, text: '44956', value: 44_956 }, value('2027-01-31')],
  ['issue-date', { ...DAYS_SINCE_1904, text: '20270131', value: 20_270_131 }, value('2027-01-31')],
  ['issue-date', { ...DAYS_SINCE_1904, text: '73415', value: 73_415 }, bad('bad-date', '73415')],
  ['issue-date', '03/04/2024', value('2024-04-03')],
  ['issue-date', '31/04/2024', bad('bad-date', '31/04/2024')],
  ['published', true, value(true)],
  ['published', 'Nein', value(false)],
  ['published', 'checked', value(true)],
  ['recipient-email', "'ada@example.org", value('ada@example.org')],
  ['recipient-name', "'t Hooft", value("'t Hooft")],
  ['published', 1, value(true)],
  ['published', 2, bad('bad-flag', '2')],
  ['published', 'private', bad('bad-flag', 'private')],
  ['private', 'private', value(true)],
  ['grade', ' \u00A0\u200B', { kind: 'clear' }],
  ['grade', '\u00AD', { kind: 'clear' }],
  ['grade', '\u200C \u200D\u034F', { kind: 'clear' }],
  ['grade', '\u2800', { kind: 'clear' }],
  ['recipient-name', '\u3164', { kind: 'keep' }],
  ['recipient-name', 'Garc\u00C3\u00AD', bad('damaged-text', 'Garc\u00C3\u00AD')],
  ['recipient-name', 'علی\u200Cرضا', value('علی\u200Cرضا')],
  ['recipient-name', null, { kind: 'keep' }],
  ['grade', { kind: 'error', text: '#REF!' }, bad('formula-error', '#REF!')],
])('%s reads %j', (id, written, expected) => {
  const attribute = attributes.find((each) => each.id === id)!;
  expect(readCell(cellOf(written), attribute, { dateFormat: 'day-month-year', blank: 'clear' })).toEqual(
    expected,
  );
});

test('without a decided order, reads only dates that need none', () => {
  const attribute = attributes.find(({ id }) => id === 'issue-date')!;
  const read = (text: string) => readCell(cellOf(text), attribute, { dateFormat: null, blank: 'keep' });
  expect(read('2024-02-01')).toEqual(value('2024-02-01'));
  expect(read('01/02/2024')).toEqual(bad('bad-date', '01/02/2024'));
});

test.each([
  ['ada@example.org', true],
  ["o'neill+tag@mail.example.co.uk", true],
  ['jürgen@müller.example', true],
  ['ada@xn--mller-kva.example', true],
  ['用户@例子.公司', true],
  ['ada@example', false],
  ['ada@@example.org', false],
  ['ada@example..org', false],
  ['.ada@example.org', false],
  ['ada@-example.org', false],
  ['ada@example.org.', false],
  ['ada@127.0.0.1', false],
  ['Ada <ada@example.org>', false],
  ['ada@example.org, bob@example.org', false],
  ['ada lovelace@example.org', false],
])('e-mail %s: %s', (text, isGood) => {
  expect(readEmail(text)).toBe(isGood ? text : null);
});

test.each([
  ['https://example.org/a?b#c', true],
  ['HTTP://EXAMPLE.ORG', true],
  ['www.example.org', false],
  ['ftp://example.org/x', false],
  ['javascript:alert(1)', false],
  ['https://user:pass@example.org', false],
  ['https://example.org/a b', false],
  ['https://localhost/x', false],
  ['https:/example.org', false],
])('link %s: %s', (text, isGood) => {
  expect(readLink(text)).toBe(isGood ? text : null);
});

test.each([
  ['https://www.credential.net/abc123', 'abc123'],
  ['https://www.credential.net/abc123/?key=9#gs.x', 'abc123'],
  ['www.credential.net/embed/abc123', 'abc123'],
  [
    'https://credentials.example.edu/3FA85F64-5717-4562-b3fc-2c963f66afa6/',
    '3FA85F64-5717-4562-b3fc-2c963f66afa6',
  ],
  ['abc123', 'abc123'],
])('public URL %s', (text, expected) => {
  expect(readPublicUrl(text)).toBe(expected);
});
