import { describe, expect, test } from 'vitest';
import { makePlan } from '../../../../lib/review/plan/make-plan';
import { trialOf } from '../../../../lib/review/plan/trial';
import { decide } from '../../../../lib/review/reviewed';
import { FINDING_CODES, isAlarm, isWarning } from '../../../../lib/review/terms/finding-codes';
import { summarise } from '../../../../lib/review/view/summarise';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf, type WrittenReview } from '../../../fakes/review';

const NAMES = ['Ada King', 'Bela Nagy', 'Cem Kaya', 'Dora Vogel', 'Emil Berg', 'Fay Moss', 'Gus Hall'];
const credentials = NAMES.map((recipientName, at) =>
  credentialOf({
    id: String(at + 1),
    recipientName,
    recipientEmail: `person${at + 1}@example.com`,
    grade: 'B',
    expiredOn: '2028-01-15',
  }),
);

/** Rows of [id, name, e-mail, grade, expiry]; "" keeps the present value. */
function trialOfRows(rows: WrittenReview['rows'], leftOut: readonly number[] = []) {
  const columns = ['credential-id', 'recipient-name', 'recipient-email', 'grade', 'expiry-date'] as const;
  let reviewed = reviewedOf({ columns, rows, credentials });
  if (leftOut.length > 0) reviewed = decide(reviewed, { kind: 'exclude', rows: leftOut, excluded: true });
  for (const code of FINDING_CODES.filter(isWarning))
    reviewed = decide(reviewed, { kind: 'confirm', code, confirmed: true });
  const { groups } = summarise(reviewed.review, reviewed.decisions);
  for (const { code, count } of groups)
    if (isAlarm(code)) reviewed = decide(reviewed, { kind: 'overrule', code, rows: count });
  const plan = makePlan(reviewed.review, reviewed.decisions);
  if (!plan.ok) throw new Error(plan.problem.map(({ code }) => code).join());
  return { trial: trialOf(reviewed.review, plan.value.changes), changes: plan.value.changes };
}

const grade = (id: number, to = 'A') => [String(id), '', '', to, ''];
const rowsOf = (rows: WrittenReview['rows']) => trialOfRows(rows).trial?.rows.map(({ row }) => row);

describe('the rows of a trial', () => {
  test.each<[string, WrittenReview['rows'], readonly number[]]>([
    ['all alike: the first three', [1, 2, 3, 4, 5].map((id) => grade(id)), [2, 3, 4]],
    [
      'the one that changes the most, and two more of the usual',
      [grade(1), grade(2), grade(3), ['4', 'Dora Vogt', 'dora@other.example', 'A', '2029-01-15']],
      [2, 3, 5],
    ],
    [
      'one of each attribute, in the order of the sheet',
      [grade(1), grade(2), ['3', '', '', '', '2029-01-15'], grade(4), ['5', 'Emil Bergh', '', '', '']],
      [2, 4, 6],
    ],
    [
      'two ways in which one attribute changes',
      [grade(1), grade(2), grade(3, 'b'), grade(4), grade(5)],
      [2, 3, 4],
    ],
    [
      'a value that a warning is about stands for another kind than one without',
      [1, 2, 3, 4]
        .map((id) => [String(id), '', '', '', '2029-01-15'])
        .concat([['5', '', '', '', '2150-01-15']]),
      [2, 3, 6],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(rowsOf(rows)).toEqual(expected);
  });

  test.each([1, 2, 3])('there is none for a plan of %i rows', (count) => {
    expect(trialOfRows([1, 2, 3].slice(0, count).map((id) => grade(id))).trial).toBeNull();
  });

  test('says what each row shows that the rows before it do not', () => {
    const { trial } = trialOfRows([
      grade(1),
      ['2', '', 'bela@other.example', 'A', ''],
      grade(3),
      ['4', 'Dora Winter', '', 'A', ''],
    ]);
    expect(trial?.rows.map(({ row, attributes, codes }) => [row, attributes, codes])).toEqual([
      [2, ['grade'], expect.any(Array)],
      [3, ['recipient-email'], expect.arrayContaining(['email-change'])],
      [5, ['recipient-name'], expect.arrayContaining(['name-change'])],
    ]);
  });

  test('a row that is left out is never tried', () => {
    const rich = ['4', 'Dora Vogt', 'dora@other.example', 'A', '2029-01-15'];
    const rows = [grade(1), grade(2), grade(3), rich, grade(5)];
    expect(trialOfRows(rows, [5]).trial?.rows.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  test('the changes are the same ones, with those of the trial in front', () => {
    const { trial, changes } = trialOfRows([
      grade(1),
      grade(2),
      grade(3),
      grade(4),
      ['5', 'Emil Bergh', 'emil@other.example', 'A', ''],
    ]);
    expect(trial?.changes.map(({ row }) => row)).toEqual([2, 3, 6, 4, 5]);
    expect(trial?.changes.toSorted((a, b) => a.row - b.row)).toEqual(changes);
  });
});
