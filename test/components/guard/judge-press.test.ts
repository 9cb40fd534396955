import { expect, test } from 'vitest';
import {
  judgePress,
  type FramedPress,
  type Press,
  type Refusal,
} from '../../../components/guard/judge-press';
import { groupId } from '../../../lib/credential/ids';
import type { GroupPage } from '../../../lib/platform/environment';

const GROUP: GroupPage = { environment: 'production', groupId: groupId('555') };
const OTHER: GroupPage = { environment: 'production', groupId: groupId('556') };
const SANDBOX: GroupPage = { environment: 'sandbox', groupId: groupId('555') };

/** A press by the pointer in a frame that has been as it is for ten seconds, changed by `by`. */
function framed(by: Partial<FramedPress> = {}, press: Partial<Press> = {}): Press {
  const opener = { page: GROUP, isOurs: true };
  const frame = { clearMs: 10_000, focusedMs: 10_000, opener, page: GROUP, ...by };
  return { isTrusted: true, isByKeyboard: false, framed: frame, ...press };
}
const inTab = (press: Partial<Press> = {}): Press => ({ ...framed({}, press), framed: null });
const keys = { isByKeyboard: true };
const openerAt = (page: GroupPage | null, isOurs = true) => ({ opener: { page, isOurs } });

/** [what, the press, why it does not count] */
test.each<[string, Press, Refusal | null]>([
  // Honest ones.
  ['the pointer, in a panel that was looked at', framed(), null],
  ['the keyboard, in a panel that had the keys', framed({}, keys), null],
  ['the pointer, in a panel that was seen for half a second', framed({ clearMs: 500 }), null],
  ['the pointer, which brings the keys along', framed({ focusedMs: 0 }), null],
  ['the keyboard, half a second after the keys came', framed({ focusedMs: 500 }, keys), null],
  ['a panel that was open all day', framed({ clearMs: 36_000_000 }), null],
  ['the pointer, in a tab', inTab(), null],
  ['the keyboard, in a tab', inTab(keys), null],
  // Those of a page.
  ['a script, in a tab', inTab({ isTrusted: false }), 'made-up'],
  ['a script, in a frame', framed({}, { isTrusted: false }), 'made-up'],
  ['a browser that cannot tell', framed({ clearMs: null }), 'cannot-tell'],
  ['a cover, or a pale panel', framed({ clearMs: 0 }), 'covered'],
  ['a cover that was there a moment ago', framed({ clearMs: 80 }), 'just-changed'],
  ['a panel that came under the pointer', framed({ clearMs: 499 }), 'just-changed'],
  ['keys that were meant for the page', framed({ focusedMs: 0 }, keys), 'just-changed'],
  ['keys that the page has handed over', framed({ focusedMs: 30 }, keys), 'just-changed'],
  ['a frame that the page has made', framed(openerAt(GROUP, false)), 'not-ours'],
  ['a page without our script', framed({ opener: null }), 'not-ours'],
  ['an address of another group', framed(openerAt(OTHER)), 'other-group'],
  ['an address of this number elsewhere', framed(openerAt(SANDBOX)), 'other-group'],
  ['an address that names no group', framed(openerAt(null)), 'other-group'],
])('a press counts or not: %s', (_name, press, expected) => {
  expect(judgePress(press)).toBe(expected);
});
