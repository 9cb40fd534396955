import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import { at, expectState, groupOf, putsOf } from '../platform/platform-watch';

/* docs/product.md 2.4, new-address: from the offer to the platform. */

test('a new address of somebody by name is sent once it was accepted, and nothing before', async () => {
  const state = generateState({ credentials: 12, seed: 1, today: '2026-11-22' });
  const job = await jobOverPlatform({ state });
  const { session, standIn } = job;
  const before = standIn.state();
  const group = groupOf(before, MAIN_GROUP);
  const countOf = (name: string) => group.filter(({ recipient }) => recipient.name === name).length;
  const people = group.filter(({ recipient }) => countOf(recipient.name) === 1).slice(0, 3);
  const rows = people.map(({ recipient }, index) => [`new.${index}@northfield.test`, recipient.name]);
  await job.open(sheetText([['Email', 'Name'], ...rows, ['nobody@northfield.test', 'Zoe Quist-Amsel']]));
  job.assign({ Email: { attribute: 'Recipient Email' }, Name: { attribute: 'Recipient Name' } });
  const { summary } = await job.review();
  expect(summary).toMatchObject({ toUpdate: 0, notMatched: 4 });
  expect(summary.groups).toContainEqual(
    expect.objectContaining({
      code: 'new-address',
      count: 3,
      meant: {
        code: 'new-address',
        text: at(people, 0).recipient.email,
        meant: 'new.0@northfield.test',
      },
    }),
  );
  expect(putsOf(standIn)).toEqual([]);

  await session.review.decide({ kind: 'mend', code: 'new-address' });
  const accepted = (await job.review()).summary;
  expect(accepted).toMatchObject({ toUpdate: 3, notMatched: 1 });
  expect(accepted.groups).toContainEqual(expect.objectContaining({ code: 'email-change', count: 3 }));
  await job.update();
  const wanted = people.map(
    ({ id }, index) => [id, { recipient: { email: `new.${index}@northfield.test` } }] as const,
  );
  expectState(standIn.state(), before, new Map(wanted), 0);
  expect(job.faults).toEqual([]);
});
