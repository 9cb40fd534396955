import { expect, test } from 'vitest';
import { creditsFor } from '../../../platform/rules/credits';
import { PRESET_SWITCHES, SWITCHES } from '../../../platform/switches';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf, TODAY } from '../../../fakes/review';

/*
 * "At most N credits" holds whatever the platform's rule is: for each expiry before and after, and
 * each position of the stand-in's switches, what it takes is no more than what the review has said.
 */

const DAYS = [
  '2025-12-31',
  '2026-01-01',
  '2026-06-14',
  TODAY,
  '2026-06-16',
  '2026-06-30',
  '2026-07-01',
  '2026-12-31',
  '2027-01-01',
  null,
] as const;
const MOVES = DAYS.flatMap((before) => DAYS.map((after) => [before, after] as const));

const SAID = new Map(
  MOVES.map(([before, after]) => {
    const { rows } = reviewOf({
      columns: ['credential-id', 'expiry-date'],
      rows: [['1', after]],
      credentials: [credentialOf({ id: '1', issuedOn: '2020-01-01', expiredOn: before })],
      blank: 'clear',
    });
    return [`${before} ${after}`, rows.credits[0] ?? 0];
  }),
);

test.each(
  SWITCHES['expires-today'].values.flatMap((expires) =>
    SWITCHES['billing-year'].values.map((ends) => [expires, ends] as const),
  ),
)('one that expires today is %s, the billing year ends in %s', (expires, ends) => {
  const switches = { ...PRESET_SWITCHES, 'expires-today': expires, 'billing-year': ends };
  let taken = 0;
  for (const [before, after] of MOVES) {
    const credits = creditsFor({ expired_on: before }, { expired_on: after }, TODAY, switches);
    taken += credits;
    expect([before, after, credits <= (SAID.get(`${before} ${after}`) ?? 0)]).toEqual([before, after, true]);
  }
  // Each position takes something, and not for every move.
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(MOVES.length);
});

test('a move to an earlier day, or of one that never expires, says none', () => {
  expect(SAID.get('2027-01-01 2026-12-31')).toBe(0);
  expect(SAID.get('null 2027-01-01')).toBe(0);
  expect(SAID.get('2026-12-31 2026-12-31')).toBe(0);
});
