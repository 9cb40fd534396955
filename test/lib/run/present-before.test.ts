import { describe, expect, test } from 'vitest';
import { creditsTaken } from '../../../lib/journal/transitions';
import { changeOf, createWorld } from '../../fakes/background-world';
import { held } from '../../platform/test-client';
import { credentialFields, smallState } from '../../platform/test-state';
import { NOTHING_THERE } from '../../fakes/run';

const both = changeOf(
  301,
  [
    ['recipient-name', 'Person 301', 'New'],
    ['expiry-date', '2026-02-01', '2028-02-01'],
  ],
  { credits: 1, renews: true },
);

describe('a field that had its wanted value before anything was sent proves nothing', () => {
  test.each(['before', 'after'] as const)(
    'no answer, %s the PUT was taken: the other field is written once',
    async (when) => {
      const world = await createWorld({
        state: smallState(
          [credentialFields(301, { expired_on: '2026-02-01', recipient: { name: 'New' } })],
          5,
        ),
        faults: [`reset-${when}:method=PUT:times=1`],
      });
      const run = await world.begin([both]);
      const progress = await world.rest(run);
      expect(await world.states(run)).toMatchObject([{ kind: 'applied', there: ['recipient-name'] }]);
      expect(held(world.standIn, 301).expired_on).toBe('2028-02-01');
      expect(progress.creditsSpent).toBe(1);
      expect(world.standIn.state().issuer.certificate_left).toBe(4);
    },
  );

  test('a renewal that somebody else paid for is not counted', () => {
    const sent = { kind: 'sent', attempt: 1, before: NOTHING_THERE } as const;
    expect(creditsTaken(both, sent, { kind: 'applied' })).toBe(1);
    expect(
      creditsTaken(both, { ...sent, before: { kind: 'read', there: ['expiry-date'] } }, { kind: 'applied' }),
    ).toBe(0);
    expect(
      creditsTaken(
        both,
        { ...sent, before: { kind: 'read', there: ['recipient-name'] } },
        { kind: 'applied' },
      ),
    ).toBe(1);
  });
});

describe('a field that our request changed before somebody else changed another one', () => {
  test('is in the conflict as written, and its credit counts', async () => {
    const world = await createWorld({
      state: smallState(
        [credentialFields(301, { expired_on: '2026-02-01', recipient: { name: 'Person 301' } })],
        5,
      ),
      faults: ['reset-after:method=PUT:times=1'],
      onRequest: (request, standIn) => {
        // After the PUT was taken, and before it is read back.
        const isTaken = held(standIn, 301).expired_on === '2028-02-01';
        if (request.method === 'GET' && isTaken) standIn.edit('301', { recipient: { name: 'Theirs' } });
      },
    });
    const run = await world.begin([both]);
    const progress = await world.rest(run);
    expect(await world.states(run)).toEqual([
      {
        kind: 'conflict',
        fields: [{ attribute: 'recipient-name', before: 'Person 301', now: 'Theirs', wanted: 'New' }],
        written: ['expiry-date'],
      },
    ]);
    expect(progress.creditsSpent).toBe(1);
    expect(held(world.standIn, 301).recipient.name).toBe('Theirs');
  });
});

describe('evidence that the browser has sent twice by itself', () => {
  test.each([
    ['answered', []],
    ['not answered', ['reset-after:method=POST:path=/v1/credentials:times=1:from=2']],
  ])('%s: one of the two is taken away again, and it is said', async (_name, faults) => {
    const world = await createWorld({
      state: smallState([credentialFields(301)]),
      faults,
      onRequest: async (request, standIn) => {
        if (request.url.endsWith('/evidence_items')) await standIn.fetch(request.clone());
      },
    });
    const run = await world.begin([changeOf(301, [['evidence-url-1', null, 'https://a.test/x']])]);
    await world.rest(run);
    expect(held(world.standIn, 301).evidence_items).toHaveLength(1);
    const doubled = [{ attribute: 'evidence-url-1', times: 2, removed: 1 }];
    expect(await world.states(run)).toEqual([{ kind: 'applied', doubled }]);
    expect((await world.entries(run))[0]?.state).toMatchObject({ doubled });
  });
});
