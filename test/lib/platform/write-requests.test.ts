import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import { freshlyRead, requestsOf, type WriteGiven, type WrittenField } from '../../fakes/write-requests';

const PUT = 'PUT /v1/credentials/501';

describe('the PUT of a credential', () => {
  test.each<[string, WrittenField, unknown]>([
    ['a name', ['recipient-name', 'Ada'], { recipient: { name: 'Ada' } }],
    ['an e-mail', ['recipient-email', 'a@b.test'], { recipient: { email: 'a@b.test' } }],
    ['a phone number', ['recipient-phone', '+44 1'], { recipient: { phone_number: '+44 1' } }],
    ['an issue date', ['issue-date', '2026-01-31'], { issued_on: '2026-01-31' }],
    ['an expiry date', ['expiry-date', '2026-01-31'], { expired_on: '2026-01-31' }],
    ['a grade', ['grade', 'A'], { grade: 'A' }],
    ["the credential's name", ['credential-name', 'Welder'], { name: 'Welder' }],
    ['a description', ['description', 'Course'], { description: 'Course' }],
    ['published', ['published', true], { approve: true }],
    ['not published: no is a value', ['published', false], { approve: false }],
    ['private', ['private', true], { private: true }],
    ['a custom attribute', ['custom:Place', 'York'], { custom_attributes: { Place: 'York' } }],
    ['the empty text: it is a value', ['grade', ''], { grade: '' }],
  ])('has %s and nothing else', (_name, field, credential) => {
    expect(requestsOf({ write: [field] })).toEqual([[PUT, { credential }, [field[0]]]]);
  });

  test.each<[string, WriteGiven, unknown]>([
    [
      'several fields of both places',
      {
        write: [
          ['recipient-name', 'Ada'],
          ['grade', 'A'],
          ['recipient-email', 'a@b.test'],
        ],
      },
      { recipient: { name: 'Ada', email: 'a@b.test' }, grade: 'A' },
    ],
    [
      'two custom attributes in one map, with those that stay',
      {
        write: [
          ['custom:Place', 'York'],
          ['custom:Hours', '8'],
        ],
        current: freshlyRead({ Place: 'Leeds', Score: 7, Seen: null }),
      },
      { custom_attributes: { Place: 'York', Hours: '8', Score: 7, Seen: null } },
    ],
    [
      'a custom attribute that has the name of a field',
      { write: [['custom:grade', 'B']] },
      { custom_attributes: { grade: 'B' } },
    ],
    [
      'no custom attributes where none changes',
      { write: [['grade', 'A']], current: freshlyRead({ Place: 'Leeds' }) },
      { grade: 'A' },
    ],
    ['null for what is cleared', { write: [['grade', null]] }, { grade: null }],
    ['"" for what is cleared the other way', { write: [['grade', null]], clearedAs: '' }, { grade: '' }],
    [
      'a cleared custom attribute',
      { write: [['custom:Place', null]], current: freshlyRead({ Place: 'Leeds' }) },
      { custom_attributes: { Place: null } },
    ],
    ['a value, whatever stands for cleared', { write: [['grade', 'A']], clearedAs: '' }, { grade: 'A' }],
    [
      'what was not read, where it does not matter',
      { write: [['grade', 'A']], current: null },
      { grade: 'A' },
    ],
  ])('has %s', (_name, given, credential) => {
    expect(requestsOf(given)).toEqual([[PUT, { credential }, given.write.map(([attribute]) => attribute)]]);
  });

  test('keeps a custom attribute of any name, and does not change what was read', () => {
    const current = freshlyRead(JSON.parse('{ "constructor": "x" }') as Record<string, unknown>);
    const [[, body] = []] = requestsOf({ write: [['custom:__proto__', 'y']], current });
    expect(JSON.stringify(body)).toBe(
      '{"credential":{"custom_attributes":{"constructor":"x","__proto__":"y"}}}',
    );
    expect(JSON.stringify(current.custom)).toBe('{"constructor":"x"}');
  });

  test.each<AttributeId>([
    'credential-id',
    'uuid',
    'license-id',
    'recipient-id',
    'present-email',
    'group-id',
  ])('never has %s', (attribute) => {
    expect(() => requestsOf({ write: [[attribute, '1']] })).toThrow(`${attribute} is not written`);
  });

  test.each<AttributeId>(['custom:Place', 'evidence-url-1'])(
    'is not made for %s without a reading',
    (attribute) => {
      expect(() => requestsOf({ write: [[attribute, 'x']], current: null })).toThrow('was not read');
    },
  );
});
