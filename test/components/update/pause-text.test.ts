import { beforeEach, expect, test } from 'vitest';
import { pauseText } from '../../../components/update/pause-text';
import type { PauseReason } from '../../../lib/journal/entry';
import { isWhole, speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

/*
 * A run pauses after five failures in a row, and up to eleven requests more may be under way then,
 * which fail as well: of fifty entries twelve were refused while the sentence spoke of five.
 */
test.each<[PauseReason, RegExp]>([
  [
    { kind: 'failures', count: 5, words: 'Internal server error' },
    /^Accredible failed at least 5 times in a row.*“Internal server error”/,
  ],
  [{ kind: 'failures', count: 5, words: '' }, /^Accredible gave no usable answer at least 5 times in a row/],
  [{ kind: 'other-account' }, /Sign in as Northfield again/],
  [{ kind: 'signed-out' }, /^You are signed out/],
  [{ kind: 'asked' }, /^Paused by you/],
  [{ kind: 'forbidden', words: 'no credits left' }, /“no credits left”/],
])('%j', (reason, expected) => {
  const text = pauseText(reason, 'Northfield');
  expect(text).toMatch(expected);
  expect(isWhole(text)).toBe(true);
});
