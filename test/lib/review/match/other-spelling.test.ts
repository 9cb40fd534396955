import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { IN_PART } from '../../../../lib/review/group/coverage';
import { createGroup } from '../../../../lib/review/group/group';
import { reportKeys } from '../../../../lib/review/match/key-report';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import { credentialOf } from '../../../fakes/credential';
import { describeAll, reviewInputOf, type WrittenReview } from '../../../fakes/review';

/* docs/product.md 2.3: keys that miss by how they are written, offered once for the column. */

const GROUP = [
  credentialOf({ id: '100001', licenseId: '00123', recipientEmail: 'ada@example.org', grade: 'A' }),
  credentialOf({ id: '100002', licenseId: '00124', recipientEmail: 'bo@example.org', grade: 'A' }),
  credentialOf({ id: '100003', licenseId: 'AB-7', recipientEmail: 'cy@example.org', grade: 'A' }),
  credentialOf({ id: '100004', licenseId: 'X-9', recipientEmail: 'di@example.org', grade: 'A' }),
  credentialOf({ id: '100005', licenseId: 'x 9', recipientEmail: 'office@example.org', grade: 'A' }),
  credentialOf({ id: '100006', licenseId: null, recipientEmail: 'office@example.org', grade: 'A' }),
];
const sheet = (key: AttributeId, ...keys: readonly (string | number | null)[]): WrittenReview => ({
  columns: [key, 'grade'],
  rows: keys.map((text) => [text, 'B']),
  credentials: GROUP,
});

function inputOf(written: WrittenReview, isOn: boolean) {
  const input = reviewInputOf(written);
  return { ...input, assignment: { ...input.assignment, ...(isOn && { anySpelling: true as const }) } };
}

function reportOf(written: WrittenReview, isOn = false, coverage?: typeof IN_PART) {
  const { table, assignment, attributes, group } = inputOf(written, isOn);
  const known = coverage === undefined ? group : createGroup(group.all, coverage);
  const [report] = reportKeys(table, assignment, attributes, known);
  return report;
}

/** Status and credential of each row with something to say. */
const verdicts = (written: WrittenReview) =>
  describeAll(reviewSheet(inputOf(written, true))).map(({ row, status, credential, findings }) =>
    [row, status, credential ?? '', ...findings.map(({ code }) => code)].join(' ').trim(),
  );

describe('the report says how many more rows would match', () => {
  test.each<[string, WrittenReview, number, object | null]>([
    ['zeros in front', sheet('license-id', '123', 124), 0, { rows: 2, text: '123', meant: '00123' }],
    ['some as written', sheet('license-id', '00123', 'ab–7'), 1, { rows: 1, text: 'ab–7', meant: 'AB-7' }],
    ['.0', sheet('credential-id', '100001.0'), 0, { rows: 1, text: '100001.0', meant: '100001' }],
    [
      'mailto:',
      sheet('recipient-email', 'mailto:ada@example.org'),
      0,
      { rows: 1, text: 'mailto:ada@example.org', meant: 'ada@example.org' },
    ],
    ['all as written', sheet('license-id', '00123', 'AB-7'), 2, null],
    ['two that would fit', sheet('license-id', 'X9'), 0, null],
    ['none that would fit', sheet('license-id', '999', 'AB-8'), 0, null],
    ['no key', sheet('license-id', null), 0, null],
  ])('%s', (_name, written, matched, otherSpelling) => {
    expect(reportOf(written)).toMatchObject({ matched, otherSpelling });
  });

  test('and counts them once it is asked for', () => {
    expect(reportOf(sheet('license-id', '00123', '124', '999'), true)).toMatchObject({
      matched: 2,
      several: 0,
      otherSpelling: { rows: 1 },
    });
    expect(reportOf(sheet('recipient-email', 'mailto:office@example.org'), true)).toMatchObject({
      matched: 0,
      several: 1,
    });
  });

  test('not of a group that is read in part, where another one may fit better', () => {
    expect(reportOf(sheet('license-id', '123'), false, IN_PART)).toMatchObject({ otherSpelling: null });
  });

  test('not of a key that is not chosen, nor of two together', () => {
    const both = { ...sheet('license-id', '123'), columns: ['license-id', 'recipient-email'] as const };
    const { table, assignment, attributes, group } = reviewInputOf({ ...both, key: 'recipient-email' });
    expect(reportKeys(table, assignment, attributes, group).map((of) => of.otherSpelling)).toEqual([
      null,
      null,
    ]);
    expect(reportOf({ ...sheet('license-id', '123'), alsoBy: 'grade' })?.otherSpelling ?? null).toBeNull();
  });
});

describe('the review matches them once it is asked for', () => {
  test.each<[string, WrittenReview, readonly string[]]>([
    ['zeros in front', sheet('license-id', '123', 124), ['2 update 100001', '3 update 100002']],
    ['beside one as written', sheet('license-id', '00123', 'ab 7'), ['2 update 100001', '3 update 100003']],
    ['two that would fit: none', sheet('license-id', 'X9'), ['2 not-matched  no-match']],
    ['as written before any other', sheet('license-id', 'x 9'), ['2 update 100005']],
    [
      'an address that two share is asked about',
      sheet('recipient-email', 'mailto:office@example.org'),
      ['2 error  several-match'],
    ],
    ['nobody', sheet('license-id', '999'), ['2 not-matched  no-match']],
    ['no key', sheet('license-id', null), ['2 error  key-missing']],
  ])('%s', (_name, written, expected) => {
    expect(verdicts(written)).toEqual(expected);
  });

  test('two spellings of one key are the same credential twice', () => {
    const twice = {
      ...sheet('license-id', '123', '0123'),
      rows: [
        ['123', 'B'],
        ['0123', 'C'],
      ],
    };
    expect(verdicts(twice)).toEqual(['2 error 100001 repeated', '3 error 100001 repeated']);
  });

  test('not by two attributes together', () => {
    const pair: WrittenReview = {
      columns: ['license-id', 'recipient-email', 'grade'],
      rows: [['123', 'ada@example.org', 'B']],
      credentials: GROUP,
      alsoBy: 'recipient-email',
    };
    expect(verdicts(pair)).toEqual(['2 not-matched  no-match']);
  });
});
