import { expect, test } from 'vitest';
import { publicLagOf } from '../../../../lib/run/public-check/public-lag';
import { sightsOf } from '../../../../lib/run/public-check/sight-signs';

const HALF = 0.5;

/** [what happens, sights before, after (sight-signs.ts), minutes since the end, over, lag] */
test.each<[string, string, string, number, boolean, string | null]>([
  ['all at the first look', '---', 'sss', HALF, true, 'at-once'],
  ['all that tell anything at the first look', '-h.-', 'sh.p', HALF, true, 'at-once'],
  ['one still old', '---', 'sos', HALF, false, null],
  ['the old one later', 'sos', 'sss', 2, true, 'later'],
  ['one of two old ones later', 'oo', 'so', 2, false, null],
  ['the last of two old ones later', 'so', 'ss', 5, true, 'later'],
  ['the old one after an hour', 'sos', 'sos', 60, true, 'stays-old'],
  ['an old one at a first look days later', '-', 'o', 3 * 24 * 60, true, 'stays-old'],
  ['a first look hours later, which says nothing of the first minutes', '---', 'sss', 180, true, null],
  ['a first look before the end: the clock was set back', '---', 'sss', -60, true, null],
  ['no answer at all', '---', 'nnn', HALF, false, null],
  ['an answer at the second look', 'nnn', 'sss', 2, true, null],
  ['another value', '-', 'x', HALF, false, null],
  ['another value that is as confirmed later', 'x', 's', 2, true, null],
  ['nothing public', '-', 'p', HALF, true, null],
  ['nothing new', 'sss', 'sss', 2, true, null],
  ['one revoked, one of a later run', '--', 'rl', HALF, true, null],
])('%s', (_name, before, after, minutes, isOver, lag) => {
  const facts = { before: sightsOf(before), after: sightsOf(after), sinceEndMs: minutes * 60_000, isOver };
  expect(publicLagOf(facts)).toBe(lag);
});
