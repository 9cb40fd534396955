import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { oneCreditState } from '../fakes/one-credit-state';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, groupOf, putsOf } from '../platform/platform-watch';

/*
 * docs/product.md 2.4: credits at most, counted so that the platform never takes more, whichever
 * way it counts a credential that expires today. (In the browser: test/e2e/credits.spec.ts.)
 */

const TODAY = '2026-11-22';

/** [what one that expires today is to the platform, credits that are left of one] */
test.each([
  ['valid', 1],
  ['expired', 0],
] as const)('one that expires today is %s to the platform', async (expires, left) => {
  const job = await jobOverPlatform({
    state: oneCreditState(TODAY),
    switches: { 'expires-today': expires },
  });
  const { standIn, session } = job;
  const group = groupOf(standIn.state(), MAIN_GROUP);
  await job.open(
    sheetText([
      ['Credential ID', 'Expiry Date', 'Grade'],
      [String(at(group, 1).id), '2027-11-22', ''],
      [String(at(group, 2).id), '2027-11-22', ''],
      [String(at(group, 3).id), '', 'Merit'],
    ]),
  );
  const { summary } = await job.review();
  expect(summary).toMatchObject({ toUpdate: 3, creditsAtMost: 2 });
  expect(summary.groups).toContainEqual(expect.objectContaining({ code: 'renewal', count: 2, credits: 2 }));
  const decide = async (decision: Parameters<typeof session.review.decide>[0]) => {
    await session.review.decide(decision);
    return (await job.review()).summary;
  };
  expect(await decide({ kind: 'exclude-finding', code: 'renewal' })).toMatchObject({
    toUpdate: 1,
    excluded: 2,
    creditsAtMost: 0,
  });
  expect(await decide({ kind: 'undo' })).toMatchObject({ toUpdate: 3, excluded: 0, creditsAtMost: 2 });
  // Only the one that expires today: the platform takes at most what was said.
  expect(await decide({ kind: 'exclude', rows: [2], excluded: true })).toMatchObject({
    toUpdate: 2,
    creditsAtMost: 1,
  });
  expect((await job.update()).map(({ state }) => state.kind)).toEqual(['applied', 'applied']);
  expect(putsOf(standIn)).toHaveLength(2);
  expect(standIn.state().issuer.certificate_left).toBe(left);
});
