import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../lib/review/corrections/decision';
import { makePlan, obstacles } from '../../../../lib/review/plan/make-plan';
import { decide, type Reviewed } from '../../../../lib/review/reviewed';
import { credentialId } from '../../../../lib/credential/ids';
import { edit, PEOPLE, said, sent, SHEET } from '../../../fakes/corrections';
import { describeAll, reviewedOf, rowsShown } from '../../../fakes/review';

const before = reviewedOf(SHEET);

test('the sheet that is corrected here', () => {
  expect(said(before)).toEqual(['2 name-change recipient-name', '3 bad-date expiry-date', '4 no-match']);
  expect(sent(before)).toEqual(['2 recipient-name Ada King', '5 grade D']);
});

/** [what is decided, decisions, findings after it, what would be sent after it] */
test.each<[string, readonly Decision[], readonly string[], readonly string[]]>([
  [
    'a day that is none is mended',
    [edit(3, 'expiry-date', '28/02/2028')],
    ['2 name-change recipient-name', '3 expiry-outside-year expiry-date', '4 no-match'],
    ['2 recipient-name Ada King', '3 expiry-date 2028-02-28', '3 grade D', '5 grade D'],
  ],
  [
    'a key that matches nothing is mended',
    [edit(4, 'credential-id', '4')],
    ['2 name-change recipient-name', '3 bad-date expiry-date'],
    ['2 recipient-name Ada King', '4 grade E', '5 grade D'],
  ],
  [
    'a key becomes that of another row: both are reported',
    [edit(4, 'credential-id', '3')],
    ['2 name-change recipient-name', '3 bad-date expiry-date', '4 repeated', '5 repeated'],
    ['2 recipient-name Ada King'],
  ],
  [
    'one of the two rows is left out: the other is meant',
    [edit(4, 'credential-id', '3'), { kind: 'exclude', rows: [4], excluded: true }],
    ['2 name-change recipient-name', '3 bad-date expiry-date'],
    ['2 recipient-name Ada King', '5 grade D'],
  ],
  [
    'two rows want the same e-mail',
    [edit(2, 'recipient-email', 'x@example.org'), edit(5, 'recipient-email', 'X@example.org')],
    [
      '2 email-taken recipient-email',
      '2 email-change recipient-email',
      '2 name-change recipient-name',
      '3 bad-date expiry-date',
      '4 no-match',
      '5 email-taken recipient-email',
      '5 email-change recipient-email',
    ],
    [],
  ],
  [
    'names are swapped by hand',
    [edit(2, 'recipient-name', 'Bob Stone'), edit(3, 'recipient-name', 'Ada Lovelace')],
    [
      '2 name-change recipient-name',
      '2 people-swapped recipient-name',
      '3 bad-date expiry-date',
      '3 name-change recipient-name',
      '3 people-swapped recipient-name',
      '4 no-match',
    ],
    ['2 recipient-name Bob Stone', '5 grade D'],
  ],
  [
    'a cell is emptied: a blank one keeps',
    [edit(5, 'grade', '')],
    ['2 name-change recipient-name', '3 bad-date expiry-date', '4 no-match'],
    ['2 recipient-name Ada King'],
  ],
  [
    'a cell is left out: the rest of its row is sent',
    [{ kind: 'exclude-cell', row: 3, attribute: 'expiry-date', excluded: true }],
    ['2 name-change recipient-name', '4 no-match'],
    ['2 recipient-name Ada King', '3 grade D', '5 grade D'],
  ],
  [
    'a column is left out',
    [{ kind: 'exclude-column', attribute: 'grade', excluded: true }],
    ['2 name-change recipient-name', '3 bad-date expiry-date', '4 no-match'],
    ['2 recipient-name Ada King'],
  ],
  [
    'find and replace over the column, rows with errors too',
    [
      {
        kind: 'replace',
        replacement: { attribute: 'grade', find: 'd', replace: 'Merit', wholeCell: true, matchCase: false },
      },
    ],
    ['2 name-change recipient-name', '3 bad-date expiry-date', '4 no-match'],
    ['2 recipient-name Ada King', '5 grade Merit'],
  ],
  [
    'a block pasted over what is shown, its end beyond the last row',
    [
      {
        kind: 'paste',
        view: { filter: { kind: 'changes' }, search: '', sort: null },
        from: 0,
        rows: [],
        attributes: ['expiry-date', 'grade'],
        cells: [['01/03/2027', 'X'], ['02/03/2027'], ['03/03/2027', 'Z']],
      },
    ],
    [
      '2 name-change recipient-name',
      '2 expiry-outside-year expiry-date',
      '3 bad-date expiry-date',
      '4 no-match',
      '5 expiry-outside-year expiry-date',
    ],
    [
      '2 recipient-name Ada King',
      '2 expiry-date 2027-03-01',
      '2 grade X',
      '5 expiry-date 2027-03-02',
      '5 grade D',
    ],
  ],
])('%s', (_, decisions, findings, fields) => {
  const after = decisions.reduce(decide, before);
  expect(said(after).filter((line) => !isOfLeftOut(after, line))).toEqual(findings);
  expect(sent(after)).toEqual(fields);
  // One step each, and back again.
  const undone = decisions.reduce((at) => decide(at, { kind: 'undo' }), after);
  expect([said(undone), sent(undone)]).toEqual([said(before), sent(before)]);
  const redone = decisions.reduce((at) => decide(at, { kind: 'redo' }), undone);
  expect([said(redone), sent(redone)]).toEqual([said(after), sent(after)]);
});

