import { expect, test } from '@playwright/test';
import { launchWithExtension } from '../e2e/extension-browser';
import { apiRequests, putsOf } from '../platform/platform-watch';
import { startStandIn } from '../platform/serve';
import { RATE } from '../platform/stand-in-options';
import { backgroundHeap } from './background-heap';
import { begin, expectTruth, goingOn, longRun, TODAY } from './long-run';

const UPDATES = 2_000;
const PERIOD_MS = 30_000;
/** Updates after which the background's memory is measured. */
const HEAP_EACH = 100;
/** The most that it may grow until the end, in MiB: less than the run's own changes. */
const HEAP_GROWTH_MIB = 1;

test(`${UPDATES} updates at the platform's limit: close below it, never over it, and hardly a request more`, async () => {
  const platform = await startStandIn({ generate: UPDATES, today: TODAY, port: 0 });
  const { standIn } = platform;
  const browser = await launchWithExtension({ platformPort: platform.port });
  const run = longRun(standIn, UPDATES, { renew: false });
  const panel = await begin(await browser.context.newPage(), run);
  const from = standIn.log.length;
  const heap: number[] = [];
  await goingOn(panel, async () => {
    if (putsOf(standIn, from).length >= (heap.length + 1) * HEAP_EACH)
      heap.push(await backgroundHeap(browser));
    return panel.getByRole('heading', { name: 'Update finished' }).isVisible();
  });
  const [early, late] = [median(heap.slice(0, 5)), median(heap.slice(-5))];

  const requests = apiRequests(standIn, from);
  const puts = putsOf(standIn, from);
  const moments = requests.map(({ at }) => Date.parse(at));
  const [first = 0, last = 0] = [moments[0], moments.at(-1)];
  // The platform's limit from the first request to the last, in whole periods.
  const allowed = Math.floor((last - first) / PERIOD_MS) * RATE;
  const within = moments.filter((moment) => moment < first + (allowed / RATE) * PERIOD_MS).length;
  const limited = requests.filter(({ status }) => status === 429).length;
  const figures = await expectTruth(standIn, browser, run);
  console.log(
    JSON.stringify({
      ...figures,
      seconds: Math.round((last - first) / 1000),
      ofAllowed: (within / allowed).toFixed(3),
      requestsForEachWrite: (requests.length / puts.length).toFixed(3),
      limited,
      heapMib: heap.map((mib) => Number(mib.toFixed(2))),
      heapGrowthMib: Number((late - early).toFixed(2)),
    }),
  );
  expect(heap.length).toBeGreaterThanOrEqual(UPDATES / HEAP_EACH - 3);
  expect(late - early, 'memory of the background is flat').toBeLessThan(HEAP_GROWTH_MIB);
  expect(limited).toBe(0);
  expect(within / allowed).toBeGreaterThanOrEqual(0.95);
  expect(requests.length / puts.length).toBeLessThan(1.2);
  await browser.close();
  await platform.close();
});

/** NaN for an empty list, which is below no limit. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
