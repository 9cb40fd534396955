import { expect, test } from 'vitest';
import { sessionOverPlatform } from '../../fakes/session-over-platform';
import { credentialFields, smallState } from '../../platform/test-state';

/*
 * The search still tells of a credential that was deleted: only reading it shows that it is gone.
 */

const group = (size: number) =>
  smallState(Array.from({ length: size }, (_, at) => credentialFields(10_001 + at)));

/** [case, credentials of the group, the sheet, where the deleted one stands] */
test.each([
  ['a small group, read whole', 40, 'Credential ID,Description\n10002,Anew\n10003,Anew\n'],
  ['a large one, of its first page', 1_200, 'Credential ID,Description\n10002,Anew\n10003,Anew\n'],
  [
    'a large one, by e-mail',
    1_200,
    'Recipient Email,Description\np11002@example.com,Anew\np11003@example.com,Anew\n',
  ],
])('%s: an ordinary "no match", and the others can be updated', async (_name, size, text) => {
  const deleted = new Set<string>();
  const world = await sessionOverPlatform({ state: group(size), deleted });
  await world.open(text);
  world.session.assign.skipTheRest();
  await world.session.lookUpRows();
  deleted.add(`/v1/credentials/${text.includes('11002') ? 11_002 : 10_002}`);
  const { summary, obstacles } = await world.review();
  expect(summary).toMatchObject({ notMatched: 1, toUpdate: 1 });
  expect(summary.groups).toContainEqual(expect.objectContaining({ code: 'no-match', count: 1 }));
  expect(obstacles.map(({ code }) => code)).not.toContain('details-missing');
});
