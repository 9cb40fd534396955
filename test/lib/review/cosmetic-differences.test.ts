import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { CosmeticDifference } from '../../../lib/credential/cosmetic-difference';
import type { Decision } from '../../../lib/review/corrections/decision';
import { makePlan } from '../../../lib/review/plan/make-plan';
import { beginReview, decide, type Reviewed } from '../../../lib/review/reviewed';
import { summarise } from '../../../lib/review/view/summarise';
import { credentialOf, type WrittenCredential } from '../../fakes/credential';
import { describeAll, findingLines, reviewedOf, reviewInputOf, type WrittenReview } from '../../fakes/review';

/*
 * Spaces and the case of e-mails are no change unless the admin wants them to be one
 * (docs/product.md 2.4).
 */

const count = (cosmetic: CosmeticDifference, counted = true): Decision => ({
  kind: 'count-cosmetic',
  cosmetic,
  counted,
});
const writtenOf = (attribute: AttributeId, present: WrittenCredential, cell: string): WrittenReview => ({
  columns: ['credential-id', attribute],
  rows: [['1', cell]],
  credentials: [credentialOf({ id: '1', ...present })],
});
const cosmeticOf = ({ review, decisions }: Reviewed) =>
  summarise(review, decisions).cosmetic.map(({ cosmetic, count: rows, isCounted }) => [
    cosmetic,
    rows,
    isCounted,
  ]);
const fieldsOf = ({ review }: Reviewed) => describeAll(review).flatMap(({ change }) => change?.fields ?? []);

/**
 * [attribute, the platform has, the sheet says, the kind of difference, what is sent when it
 * counts]
 */
test.each<[AttributeId, WrittenCredential, string, CosmeticDifference | null, string | null]>([
  ['recipient-name', { recipientName: 'Ada King ' }, 'Ada King', 'spaces', 'Ada King'],
  ['recipient-name', { recipientName: 'Ada\u00A0King' }, 'Ada King', 'spaces', 'Ada King'],
  ['recipient-name', { recipientName: '\u200BAda' }, 'Ada', 'spaces', 'Ada'],
  // Signs around a value are never written.
  ['recipient-name', { recipientName: 'Ada King' }, ' Ada King\u00A0', null, null],
  ['recipient-name', { recipientName: 'Jose\u0301' }, 'José', null, null],
  ['grade', { grade: 'A ' }, 'A', 'spaces', 'A'],
  ['custom:CE Hours', { custom: { 'CE Hours': ' 4' } }, '4', 'spaces', '4'],
  [
    'recipient-email',
    { recipientEmail: 'ADA@example.org' },
    'ada@Example.org',
    'email-case',
    'ada@Example.org',
  ],
  ['recipient-email', { recipientEmail: 'ada@example.org ' }, 'ada@example.org', 'spaces', 'ada@example.org'],
  ['expiry-date', { expiredOn: '2027-01-15' }, '15.01.2027', null, null],
])('%s, %j against %j: %s', (attribute, present, cell, cosmetic, sent) => {
  const written = { ...writtenOf(attribute, present, cell), dateFormat: 'day-month-year' } as const;
  const off = reviewedOf(written);
  expect(cosmeticOf(off)).toEqual(cosmetic === null ? [] : [[cosmetic, 1, false]]);
  expect(fieldsOf(off)).toEqual([]);
  const on = decide(decide(off, count('spaces')), count('email-case'));
  expect(fieldsOf(on).map(({ after }) => after)).toEqual(sent === null ? [] : [sent]);
});

describe('differences that count', () => {
  const written: WrittenReview = {
    columns: ['credential-id', 'recipient-name', 'recipient-email'],
    rows: [
      ['1', 'Ada King', 'ada@example.org'],
      ['2', 'Bob', 'bob@example.org'],
      ['3', 'Cid', 'cid@example.org'],
    ],
    credentials: [
      credentialOf({ id: '1', recipientName: 'Ada King ', recipientEmail: 'Ada@example.org' }),
      credentialOf({ id: '2', recipientName: 'Bob ', recipientEmail: 'bob@example.org' }),
      credentialOf({ id: '3', recipientName: 'Cid', recipientEmail: 'CID@example.org' }),
    ],
  };
  test('are judged like any other change', () => {
    const on = reviewedOf(written, count('spaces'), count('email-case'));
    expect(cosmeticOf(on)).toEqual([
      ['spaces', 2, true],
      ['email-case', 2, true],
    ]);
    // Nobody takes an address from anybody, and nobody is swapped.
    expect(findingLines(describeAll(on.review))).toEqual([
      '2 email-change recipient-email',
      '2 name-change recipient-name',
      '3 name-change recipient-name',
      '4 email-change recipient-email',
    ]);
    const classes = describeAll(on.review)[0]?.findings.map(({ facts }) => facts);
    expect(classes).toEqual([{ emailClass: 'local-part' }, { nameClass: 'spelling' }]);
    const confirmed = [
      { kind: 'confirm', code: 'name-change', confirmed: true },
      { kind: 'confirm', code: 'email-change', confirmed: true },
    ] as const;
    const { review, decisions } = confirmed.reduce(decide, on);
    const plan = makePlan(review, decisions);
    expect(plan.ok && plan.value.changes.map(({ fields }) => fields.length)).toEqual([2, 1, 1]);
  });
  test('can be undone and done again', () => {
    const on = reviewedOf(written, count('spaces'));
    expect(fieldsOf(on)).toHaveLength(2);
    const undone = decide(on, { kind: 'undo' });
    expect(fieldsOf(undone)).toEqual([]);
    expect(cosmeticOf(undone)).toEqual([
      ['spaces', 2, false],
      ['email-case', 2, false],
    ]);
    expect(fieldsOf(decide(undone, { kind: 'redo' }))).toEqual(fieldsOf(on));
    expect(decide(on, count('spaces'))).toBe(on);
  });
  test('still count when the review is made again, and in a corrected file', () => {
    const on = reviewedOf(written, count('spaces'));
    expect(fieldsOf(beginReview(on.written, on))).toEqual(fieldsOf(on));
    const corrected = reviewInputOf({ ...written, rows: [['2', 'Bob', 'bob@example.org']] });
    expect(fieldsOf(beginReview(corrected, on)).map(({ after }) => after)).toEqual(['Bob']);
  });
  test('a confirmation falls when they begin to count', () => {
    const changed = { ...written, rows: [['1', 'Ada Queen', 'ada@example.org'], ...written.rows.slice(1)] };
    const confirmed = reviewedOf(changed, { kind: 'confirm', code: 'name-change', confirmed: true });
    expect([...confirmed.decisions.confirmed]).toEqual(['name-change']);
    expect([...decide(confirmed, count('spaces')).decisions.confirmed]).toEqual([]);
  });
  test('nothing counts where the column is never changed', () => {
    expect(cosmeticOf(reviewedOf({ ...written, write: 'never' }, count('spaces')))).toEqual([
      ['spaces', 0, true],
    ]);
  });
});
