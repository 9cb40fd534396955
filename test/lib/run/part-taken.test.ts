import { expect, test } from 'vitest';
import { changeOf, createWorld } from '../../fakes/background-world';
import { held } from '../../platform/test-client';
import { credentialFields, smallState } from '../../platform/test-state';

/* A change with one request that was taken, and another whose connection breaks again and again. */

const change = changeOf(301, [
  ['evidence-url-1', null, 'https://a.test/new'],
  ['evidence-description-2', 'Exam', 'Final exam', '5'],
]);
const state = () =>
  smallState([
    credentialFields(301, {
      evidence_items: [
        { id: 5, description: 'Exam', type: 'url', link_url: 'https://a.test/exam', position: 0 },
      ],
    }),
  ]);

test.each([3, 5])(
  '%s broken connections: it is tried again later, to the end, and nothing is doubled',
  async (times) => {
    const world = await createWorld({ state: state(), faults: [`reset-before:method=PUT:times=${times}`] });
    const run = await world.begin([change]);
    await world.rest(run);
    expect(await world.states(run)).toEqual([{ kind: 'applied' }]);
    const items = held(world.standIn, 301).evidence_items;
    expect(items.map(({ link_url: url }) => url).toSorted()).toEqual([
      'https://a.test/exam',
      'https://a.test/new',
    ]);
    expect(items.find(({ id }) => id === 5)?.description).toBe('Final exam');
  },
);
