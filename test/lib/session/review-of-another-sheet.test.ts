import { expect, test } from 'vitest';
import { sessionWith, SHEET } from '../../fakes/session';

/*
 * What a sheet was looked at by says nothing about another one: with "Errors" still chosen, what
 * would be sent is not on the screen. A corrected version of the same sheet is looked at as before.
 */

/** [the next sheet, its text, what is looked at then] */
test.each([
  ['the same again', SHEET, { filter: { kind: 'all' }, search: 'ada', sorted: true }],
  [
    'a corrected version',
    'Credential ID,Grade\n1,C\n9,B\n',
    { filter: { kind: 'all' }, search: 'ada', sorted: true },
  ],
  [
    'another',
    'Credential ID,Recipient Name\n2,Bobby Stone\n9,Nobody\n',
    { filter: { kind: 'changes' }, search: '', sorted: false },
  ],
])('%s', async (_, text, expected) => {
  const { session, open, goTo } = await sessionWith();
  await open(SHEET);
  await goTo('review');
  session.review.setFilter({ kind: 'all' });
  session.review.setSearch('ada');
  session.review.setSort({ by: 'who', descending: false });
  await open(text, 'next.csv');
  await goTo('review');
  expect(session.review.phase.peek().kind).toBe('ready');
  const { filter, search, sort } = session.review.view();
  expect({ filter, search, sorted: sort !== null }).toEqual(expected);
});

test('the errors of the last sheet, which opened by itself on them, are not looked for in another', async () => {
  const { session, open, goTo } = await sessionWith();
  await open('Credential ID,Grade\n9,B\n');
  await goTo('review');
  expect(session.review.filter.peek()).toEqual({ kind: 'errors' });
  await open('Credential ID,Recipient Name\n2,Bobby Stone\n8,Nobody\n', 'next.csv');
  await goTo('review');
  expect(session.review.filter.peek()).toEqual({ kind: 'changes' });
});
