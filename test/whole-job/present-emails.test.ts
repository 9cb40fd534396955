import { expect, test } from 'vitest';
import { jobOverPlatform } from '../fakes/job-over-platform';
import { sheetText } from '../fakes/sheet-text';
import { generateState } from '../platform/generate/generate-state';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { at, expectState, groupOf, putsOf } from '../platform/platform-watch';

/* docs/product.md 2.3: what columns are for is found by their headers and values together. */

const state = generateState({ credentials: 12, seed: 1, today: '2026-11-22' });

test('a list of old and new e-mails is matched by the old ones, and only the new ones are sent', async () => {
  const job = await jobOverPlatform({ state });
  const { standIn } = job;
  const before = standIn.state();
  const group = groupOf(before, MAIN_GROUP);
  const alone = group.filter(
    ({ recipient }) => group.filter(({ recipient: { email } }) => email === recipient.email).length === 1,
  );
  const [one, other] = [at(alone, 0), at(alone, 1)];
  await job.open(
    sheetText([
      ['Old Email', 'New Email'],
      [one.recipient.email.toUpperCase(), 'moved.one@example.net'],
      [other.recipient.email, 'moved.other@example.net'],
      ['nobody.of.them@example.net', 'moved.nobody@example.net'],
    ]),
  );
  expect(job.targets()).toEqual({
    'Old Email': 'Present Email (to match by)',
    'New Email': 'Recipient Email',
  });
  expect(job.session.assign.state.peek()?.assignment.key).toBe('present-email');
  expect((await job.review()).summary).toMatchObject({
    rows: 3,
    toUpdate: 2,
    notMatched: 1,
    withWarnings: 2,
  });
  expect((await job.update()).map((entry) => entry.state.kind)).toEqual(['applied', 'applied']);
  expectState(
    standIn.state(),
    before,
    new Map([
      [one.id, { recipient: { email: 'moved.one@example.net' } }],
      [other.id, { recipient: { email: 'moved.other@example.net' } }],
    ]),
    0,
  );
  expect(putsOf(standIn)).toHaveLength(2);
});

test('a column of e-mails without a header is found by the group that has them', async () => {
  const job = await jobOverPlatform({ state });
  const people = groupOf(job.standIn.state(), MAIN_GROUP).slice(4, 10);
  await job.open(people.map(({ id, recipient }) => `${id}\t${recipient.email}`).join('\n'));
  const assign = job.session.assign.state.peek();
  expect(assign?.table.headerReason).toBe('no-header');
  const reasons = assign?.guesses.map(({ target, reason }) => [target, reason]);
  expect(reasons).toEqual(
    (['credential-id', 'recipient-email'] as const).map((id) => [
      { kind: 'attribute', id },
      { kind: 'values-are-ids-of-this-group', percent: 100 },
    ]),
  );
});
