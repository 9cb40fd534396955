import { describe, expect, test } from 'vitest';
import { groupId } from '../../../../lib/credential/ids';
import type { Credential } from '../../../../lib/credential/credential';
import type { RunId } from '../../../../lib/journal/entry';
import { changeOf, createWorld, headerOf, PAGE } from '../../../fakes/background-world';
import { ACCOUNT_KEY } from '../../../platform/stand-in-options';
import { call } from '../../../platform/test-client';

const rename = changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']]);

describe('connect (docs/product.md 2.1)', () => {
  test('by the session of the dashboard', async () => {
    const world = await createWorld();
    expect(await world.say({ kind: 'connect', page: PAGE })).toEqual({
      ok: true,
      value: {
        page: PAGE,
        account: { id: '9', name: 'Northfield' },
        group: { id: '1', name: 'Group 1', credentialName: 'Course 1' },
        credits: 2,
        customAttributes: [
          { name: 'Location', kind: 'text' },
          { name: 'Photo', kind: 'image' },
          { name: 'Ward', kind: 'text' },
        ],
        signedInBy: 'session',
        learned: {},
        pageSize: 100,
      },
    });
  });

  test.each([
    ['nobody is signed in', { signedIn: false }],
    ['the session is not taken', { switches: { session: 'refused' } as const }],
  ])('%s: a key is asked for, checked at once and used from then on', async (_name, options) => {
    const world = await createWorld(options);
    const connect = { kind: 'connect', page: PAGE } as const;
    expect(await world.say(connect)).toEqual({ ok: false, problem: { code: 'signed-out', triedKey: false } });
    for (const key of ['wrong', 'nonsense\nkey', 'clé', '']) {
      const refused = await world.say({ kind: 'give-key', page: PAGE, key, remember: true });
      expect(refused).toEqual({ ok: false, problem: { code: 'signed-out', triedKey: true } });
      expect(world.keys.size).toBe(0);
    }
    const given = await world.say({ kind: 'give-key', page: PAGE, key: ` ${ACCOUNT_KEY} `, remember: true });
    expect(given).toMatchObject({ ok: true, value: { signedInBy: 'key' } });
    expect(JSON.stringify(given)).not.toContain(ACCOUNT_KEY);
    await world.restart();
    expect(await world.say(connect)).toMatchObject({ ok: true, value: { signedInBy: 'key' } });
    await world.say({ kind: 'forget-key', environment: 'production' });
    expect(await world.say(connect)).toMatchObject({ ok: false });
  });

  test('a key that is no longer accepted', async () => {
    const world = await createWorld({ signedIn: false, key: 'old' });
    const answer = await world.say({ kind: 'connect', page: PAGE });
    expect(answer).toEqual({ ok: false, problem: { code: 'signed-out', triedKey: true } });
  });

  test('a group that this account does not have', async () => {
    const world = await createWorld();
    const page = { ...PAGE, groupId: '77' as never };
    expect(await world.say({ kind: 'connect', page })).toEqual({
      ok: false,
      problem: { code: 'not-found', words: 'Group does not exist' },
    });
  });

  test('nobody answers', async () => {
    const world = await createWorld({ faults: ['reset-before'] });
    expect(await world.say({ kind: 'connect', page: PAGE })).toEqual({
      ok: false,
      problem: { code: 'unreachable' },
    });
  });
});

describe('load-details and locate', () => {
  test('the detail of credentials, with those that are gone', async () => {
    const world = await createWorld();
    const credentials: Credential[] = [];
    const gone: string[] = [];
    const answer = await world.say(
      { kind: 'load-details', page: PAGE, credentials: ['101', '999', '102'] as never },
      (part) => {
        credentials.push(...part.credentials);
        gone.push(...part.gone);
      },
    );
    expect(answer).toEqual({ ok: true, value: { count: 2 } });
    expect(gone).toEqual(['999']);
    expect(credentials.map(({ id, detail }) => [id, detail])).toEqual([
      [
        '101',
        {
          description: null,
          phone: '+442079460000',
          evidence: [{ id: '5', description: 'Exam', url: null }],
        },
      ],
      ['102', { description: null, phone: null, evidence: [] }],
    ]);
  });

  const uuid = '00000000-0000-4000-8000-000000000104';
  const in2 = (value: string) => [{ value, credential: '104', groupId: '2', groupName: 'Group 2' }];
  test.each([
    ['a number', 'credential-id', ['104'], in2('104')],
    ['a number of nobody', 'credential-id', ['99999'], []],
    ['what can be no number', 'credential-id', ['..', 'a/b', '', ' '], []],
    ['a UUID', 'uuid', [uuid], in2(uuid)],
    ['a public link', 'uuid', ['https://www.credential.net/e104'], in2('https://www.credential.net/e104')],
    [
      'a link with a UUID',
      'uuid',
      [`https://www.credential.net/${uuid}?x=1`],
      in2(`https://www.credential.net/${uuid}?x=1`),
    ],
    [
      'an e-mail in other case',
      'recipient-email',
      ['P104@Example.com', 'none@example.com'],
      in2('P104@Example.com'),
    ],
    ['a license id of this very group', 'license-id', ['L-1'], []],
    ['a number of this very group with a zero before it', 'credential-id', ['0101'], []],
  ] as const)('locate by %s', async (_name, key, values, expected) => {
    const world = await createWorld();
    expect(await world.say({ kind: 'locate', page: PAGE, key, values })).toEqual({
      ok: true,
      value: expected,
    });
  });

  test('locate by a license id', async () => {
    const world = await createWorld();
    const page = { ...PAGE, groupId: groupId('2') };
    expect(await world.say({ kind: 'locate', page, key: 'license-id', values: ['L-1'] })).toEqual({
      ok: true,
      value: [{ value: 'L-1', credential: '101', groupId: '1', groupName: 'Group 1' }],
    });
  });
});