const isOfLeftOut = ({ corrections }: Reviewed, line: string) =>
  corrections.rows.get(Number(line.split(' ')[0]))?.excluded === true;

describe('one of several credentials is chosen', () => {
  const several = reviewedOf({
    columns: ['recipient-email', 'grade'],
    rows: [['shared@example.org', 'D']],
    credentials: PEOPLE,
  });
  const choose = (id: string | null): Decision => ({
    kind: 'choose',
    row: 2,
    credential: id === null ? null : credentialId(id),
  });

  test('and only that one is changed', () => {
    expect(said(several)).toEqual(['2 several-match']);
    const chosen = decide(several, choose('4'));
    expect(describeAll(chosen.review)[0]).toMatchObject({ credential: '4', status: 'update' });
    expect(said(decide(chosen, choose(null)))).toEqual(['2 several-match']);
  });

  test('and is open again once another key is typed, which may be anybody', () => {
    const typed = [choose('4'), edit(2, 'recipient-email', 'nobody@example.org')].reduce(decide, several);
    expect(said(typed)).toEqual(['2 no-match']);
    expect(sent(typed)).toEqual([]);
    const back = decide(typed, { kind: 'undo' });
    expect(describeAll(back.review)[0]).toMatchObject({ credential: '4', status: 'update' });
  });

  test('and stays when another cell is corrected', () => {
    const typed = [choose('4'), edit(2, 'grade', 'X')].reduce(decide, several);
    expect(describeAll(typed.review)[0]).toMatchObject({ credential: '4', status: 'update' });
  });

  test('not one that the key does not find', () => {
    expect(said(decide(several, choose('1')))).toEqual(['2 several-match']);
  });
});

describe('a confirmation', () => {
  const confirmed: Decision = { kind: 'confirm', code: 'name-change', confirmed: true };
  test.each<[string, readonly Decision[], boolean]>([
    ['holds when another cell is edited', [edit(5, 'grade', 'X')], true],
    ['falls when what was confirmed becomes another change', [edit(2, 'recipient-name', 'Eve')], false],
    ['falls when a row joins', [edit(5, 'recipient-name', 'Eve')], false],
    ['holds when a row leaves', [edit(2, 'recipient-name', 'Ada Lovelace')], true],
    [
      'falls when a column comes back',
      [
        { kind: 'exclude-column', attribute: 'recipient-name', excluded: true },
        { kind: 'exclude-column', attribute: 'recipient-name', excluded: false },
      ],
      false,
    ],
  ])('%s', (_, decisions, holds) => {
    const after = decisions.reduce(decide, decide(before, confirmed));
    expect(after.decisions.confirmed.has('name-change')).toBe(holds);
  });

  test('of skipping errors falls with a new error, and an edit that mends one lets it hold', () => {
    const skipped = decide(before, { kind: 'skip-errors', skip: true });
    expect(decide(skipped, edit(3, 'expiry-date', '01/01/2027')).decisions.skipErrors).toBe(true);
    expect(decide(skipped, edit(5, 'expiry-date', 'soon')).decisions.skipErrors).toBe(false);
  });
});

test('rows are shown in the order that was asked for', () => {
  const by = (attribute: 'grade' | 'who' | 'row', descending = false) =>
    rowsShown(before.review, { kind: 'all' }, '', { by: attribute, descending });
  expect(by('grade')).toEqual([2, 3, 5, 4]);
  expect(by('grade', true)).toEqual([3, 5, 2, 4]);
  expect(by('row', true)).toEqual([5, 4, 3, 2]);
  expect(by('who')).toEqual([2, 3, 5, 4]);
});

test('nothing that is left out is planned, and what is planned is what is shown', () => {
  const ready = reviewedOf(
    SHEET,
    { kind: 'exclude-column', attribute: 'grade', excluded: true },
    { kind: 'confirm', code: 'name-change', confirmed: true },
    { kind: 'skip-errors', skip: true },
  );
  expect(obstacles(ready.review, ready.decisions)).toEqual([]);
  const plan = makePlan(ready.review, ready.decisions);
  expect(plan.ok && plan.value.changes.map(({ fields }) => fields)).toEqual([
    [{ attribute: 'recipient-name', before: 'Ada Lovelace', after: 'Ada King' }],
  ]);
});
