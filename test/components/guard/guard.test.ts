import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signal } from '@preact/signals';
import { createGuard } from '../../../components/guard/guard';
import { groupId } from '../../../lib/credential/ids';
import type { GroupPage } from '../../../lib/platform/environment';
import type { Opener } from '../../../lib/rpc/contract/opener';

const PAGE: GroupPage = { environment: 'production', groupId: groupId('555') };
const OURS: Opener = { page: PAGE, isOurs: true };

/** A key of a person: the tests run without a browser, where no event is trusted. */
const key = (isTrusted = true) => ({ isTrusted, timeStamp: 10_000 }) as Event;

beforeEach(() => vi.stubGlobal('MouseEvent', function MouseEvent() {}));
afterEach(() => vi.unstubAllGlobals());

/** A guard whose content script answers when `answer` is called. */
function asked() {
  let answer: (opener: Opener | null) => void = () => undefined;
  const promise = new Promise<Opener | null>((resolve) => (answer = resolve));
  const sight = {
    clearMs: () => Promise.resolve(9_000),
    focusedMs: () => 9_000,
    canTell: true,
    isClear: signal(true),
  };
  const guard = createGuard({ frame: { page: PAGE, sight, askOpener: () => promise } });
  return { guard, answer };
}

test('a double click acts once, and the next press acts again', async () => {
  const { guard, answer } = asked();
  const act = vi.fn();
  const presses = [guard.press(key(), act), guard.press(key(), act)];
  answer(OURS);
  await Promise.all(presses);
  expect(act).toHaveBeenCalledTimes(1);
  await guard.press(key(), act);
  expect(act).toHaveBeenCalledTimes(2);
});

test('a refusal says why until it is dismissed or a press counts', async () => {
  const { guard, answer } = asked();
  const act = vi.fn();
  answer(OURS);
  await guard.press(key(false), act);
  expect([guard.refused.value, act.mock.calls]).toEqual(['made-up', []]);
  guard.dismiss();
  expect(guard.refused.value).toBeNull();
  await guard.press(key(false), act);
  await guard.press(key(), act);
  expect([guard.refused.value, act.mock.calls.length]).toEqual([null, 1]);
});

test('a browser that cannot tell is asked nothing more: frames in Firefox have no tabs API', async () => {
  const sight = {
    clearMs: () => Promise.resolve(null),
    focusedMs: () => 9_000,
    canTell: false,
    isClear: signal(null),
  };
  const askOpener = vi.fn(() => Promise.reject(new TypeError('browser.tabs is undefined')));
  const guard = createGuard({ frame: { page: PAGE, sight, askOpener } });
  const act = vi.fn();
  await guard.press(key(), act);
  expect([guard.refused.value, act.mock.calls, askOpener.mock.calls]).toEqual(['cannot-tell', [], []]);
});