describe('runs', () => {
  test('the whole way, found while it is not finished', async () => {
    const world = await createWorld();
    const find = { kind: 'find-run', page: null } as const;
    expect(await world.say(find)).toEqual({ ok: true, value: null });
    const run = await world.begin([rename]);
    await world.say({ kind: 'pause-run', run });
    expect(await world.say(find)).toMatchObject({ ok: true, value: { run: { id: run } } });
    expect(await world.say({ kind: 'find-run', page: PAGE })).toMatchObject({
      ok: true,
      value: { run: { id: run } },
    });
    await world.say({ kind: 'resume-run', run });
    const progress: string[] = [];
    const end = await world.say({ kind: 'watch-run', run }, (part) => progress.push(part.run.state.kind));
    expect(end).toMatchObject({
      ok: true,
      value: { run: { state: { kind: 'finished' } }, counts: { applied: 1 } },
    });
    expect(progress.at(-1)).toBe('finished');
    // It is shown until a panel has shown its end.
    expect(await world.say(find)).toMatchObject({ ok: true, value: { run: { id: run } } });
    expect(await world.say({ kind: 'see-run', run })).toEqual({ ok: true, value: null });
    expect(await world.say(find)).toEqual({ ok: true, value: null });
    const entries = await world.say({ kind: 'list-entries', run, from: 0, count: 10 });
    expect(entries).toMatchObject({
      ok: true,
      value: [{ position: 0, state: { kind: 'applied' }, change: rename }],
    });
  });

  test('one run of a group at a time', async () => {
    const world = await createWorld();
    const run = await world.begin([rename]);
    await world.say({ kind: 'pause-run', run });
    const second = await world.say({ kind: 'prepare-run', page: PAGE, header: headerOf([rename]) });
    expect(second).toEqual({ ok: false, problem: { code: 'run-in-progress', run } });
  });

  test('a run that was never begun is replaced', async () => {
    const world = await createWorld();
    const prepare = { kind: 'prepare-run', page: PAGE, header: headerOf([rename]), writer: 'a' } as const;
    const first = await world.say(prepare);
    const second = await world.say(prepare);
    expect(second.ok && first.ok && second.value !== first.value).toBe(true);
    expect(await world.journal.listRuns()).toHaveLength(1);
  });

  test('a run is not begun with another number of changes than announced', async () => {
    const world = await createWorld();
    const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header: headerOf([rename, rename]) });
    const run = prepared.ok ? prepared.value : ('' as never);
    await world.say({ kind: 'add-changes', run, from: 0, changes: [rename] });
    const problem = { code: 'run-incomplete', expected: 2, found: 1 };
    expect(await world.say({ kind: 'begin-run', run })).toEqual({ ok: false, problem });
    const gap = await world.say({ kind: 'add-changes', run, from: 5, changes: [rename] });
    expect(gap).toEqual({ ok: false, problem: { code: 'run-incomplete', expected: 6, found: 1 } });
    expect(world.writes()).toEqual([]);
  });

  test.each([
    ['another account', { account: { id: '8', name: 'Other' } }],
    ['another group', { group: { id: '2', name: 'Group 2' } }],
    ['another environment', { environment: 'eu' }],
  ] as const)('a run is not begun for %s than was reviewed', async (_name, other) => {
    const world = await createWorld();
    const header = { ...headerOf([rename]), ...other };
    const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header });
    const begun = prepared.ok ? await beginWith(prepared.value) : prepared;
    expect(begun).toEqual({ ok: false, problem: { code: 'other-account' } });
    expect(world.writes()).toEqual([]);

    async function beginWith(run: RunId) {
      await world.say({ kind: 'add-changes', run, from: 0, changes: [rename] });
      return world.say({ kind: 'begin-run', run });
    }
  });

  test('commands may be sent twice', async () => {
    const world = await createWorld();
    const run = await world.begin([rename]);
    expect(await world.say({ kind: 'begin-run', run })).toMatchObject({ ok: true });
    await world.say({ kind: 'watch-run', run });
    expect(await world.say({ kind: 'begin-run', run })).toMatchObject({ ok: true });
    expect(world.writes()).toHaveLength(1);
  });

  test.each(['begin-run', 'pause-run', 'resume-run', 'cancel-run', 'watch-run'] as const)(
    '%s of no run',
    async (kind) => {
      const world = await createWorld();
      const answer = await world.say({ kind, run: 'none' as never });
      expect(answer).toEqual({ ok: false, problem: { code: 'no-such-run' } });
    },
  );

  test('changed by somebody else meanwhile: not overwritten', async () => {
    const world = await createWorld();
    await call(world.standIn, 'PUT', '/v1/credentials/101', {
      credential: { recipient: { name: 'By another' } },
    });
    const run = await world.begin([rename]);
    await world.rest(run);
    expect(await world.states(run)).toMatchObject([{ kind: 'conflict', fields: [{ now: 'By another' }] }]);
  });
});
