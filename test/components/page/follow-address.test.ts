import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followAddress } from '../../../components/page/follow-address';

const START = 'https://dashboard.accredible.com/issuer/dashboard/group/555/credentials';
const NEXT = 'https://dashboard.accredible.com/issuer/dashboard/group/556/credentials';

/** A window whose address changes by hand; with the Navigation API or without it. */
function windowAt(href: string, hasNavigation: boolean) {
  const navigation = new EventTarget();
  const view = Object.assign(new EventTarget(), {
    location: { href },
    setInterval: (run: () => void, every: number) => setInterval(run, every),
    clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
    ...(hasNavigation && { navigation }),
  });
  return {
    view: view as unknown as Window,
    go: (to: string) => {
      view.location.href = to;
      navigation.dispatchEvent(new Event('currententrychange'));
    },
  };
}

describe.each([
  ['of a browser that says when the address changes', true],
  ['of a browser that must be asked', false],
])('the address %s', (_name, hasNavigation) => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is followed from the first one on, each once, until it is stopped', () => {
    const seen: string[] = [];
    const { view, go } = windowAt(START, hasNavigation);
    const stop = followAddress(view, ({ href }) => seen.push(href));
    expect(seen).toEqual([START]);
    go(START);
    vi.advanceTimersByTime(5_000);
    expect(seen).toEqual([START]);
    go(NEXT);
    vi.advanceTimersByTime(5_000);
    expect(seen).toEqual([START, NEXT]);
    stop();
    go(START);
    vi.advanceTimersByTime(5_000);
    expect(seen).toEqual([START, NEXT]);
  });
});
