import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../../../lib/assign/choice/value-rule';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { chosenCredentials, type DownloadChoice } from '../../../../lib/report/template/chosen-credentials';
import { credentialOf } from '../../../fakes/credential';

const UUID = '3f0c2b1e-8a54-4c1d-9c6e-0f1a2b3c4d5e';
const GROUP = [
  credentialOf({ id: '1', grade: '90', licenseId: '7', custom: { Hours: '30' } }),
  credentialOf({ id: '2', grade: '80%', uuid: UUID, expiredOn: null, custom: { Hours: 'thirty' } }),
  credentialOf({ id: '3', grade: null, recipientEmail: 'ada@x.org', licenseId: '8' }),
  credentialOf({ id: '7', grade: 'Pass', recipientEmail: 'ada@x.org', expiredOn: '2025-06-30' }),
];

const chosen = (choice: DownloadChoice) => {
  const { credentials, ...rest } = chosenCredentials(GROUP, choice);
  return { ids: credentials.map(({ id }) => String(id)), ...rest };
};

test('all are the group, in its order', () => {
  expect(chosen({ kind: 'all' })).toEqual({ ids: ['1', '2', '3', '7'], missing: [], unreadable: 0 });
});

describe('a list', () => {
  test.each<[what: string, keys: readonly string[], ids: readonly string[], missing: readonly string[]]>([
    ['ids, in the order of the group', ['3', '1'], ['1', '3'], []],
    ['one that nobody has', ['1', '99'], ['1'], ['99']],
    ['none that anybody has', ['98', '99'], [], ['98', '99']],
    ['an e-mail is of everybody who has it', ['ada@x.org'], ['3', '7'], []],
    ['an e-mail in capitals', ['ADA@X.ORG', 'p1@example.org'], ['1', '3', '7'], []],
    ['a full-width id', ['\uFF13'], ['3'], []],
    ['a UUID in capitals', [UUID.toUpperCase()], ['2'], []],
    ['licences where they find more than ids', ['7', '8'], ['1', '3'], []],
    ['an id that is also a licence', ['7'], ['7'], []],
    ['one kind of id only', ['8', '2', '1'], ['1', '2'], ['8']],
    ['an id is no part of another one', ['0'], [], ['0']],
  ])('%s', (_, keys, ids, missing) => {
    expect(chosen({ kind: 'keys', keys })).toEqual({ ids, missing, unreadable: 0 });
  });
});

describe('a condition', () => {
  test.each<[of: AttributeId, is: Comparison, than: string, ids: readonly string[], unreadable: number]>([
    ['grade', 'at-least', '85', ['1'], 1],
    ['grade', 'is', 'pass', ['7'], 0],
    ['grade', 'blank', '', ['3'], 0],
    ['grade', 'filled', '', ['1', '2', '7'], 0],
    ['expiry-date', 'at-most', '2026-01-01', ['7'], 0],
    ['expiry-date', 'blank', '', ['2'], 0],
    ['custom:Hours', 'at-least', '30', ['1'], 1],
    ['custom:Hours', 'is-not', '30', [], 1],
    ['published', 'is', 'yes', ['1', '2', '3', '7'], 0],
    ['recipient-email', 'is', 'ADA@x.org', ['3', '7'], 0],
    ['grade', 'is', 'Distinction', [], 0],
  ])('%s %s %s', (of, is, than, ids, unreadable) => {
    const found = chosen({ kind: 'where', condition: { of, is, than } });
    expect(found).toEqual({ ids, missing: [], unreadable });
  });
});
