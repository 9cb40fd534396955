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

test.each<[string, Partial<Parameters<typeof frameOf>[0]>, string]>([
  ['the content script', { askOpener: () => never<Opener | null>() }, 'not-ours'],
  ['the browser about what lies over it', { clearMs: () => never<number>() }, 'covered'],
])('where %s never answers, the press is refused, and the next one is judged', async (_who, stuck, why) => {
  vi.useFakeTimers();
  try {
    const frame = frameOf(stuck);
    const guard = createGuard({ frame });
    const act = vi.fn();
    const press = guard.press(key(), act);
    await vi.advanceTimersByTimeAsync(60_000);
    await press;
    expect([guard.refused.value, act.mock.calls.length]).toEqual([why, 0]);
    Object.assign(frame, { askOpener: () => Promise.resolve(OURS) });
    frame.sight.clearMs = () => Promise.resolve(9_000);
    const second = guard.press(key(), act);
    await vi.advanceTimersByTimeAsync(0);
    await second;
    expect([guard.refused.value, act.mock.calls.length]).toEqual([null, 1]);
  } finally {
    vi.useRealTimers();
  }
});

function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}

function frameOf({
  askOpener = () => Promise.resolve(OURS),
  clearMs = () => Promise.resolve(9_000),
}: {
  readonly askOpener?: () => Promise<Opener | null>;
  readonly clearMs?: () => Promise<number>;
}) {
  return {
    page: PAGE,
    sight: { clearMs, focusedMs: () => 9_000, canTell: true, isClear: signal(true) },
    askOpener,
  };
}
