import { expect, test } from 'vitest';
import { windowOf } from '../../fakes/session';
import { sessionOverPlatform } from '../../fakes/session-over-platform';
import { credentialFields, smallState } from '../../platform/test-state';

/*
 * A search that looks at capitals does not find an address that is stored with some, and nobody can
 * list them all. What it did not find is only "not found by looking up": the whole group can be
 * read from the review, which then is made of that.
 */

const lowerCase = smallState(Array.from({ length: 1_200 }, (_, at) => credentialFields(10_001 + at)));
/**
 * Group 1 has 10001 to 11200; the address of 11030 is stored with capitals, that of nobody on the
 * first page is.
 */
const state = {
  ...lowerCase,
  credentials: lowerCase.credentials.map((one) =>
    String(one.id) === '11030'
      ? { ...one, recipient: { ...one.recipient, email: 'P11030@Example.com' } }
      : one,
  ),
};

async function reviewed(text: string) {
  const world = await sessionOverPlatform({ state, switches: { 'email-search': 'exact' } });
  await world.open(text);
  const looked = await world.review();
  expect(world.session.credentials.phase.peek().kind).toBe('in-part');
  const errors = () => {
    const phase = world.session.review.phase.peek();
    if (phase.kind !== 'ready') throw new Error(phase.kind);
    return phase.state.summary.groups.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []));
  };
  return { world, looked, errors };
}

test('a row that was not found is found once the whole group is read', async () => {
  const { world, looked, errors } = await reviewed(
    'Recipient Email,Grade\np11030@example.com,A\np11031@example.com,B\n',
  );
  expect(looked.summary).toMatchObject({ notMatched: 1, toUpdate: 1 });
  await world.session.review.decide({ kind: 'edit', row: 3, attribute: 'grade', text: 'C' });
  await world.session.readWholeGroup();
  expect(errors()).toEqual([]);
  expect(world.session.review.phase.peek()).toMatchObject({
    state: { summary: { toUpdate: 2, notMatched: 0 } },
  });
  expect((await windowOf(world, world.session.review.view(), 0, 9)).rows).toMatchObject([
    { cells: [{ after: 'A' }] },
    { cells: [{ after: 'C' }] },
  ]);
});

test('an address that somebody has already is known to be taken once the whole group is read', async () => {
  const { world, errors } = await reviewed('Credential ID,Recipient Email\n11031,p11030@example.com\n');
  expect(errors()).toEqual([]);
  await world.session.readWholeGroup();
  expect(errors()).toEqual(['email-taken']);
});
