import { expect, test } from 'vitest';
import { isWarning } from '../../lib/review/terms/finding-codes';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { oneCreditState } from '../fakes/one-credit-state';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, groupOf } from '../platform/platform-watch';

/* docs/product.md 2.5: who may get an e-mail, said of the very changes that would be sent. */

test('of rows that are left out nobody is written to; a plan of before is not answered', async () => {
  const job = await jobOverPlatform({ state: oneCreditState('2026-11-22') });
  const { session, standIn } = job;
  const group = groupOf(standIn.state(), MAIN_GROUP);
  await job.open(
    sheetText([
      ['Credential ID', 'Expiry Date', 'Recipient Email'],
      [String(at(group, 1).id), '2027-11-22', ''],
      [String(at(group, 2).id), '2026-11-01', ''],
      [String(at(group, 3).id), '', 'new.owner@example.com'],
    ]),
  );
  const confirmed = async () => {
    const { summary } = await job.review();
    for (const code of summary.groups.map((group) => group.code).filter(isWarning))
      await session.review.decide({ kind: 'confirm', code, confirmed: true });
    await session.confirm();
    const phase = session.run.phase.peek();
    if (phase.kind !== 'confirming') throw new Error(phase.kind);
    return phase.facts.plan;
  };
  const first = await confirmed();
  const said = async (plan: typeof first) =>
    (await session.mails(plan))?.map(({ row, occasion, to }) => [row, occasion, to]);
  const [one, two] = [1, 2].map((nth) => at(group, nth).recipient.email);
  expect(await said(first)).toEqual([
    [2, 'renewed', one],
    [3, 'expired', two],
    [4, 'new-owner', 'new.owner@example.com'],
  ]);

  session.run.dismiss();
  await session.review.decide({ kind: 'exclude', rows: [2, 4], excluded: true });
  const second = await confirmed();
  expect(await said(second)).toEqual([[3, 'expired', two]]);
  expect(await session.mails(first)).toBeNull();
});
