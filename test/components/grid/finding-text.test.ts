import { beforeEach, describe, expect, test } from 'vitest';
import { findingMark, findingText } from '../../../components/grid/finding-text';
import { credentialId, groupId } from '../../../lib/credential/ids';
import type {
  ErrorCode,
  Finding,
  FindingCode,
  FindingFacts,
  WarningCode,
} from '../../../lib/review/terms/finding';
import { isWhole, speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

const TEXT = { text: 'the cell' } satisfies FindingFacts;
const ids = (count: number) => Array.from({ length: count }, (_, at) => credentialId(at + 1));

/** What each rule says with its finding, in the ways that it does. */
const ERRORS: Readonly<Record<ErrorCode, readonly FindingFacts[]>> = {
  'no-match': [TEXT, { ...TEXT, suggestion: 'jane@x.org' }],
  'other-group': [TEXT, { ...TEXT, groupId: groupId('8') }, { groupId: groupId('8'), groupName: 'Advanced' }],
  'several-match': [{ ...TEXT, credentials: ids(2), count: 2 }],
  repeated: [{ rows: [5], count: 2 }],
  'key-missing': [{}],
  'key-disagrees': [TEXT],
  'bad-date': [TEXT],
  'expiry-before-issue': [{}],
  'bad-email': [TEXT],
  'email-taken': [
    { ...TEXT, credentials: ids(1), rows: [] },
    { ...TEXT, rows: [5] },
  ],
  'bad-link': [TEXT],
  'bad-phone': [TEXT],
  'bad-flag': [TEXT],
  'damaged-text': [TEXT],
  'formula-error': [TEXT],
  'damaged-id': [TEXT],
  'damaged-number': [TEXT],
  'wide-row': [{ count: 1 }, { count: 2 }],
};
const WARNINGS: Readonly<Record<WarningCode, readonly FindingFacts[]>> = {
  'name-change': (['spelling', 'order', 'typo', 'surname', 'another-person'] as const).map((nameClass) => ({
    nameClass,
  })),
  'email-change': [
    { emailClass: 'local-part' },
    { emailClass: 'domain' },
    { emailClass: 'look-alike', suggestion: 'gmail.com' },
  ],
  'value-cleared': [{}],
  placeholder: [{}],
  renewal: [{}],
  'expiry-outside-year': [{}],
  'expiry-past': [{}],
  published: [{}],
  unpublished: [{}],
  'evidence-added': [{}],
  'many-changes': [{ count: 40 }],
};
const finding = (code: FindingCode, severity: Finding['severity'], facts: FindingFacts = {}): Finding => ({
  code,
  severity,
  row: 2,
  attribute: null,
  facts,
});
const all = [
  ...Object.entries(ERRORS).flatMap(([code, facts]) =>
    facts.map((of) => finding(code as ErrorCode, 'error', of)),
  ),
  ...Object.entries(WARNINGS).flatMap(([code, facts]) =>
    facts.map((of) => finding(code as WarningCode, 'warning', of)),
  ),
];

describe('each finding', () => {
  test.each(all.map((of) => [of.code, JSON.stringify(of.facts), of] as const))(
    '%s %s has a whole sentence',
    (_code, _facts, of) => {
      expect(findingText(of)).toSatisfy(isWhole);
      const mark = findingMark(of);
      if (mark !== null) expect(mark).toSatisfy(isWhole);
    },
  );

  test('names the cell that it is about', () => {
    const silent = all.filter(({ facts }) => facts.text !== undefined && facts.groupId === undefined);
    expect(silent.filter((of) => !findingText(of).includes('the cell'))).toEqual([]);
  });
});

/** An admin who reads what is wrong reads what to do about it as well (docs/architecture.md, Errors). */
test.each(
  all
    .filter(({ severity }) => severity === 'error')
    .map((of) => [of.code, JSON.stringify(of.facts), of] as const),
)('the error %s %s says what to do', (_code, _facts, of) => {
  expect(findingText(of)).toMatch(
    /\b(correct|check|choose|fill in|keep one|leave|match by|mend|save|update it|format)\b/i,
  );
});

/** [finding, sentence] */
test.each<[Finding, string]>([
  [
    finding('no-match', 'error', { text: 'jane@gmial.com', suggestion: 'jane@gmail.com' }),
    'Did you mean “jane@gmail.com”? No credential of this group has “jane@gmial.com”. Correct the key, or leave the row out.',
  ],
  [
    finding('other-group', 'error', { groupName: 'Advanced' }),
    'It is in another group: Advanced. Update it there.',
  ],
  [
    finding('repeated', 'error', { rows: [9, 1] }),
    'The same credential is in rows 1, 2, and 9 with other values. Keep one of them.',
  ],
  [
    finding('repeated', 'error', { rows: [3, 4, 5, 6, 7, 8], count: 7 }),
    'The same credential is in rows 2, 3, 4, 5, 6, and … with other values. Keep one of them.',
  ],
  [
    finding('several-match', 'error', { text: 'a@b.org', credentials: ids(20), count: 10_000 }),
    '10,000 credentials have “a@b.org”. Match by an id instead.',
  ],
  [
    finding('email-taken', 'error', { text: 'a@b.org', rows: [3] }),
    '“a@b.org” is wanted by rows 2 and 3. Let one of them have it, and correct or leave out the others.',
  ],
])('%j', (of, expected) => {
  expect(findingText(of)).toBe(expected);
});

test('lists are written as the messages are, not as the computer is set', () => {
  speakEnglish('de');
  expect(findingText(finding('email-taken', 'error', { text: 'x', rows: [3] }))).toContain('rows 2 und 3');
});

/** [finding, its mark in the cell] */
test.each<[Finding, string | null]>([
  [finding('name-change', 'warning', { nameClass: 'another-person' }), 'another person'],
  [finding('name-change', 'warning'), null],
  [
    finding('email-change', 'warning', { emailClass: 'look-alike', suggestion: 'gmail.com' }),
    'looks like gmail.com',
  ],
  [finding('email-change', 'warning', { emailClass: 'look-alike' }), 'new owner'],
  // A later day, or none any more.
  [finding('expiry-outside-year', 'warning'), 'may cost a credit'],
  [finding('value-cleared', 'warning'), null],
  [finding('many-changes', 'warning'), null],
  [finding('bad-date', 'error', TEXT), 'Date not readable'],
])('%j is marked %s', (of, expected) => {
  expect(findingMark(of)).toBe(expected);
});
