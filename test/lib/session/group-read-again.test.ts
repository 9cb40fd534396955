import { expect, test } from 'vitest';
import { planOf } from '../../fakes/session';
import { sessionOverPlatform } from '../../fakes/session-over-platform';
import { pastedFile } from '../../../lib/session/file/create-file-model';
import { credentialFields, smallState } from '../../platform/test-state';

/*
 * A large group that is read again, or another way, while a sheet is under review: the review goes
 * on from what it was made of, and a half of the group never passes for the whole.
 */

/** Group 1 has 10001 to 12400, 24 pages; 10050 and 12050 share an address. */
const state = smallState(
  Array.from({ length: 2_400 }, (_, at) => {
    const id = 10_001 + at;
    const email = `p${id === 12_050 ? 10_050 : id}@example.com`;
    return credentialFields(id, { recipient: { email, name: `Person ${id}` } });
  }),
);
type World = Awaited<ReturnType<typeof sessionOverPlatform>>;

async function reviewed(text: string): Promise<World> {
  const world = await sessionOverPlatform({ state });
  await world.open(text);
  await world.review();
  return world;
}

const BY_ID = 'Credential ID,Recipient Email\n11030,new@example.org\n';
const BY_EMAIL = 'Recipient Email,Grade\np11030@example.com,A\n';

const edit = (world: World, attribute: 'recipient-email' | 'credential-id', text: string) =>
  world.session.review.decide({ kind: 'edit', row: 2, attribute, text });
const obstacles = (world: World) => {
  const phase = world.session.review.phase.peek();
  return phase.kind === 'ready' ? phase.state.obstacles.map(({ code }) => code) : [phase.kind];
};

/** The review as it stands, once nothing is read for it any more. */
async function settled(world: World) {
  const { phase, completing } = world.session.review;
  await world.until(() => phase.peek().kind === 'ready' && completing.peek().kind === 'no', 'settled');
  const now = phase.peek();
  if (now.kind !== 'ready') throw new Error(now.kind);
  return now.state;
}

/** [case, sheet, what is corrected to, the error] */
const CORRECTIONS = [
  ['an e-mail that somebody has', BY_ID, 'p12000@example.com', 'email-taken'],
  ['a key that two have, one of them on the first page', BY_EMAIL, 'p10050@example.com', 'several-match'],
] as const;

test.each(CORRECTIONS)('read whole under the review, then corrected to %s', async (_name, text, to, code) => {
  const world = await reviewed(text);
  await world.session.readWholeGroup();
  expect(world.session.credentials.phase.peek().kind).toBe('loaded');
  await edit(world, 'recipient-email', to);
  const { summary } = await settled(world);
  expect(summary.groups).toContainEqual(expect.objectContaining({ code, count: 1 }));
});

test.each(CORRECTIONS)('half read, then corrected to %s: no plan of it', async (_name, text, to) => {
  const world = await reviewed(text);
  world.standIn.setFaults(['signed-out:from=4:path=/v2']);
  await world.session.readWholeGroup();
  await edit(world, 'recipient-email', to);
  await world.until(() => world.session.review.completing.peek().kind === 'failed', 'reported');
  // Any other decision finds the same in the way.
  await world.session.review.decide({ kind: 'skip-errors', skip: true });
  expect(obstacles(world)).toContain('not-looked-up');
  expect(await planOf(world)).toMatchObject({ made: { ok: false } });
});

test.each(CORRECTIONS)(
  'corrected to %s while it is read: no plan of it before',
  async (_name, text, to, code) => {
    const world = await reviewed(text);
    const goOn = world.sheet.hold('addCredentials');
    const reading = world.session.readWholeGroup();
    goOn();
    await edit(world, 'recipient-email', to);
    expect(obstacles(world)).toContain('not-looked-up');
    await reading;
    const { summary } = await settled(world);
    expect(summary.groups).toContainEqual(expect.objectContaining({ code, count: 1 }));
    expect(obstacles(world)).not.toContain('not-looked-up');
  },
);

test('read again while a review is made: it is made of the whole', async () => {
  const world = await sessionOverPlatform({ state });
  await world.open('Recipient Email,Description\np11030@example.com,Anew\np10050@example.com,Anew\n');
  const goOn = world.sheet.hold('addDetails');
  const review = world.review();
  await world.until(() => world.session.review.phase.peek().kind === 'reading-details', 'at the details');
  const reading = world.session.readWholeGroup();
  await world.until(() => world.session.credentials.phase.peek().kind === 'loading', 'reading');
  goOn();
  const { summary } = await review;
  await reading;
  expect(summary.groups).toContainEqual(expect.objectContaining({ code: 'several-match', count: 1 }));
});

test('another sheet while the first page is read: nothing of it is asked under the columns of the one before', async () => {
  const world = await sessionOverPlatform({ state });
  const goOn = world.sheet.hold('addCredentials');
  await world.session.file.open(pastedFile('first.csv', BY_EMAIL));
  await world.until(() => world.session.assign.state.peek() !== null, 'assigned');
  world.session.assign.skipTheRest();
  const next = world.session.file.open(
    pastedFile('next.csv', 'Salary,Recipient Email\n90000,x@example.com\n'),
  );
  goOn();
  await next;
  await world.until(() => world.session.credentials.phase.peek().kind === 'in-part', 'read');
  await world.until(() => world.session.assign.report.peek() !== null, 'counted');
  expect(JSON.stringify(world.reads().map(({ body }) => body))).not.toContain('90000');
});
