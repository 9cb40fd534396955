import { expect, test } from 'vitest';
import { isAskOpenerMessage, isOpenedMessage, wishOf } from '../../../lib/rpc/contract/opener';

const OPENED = 'update-credentials:opened';

/** [what, the message, whether it hands over a token, whether it asks about one] */
test.each<[string, unknown, boolean, boolean]>([
  ['a token', { kind: OPENED, token: 'a' }, true, false],
  ['a question', { kind: 'ask-opener', token: 'a' }, false, true],
  ['no token', { kind: OPENED }, false, false],
  ['an empty token', { kind: OPENED, token: '' }, false, false],
  ['an empty token that is asked about', { kind: 'ask-opener', token: '' }, false, false],
  ['a number', { kind: OPENED, token: 1 }, false, false],
  ['a question about a list', { kind: 'ask-opener', token: ['a'] }, false, false],
  ['another kind', { kind: 'update-credentials:close', token: 'a' }, false, false],
  ['the popup', { kind: 'open-panel' }, false, false],
  ['a text', OPENED, false, false],
  ['nothing', null, false, false],
  ['undefined', undefined, false, false],
])('a message is told by its kind and its token: %s', (_name, message, opened, asked) => {
  expect([isOpenedMessage(message), isAskOpenerMessage(message)]).toEqual([opened, asked]);
});

test.each<[unknown, ReturnType<typeof wishOf>]>([
  ['keep', 'keep'],
  ['reload', 'reload'],
  ['Reload', null],
  ['update-credentials:close', null],
  ['', null],
  [{ kind: 'keep' }, null],
  [['keep'], null],
  [null, null],
])('the wish in %o is %s', (message, expected) => {
  expect(wishOf(message)).toBe(expected);
});
