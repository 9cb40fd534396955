import { describe, expect, it } from 'vitest';
import { readMappingFile, writeMappingFile } from '../../../../lib/assign/mapping/mapping-file';
import type { SavedMapping } from '../../../../lib/assign/mapping/saved-mapping';
import type { Day } from '../../../../lib/credential/day';
import { ok } from '../../../../lib/result';

const ASSIGNMENT: SavedMapping = {
  day: '2026-03-03' as Day,
  key: 'recipient-email',
  joins: [{ first: 'Vorname', second: 'Name' }],
  columns: [
    { name: 'E-mail', attribute: 'recipient-email', dateFormat: null, blank: 'keep', write: 'always' },
    {
      name: '__proto__',
      attribute: 'expiry-date',
      dateFormat: 'day-month-year',
      blank: 'clear',
      write: 'always',
    },
    {
      name: 'Nom',
      attribute: 'recipient-name',
      dateFormat: null,
      blank: 'keep',
      write: 'always',
      tidy: 'title',
    },
    { name: 'Größe "L"', attribute: null, dateFormat: null, blank: 'keep', write: 'always' },
  ],
};

describe('a mapping file', () => {
  it('is read as it was written', async () => {
    expect(await readMappingFile(new Blob([writeMappingFile(ASSIGNMENT)]))).toEqual(ok(ASSIGNMENT));
  });

  it.each<Pick<SavedMapping, 'key' | 'alsoBy'>>([
    { key: null },
    { key: 'custom:Member No' },
    { key: 'recipient-email', alsoBy: 'credential-name' },
  ])('keeps the key $key $alsoBy', async (key) => {
    const whole = { ...ASSIGNMENT, ...key };
    expect(await readMappingFile(new Blob([writeMappingFile(whole)]))).toEqual(ok(whole));
  });

  const written = JSON.parse(writeMappingFile(ASSIGNMENT)) as Record<string, unknown>;
  const [first] = written['columns'] as readonly object[];
  it.each<[string, unknown]>([
    ['no JSON', 'Name;Mark'],
    ['empty', ''],
    ['a list', []],
    ['null', null],
    ['another program’s JSON', { columns: [] }],
    ['a later version', { ...written, version: 2 }],
    ['a key that cannot be one', { ...written, key: 'published' }],
    ['half a key that cannot be one', { ...written, alsoBy: 'group-id' }],
    ['an invalid day', { ...written, day: '2026-02-31' }],
    ['columns that are no list', { ...written, columns: { length: 1 } }],
    ['joins that are no list', { ...written, joins: 2 }],
    ['half a join', { ...written, joins: [{ first: 'Vorname' }] }],
    ['a column without a header', { ...written, columns: [{ ...first, header: 7 }] }],
    ['a column that is null', { ...written, columns: [null] }],
    ['an attribute that is no string', { ...written, columns: [{ ...first, attribute: {} }] }],
    ['an unknown date format', { ...written, columns: [{ ...first, dateFormat: 'ymd' }] }],
    ['an unknown transform', { ...written, columns: [{ ...first, tidy: 'camel' }] }],
    ['an unknown blank rule', { ...written, columns: [{ ...first, blank: 'delete' }] }],
  ])('that is %s is refused', async (_, content) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(await readMappingFile(new Blob([text]))).toEqual({
      ok: false,
      problem: { code: 'not-an-assignment-file' },
    });
  });
});
