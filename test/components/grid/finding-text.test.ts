import { beforeEach, describe, expect, test } from 'vitest';
import { findingMark, findingText } from '../../../components/grid/finding-text';
import { credentialId, groupId } from '../../../lib/credential/ids';
import type {
  AlarmCode,
  ErrorCode,
  Finding,
  FindingFacts,
  WarningCode,
} from '../../../lib/review/terms/finding';
import { alarmAt, errorAt, warningAt } from '../../../lib/review/terms/finding-at';
import { isWhole, speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

/** Facts of each kind of finding, in the ways that its rule gives them. */
type FactsOf<Code extends keyof FindingFacts> = { readonly [C in Code]: readonly FindingFacts[C][] };

const TEXT = { text: 'the cell' };
const UNCERTAIN = { ...TEXT, suggestion: null };
const RECODED = {
  ...TEXT,
  suggestion: 'Erdoğan',
  recoding: { was: 'windows-1254', read: 'windows-1252' },
} as const;
const ids = (count: number) => Array.from({ length: count }, (_, at) => credentialId(at + 1));

const ERRORS: FactsOf<ErrorCode> = {
  'new-address': [
    { ...TEXT, credential: credentialId(1), name: 'Ada King', present: 'ada@old.org' },
    { ...TEXT, credential: credentialId(1), name: 'Ada King', present: null },
  ],
  'key-spelling': [{ ...TEXT, suggestion: '00123' }],
  'no-match': [
    { ...TEXT, suggestion: null },
    { ...TEXT, suggestion: 'jane@x.org' },
  ],
  'other-group': [
    { ...TEXT, groupId: groupId('8'), groupName: null },
    { ...TEXT, groupId: groupId('8'), groupName: 'Advanced' },
  ],
  'several-match': [{ ...TEXT, credentials: ids(2), count: 2 }],
  repeated: [{ rows: [5], count: 2 }],
  'key-missing': [null],
  'key-disagrees': [TEXT],
  'bad-date': [UNCERTAIN],
  'expiry-before-issue': [null],
  'bad-email': [UNCERTAIN],
  'email-taken': [
    { ...TEXT, credentials: ids(1), rows: [] },
    { ...TEXT, credentials: [], rows: [5] },
  ],
  'bad-link': [UNCERTAIN],
  'bad-phone': [UNCERTAIN],
  'bad-flag': [UNCERTAIN],
  'damaged-text': [UNCERTAIN, { ...TEXT, suggestion: 'José' }, RECODED],
  'hidden-sign': [UNCERTAIN],
  'code-in-name': [UNCERTAIN, { ...TEXT, suggestion: "O'Brien" }],
  'formula-error': [UNCERTAIN],
  'damaged-id': [UNCERTAIN],
  'damaged-number': [UNCERTAIN],
  'wide-row': [{ count: 1 }, { count: 2 }],
};
const WARNINGS: FactsOf<WarningCode> = {
  'name-change': [
    ...(['spelling', 'order', 'typo', 'surname', 'another-person'] as const).map((nameClass) => ({
      nameClass,
    })),
    { nameClass: null },
  ],
  'email-change': [
    { emailClass: 'local-part' },
    { emailClass: 'domain' },
    { emailClass: 'look-alike', suggestion: 'gmail.com' },
    { emailClass: 'look-alike', suggestion: null },
  ],
  'days-off-by-a-day': [null],
  'days-exchanged': [null],
  'future-issue': [null],
  'unlikely-date': [null],
  'value-cleared': [null],
  placeholder: [null],
  'odd-name': [{ suggestion: null }],
  'code-in-text': [{ suggestion: 'R&D' }],
  'converted-value': [{ suggestion: null }],
  'invisible-sign': [{ suggestion: 'AnnaKing' }],
  'formatting-lost': [{ formatting: ['links'] }, { formatting: ['bold', 'lists', 'colours'] }],
  renewal: [null],
  'expiry-outside-year': [null],
  'expiry-past': [null],
  published: [null],
  unpublished: [null],
  'evidence-added': [null],
  'changed-since-download': [null],
  'many-changes': [{ count: 40 }],
};
const ALARMS: FactsOf<AlarmCode> = {
  'names-shifted': [
    { rows: [], count: 40 },
    { rows: [3], count: 40 },
  ],
  'emails-shifted': [{ rows: [3, 4], count: 40 }],
  'people-swapped': [{ rows: [3], count: 2 }],
  'days-from-1904': [null],
  'names-copied': [
    { rows: [], count: 2 },
    { rows: [3], count: 2 },
  ],
  'other-people': [{ ...TEXT, count: 5 }],
};

/**
 * A finding of each kind with each of its facts. The table has the facts of the code, which the
 * compiler loses in a loop.
 */
const all: readonly Finding[] = [
  ...Object.entries(ERRORS).flatMap(([code, facts]) =>
    facts.map((its) => errorAt(2, code as ErrorCode, null, its) as Finding),
  ),
  ...Object.entries(WARNINGS).flatMap(([code, facts]) =>
    facts.map((its) => warningAt(2, code as WarningCode, null, its) as Finding),
  ),
  ...Object.entries(ALARMS).flatMap(([code, facts]) =>
    facts.map((its) => alarmAt(2, code as AlarmCode, 'recipient-name', its) as Finding),
  ),
];
const named = (findings: readonly Finding[]) =>
  findings.map((finding) => [finding.code, JSON.stringify(finding.facts), finding] as const);

describe('each finding', () => {
  test.each(named(all))('%s %s has a whole sentence', (_code, _facts, finding) => {
    expect(findingText(finding)).toSatisfy(isWhole);
    const mark = findingMark(finding);
    if (mark !== null) expect(mark).toSatisfy(isWhole);
  });

  test('names the cell that it is about', () => {
    const withText = all.filter(
      ({ code, facts }) => facts !== null && 'text' in facts && code !== 'other-group',
    );
    expect(withText.length).toBeGreaterThan(10);
    expect(withText.filter((finding) => !findingText(finding).includes('the cell'))).toEqual([]);
  });
});

/**
 * An admin who reads what is wrong reads what to do about it as well (docs/architecture.md,
 * Errors).
 */
test.each(named(all.filter(({ severity }) => severity === 'error')))(
  'the error %s %s says what to do',
  (_code, _facts, finding) => {
    expect(findingText(finding)).toMatch(
      /\b(correct|check|choose|fill in|keep one|leave|match by|mend|save|update it|format)\b/i,
    );
  },
);

const taken = (...rows: number[]) => ({ text: 'a@b.org', credentials: [], rows });

/** [finding, sentence] */
test.each<[Finding, string]>([
  [
    errorAt(2, 'no-match', null, { text: 'jane@gmial.com', suggestion: 'jane@gmail.com' }),
    'Did you mean “jane@gmail.com”? No credential of this group has “jane@gmial.com”. Correct the key, or leave the row out.',
  ],
  [
    errorAt(2, 'other-group', null, { text: '8', groupId: groupId('8'), groupName: 'Advanced' }),
    'It is in another group: Advanced. Update it there.',
  ],
  [
    errorAt(2, 'repeated', null, { rows: [9, 1], count: 3 }),
    'The same credential is in rows 1, 2, and 9 with other values. Keep one of them.',
  ],
  [
    errorAt(2, 'repeated', null, { rows: [3, 4, 5, 6, 7, 8], count: 7 }),
    'The same credential is in rows 2, 3, 4, 5, 6, and … with other values. Keep one of them.',
  ],
  [
    errorAt(2, 'several-match', null, { text: 'a@b.org', credentials: ids(20), count: 10_000 }),
    '10,000 credentials have “a@b.org”. Match by an id instead.',
  ],
  [
    errorAt(2, 'email-taken', 'recipient-email', taken(3)),
    'Rows 2 and 3 would all get “a@b.org”. Keep it in one of them, and correct or leave out the others.',
  ],
])('%j', (finding, expected) => {
  expect(findingText(finding)).toBe(expected);
});

test('lists are written as the messages are, not as the computer is set', () => {
  speakEnglish('de');
  expect(findingText(errorAt(2, 'email-taken', 'recipient-email', taken(3)))).toContain('Rows 2 und 3');
});

const EMAIL = 'recipient-email';

/** [finding, its mark in the cell] */
test.each<[Finding, string | null]>([
  [warningAt(2, 'name-change', 'recipient-name', { nameClass: 'another-person' }), 'another person'],
  [warningAt(2, 'name-change', 'recipient-name', { nameClass: null }), null],
  [
    warningAt(2, 'email-change', EMAIL, { emailClass: 'look-alike', suggestion: 'gmail.com' }),
    'looks like gmail.com',
  ],
  [warningAt(2, 'email-change', EMAIL, { emailClass: 'look-alike', suggestion: null }), 'new owner'],
  // A later day, or none any more.
  [warningAt(2, 'expiry-outside-year', 'expiry-date', null), 'may cost a credit'],
  [warningAt(2, 'value-cleared', 'grade', null), null],
  [warningAt(2, 'changed-since-download', 'grade', null), 'changed since download'],
  [warningAt(2, 'changed-since-download', 'grade', { exported: 'Pass' }), 'changed since, was Pass'],
  [warningAt(2, 'changed-since-download', 'grade', { exported: null }), 'changed since, was none'],
  [
    warningAt(2, 'changed-since-download', 'expiry-date', { exported: '2027-05-14' }),
    'changed since, was May 14, 2027',
  ],
  [warningAt(2, 'many-changes', 'grade', { count: 40 }), null],
  [warningAt(2, 'formatting-lost', 'description', { formatting: ['links', 'bold'] }), 'loses links and bold'],
  [warningAt(2, 'converted-value', 'grade', { suggestion: null }), 'converted?'],
  [errorAt(2, 'bad-date', 'expiry-date', UNCERTAIN), 'Date not readable'],
])('%j is marked %s', (finding, expected) => {
  expect(findingMark(finding)).toBe(expected);
});
