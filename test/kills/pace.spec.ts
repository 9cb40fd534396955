import { expect, test } from '@playwright/test';
import { launchWithExtension } from '../e2e/extension-browser';
import { apiRequests, putsOf } from '../e2e/platform-watch';
import { startStandIn } from '../platform/serve';
import { RATE } from '../platform/stand-in-options';
import { begin, expectTruth, goingOn, longRun, TODAY } from './long-run';

const UPDATES = 2_000;
const PERIOD_MS = 30_000;

test(`${UPDATES} updates at the platform's limit: close below it, never over it, and hardly a request more`, async () => {
  const platform = await startStandIn({ generate: UPDATES, today: TODAY, port: 0 });
  const { standIn } = platform;
  const browser = await launchWithExtension({ platformPort: platform.port });
  const run = longRun(standIn, UPDATES, { renew: false });
  const panel = await begin(await browser.context.newPage(), run);
  const from = standIn.log.length;
  await goingOn(panel, () => panel.getByRole('heading', { name: 'Update finished' }).isVisible());

  const requests = apiRequests(standIn, from);
  const puts = putsOf(standIn, from);
  const moments = requests.map(({ at }) => Date.parse(at));
  const [first = 0, last = 0] = [moments[0], moments.at(-1)];
  // What the platform allows from the first request to the last, in whole periods.
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
    }),
  );
  expect(limited).toBe(0);
  expect(within / allowed).toBeGreaterThanOrEqual(0.95);
  expect(requests.length / puts.length).toBeLessThan(1.2);
  await browser.close();
  await platform.close();
});
