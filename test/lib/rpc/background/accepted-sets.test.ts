import { expect, test } from 'vitest';
import type { Change } from '../../../../lib/credential/change';
import type { RunSource } from '../../../../lib/journal/entry';
import type { ChangeSet } from '../../../../lib/report/change-set/change-set';
import { sealSet } from '../../../../lib/report/change-set/seal-set';
import { toBase64 } from '../../../../lib/secrets/seal';
import { changeOf, createWorld, headerOf, PAGE, type World } from '../../../fakes/background-world';
import { changeSetOf, PASSPHRASE } from '../../../fakes/change-set';

/* docs/four-eyes.md: what the background begins under the policy, whatever a panel says of it. */

const REQUIRED = { policy: { fourEyesRequired: true } };
const BY_POLICY = { ok: false, problem: { code: 'not-allowed', by: 'fourEyesRequired' } };
const NOT_AS_ACCEPTED = { ok: false, problem: { code: 'not-as-accepted' } };

const GRADE = changeOf(101, [['grade', null, 'A']]);
const NAME = changeOf(102, [['recipient-name', 'Ben', 'Bea']], { row: 3 });

async function open(world: World, of: readonly Change[] = [GRADE, NAME], more: Partial<ChangeSet> = {}) {
  const file = toBase64(new Uint8Array(await sealSet(await changeSetOf(of, more), PASSPHRASE)));
  const opened = await world.say({
    ...{ kind: 'open-change-set', page: PAGE, file },
    ...{ passphrase: PASSPHRASE, by: 'Ben Okoro' },
  });
  if (!opened.ok || opened.value.kind !== 'changes') throw new Error('not opened');
  const { sha256, list, madeBy, madeAt } = opened.value;
  return { kind: 'checked', sha256, list, madeBy, madeAt, acceptedBy: 'Ben Okoro' } as const;
}

/** Writes a run down as any panel could, and begins it. */
async function begin(world: World, changes: readonly Change[], source?: RunSource) {
  const header = { ...headerOf(changes), ...(source !== undefined && { source }) };
  const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header, writer: 'panel' });
  if (!prepared.ok) return prepared;
  await world.say({ kind: 'add-changes', run: prepared.value, from: 0, changes });
  return world.say({ kind: 'begin-run', run: prepared.value });
}

/** [what a forged run says of itself, what is in it] */
test.each<[string, (world: World) => Promise<RunSource | undefined>, readonly Change[], object]>([
  ['nothing', () => Promise.resolve(undefined), [GRADE], BY_POLICY],
  ['a file', () => Promise.resolve({ kind: 'file', sha256: 'a'.repeat(64) }), [GRADE], BY_POLICY],
  ['an undo', () => Promise.resolve({ kind: 'undo', runs: ['run-0-1' as never] }), [GRADE], BY_POLICY],
  [
    'a retry of nothing',
    () => Promise.resolve({ kind: 'retry', runs: ['run-9' as never] }),
    [GRADE],
    BY_POLICY,
  ],
  [
    'a list that nobody has opened',
    () =>
      Promise.resolve({
        ...{ kind: 'checked', sha256: 'a'.repeat(64), list: 'b'.repeat(64) },
        ...{ madeBy: 'Ana', madeAt: 1, acceptedBy: 'Ben' },
      }),
    [GRADE],
    NOT_AS_ACCEPTED,
  ],
  [
    'a list, by somebody else',
    async (world) => ({ ...(await open(world)), acceptedBy: 'Eve' }),
    [GRADE],
    NOT_AS_ACCEPTED,
  ],
  [
    'a list, made by somebody else',
    async (world) => ({ ...(await open(world)), madeBy: 'Eve' }),
    [GRADE],
    NOT_AS_ACCEPTED,
  ],
  ['a list, with another value', open, [changeOf(101, [['grade', null, 'A+']])], NOT_AS_ACCEPTED],
  ['a list, with another credential', open, [changeOf(103, [['grade', null, 'A']])], NOT_AS_ACCEPTED],
  [
    'a list, with another attribute',
    open,
    [changeOf(101, [['credential-name', null, 'A']])],
    NOT_AS_ACCEPTED,
  ],
  [
    'a list, with one field more',
    open,
    [
      changeOf(101, [
        ['grade', null, 'A'],
        ['recipient-name', 'Ada', 'Eve'],
      ]),
    ],
    NOT_AS_ACCEPTED,
  ],
  ['a list, with a value that goes away', open, [changeOf(101, [['grade', 'B', null]])], NOT_AS_ACCEPTED],
])('a forged run that says it is of %s is refused', async (_what, source, changes, refusal) => {
  const world = await createWorld(REQUIRED);
  expect(await begin(world, changes, await source(world))).toEqual(refusal);
  expect(world.writes()).toEqual([]);
});

/** [what is sent of the list] */
test.each<[string, readonly Change[]]>([
  ['all of it', [GRADE, NAME]],
  ['one row of it', [NAME]],
  ['it, with another present value', [changeOf(101, [['grade', 'C', 'A']])]],
])('an accepted run begins: %s', async (_what, changes) => {
  for (const policy of [{}, REQUIRED.policy]) {
    const world = await createWorld({ policy });
    expect(await begin(world, changes, await open(world))).toMatchObject({ ok: true });
  }
});

test('without the policy, a run that says it was accepted is held against its list all the same', async () => {
  const world = await createWorld();
  const source = await open(world, [NAME]);
  expect(await begin(world, [GRADE], source)).toEqual(NOT_AS_ACCEPTED);
});

test('a list is run once, also where two runs of it were written down', async () => {
  const world = await createWorld(REQUIRED);
  const source = await open(world, [GRADE]);
  const begun = await begin(world, [GRADE], source);
  if (!begun.ok) throw new Error(begun.problem.code);
  await world.rest(begun.value.run.id);
  expect(await begin(world, [GRADE], source)).toEqual(NOT_AS_ACCEPTED);
});

test('a background that was stopped knows nothing of the list, and refuses', async () => {
  const world = await createWorld(REQUIRED);
  const source = await open(world, [GRADE]);
  await world.restart();
  expect(await begin(world, [GRADE], source)).toEqual(NOT_AS_ACCEPTED);
});

test('what goes on with an accepted run has its values, and no others', async () => {
  const world = await createWorld(REQUIRED);
  const begun = await begin(world, [GRADE], await open(world, [GRADE, NAME]));
  if (!begun.ok) throw new Error(begun.problem.code);
  const { id } = begun.value.run;
  await world.rest(id);
  expect(await begin(world, [changeOf(101, [['grade', null, 'B']])], { kind: 'retry', runs: [id] })).toEqual(
    BY_POLICY,
  );
  const again = await begin(world, [GRADE], { kind: 'retry', runs: [id] });
  expect(again).toMatchObject({ ok: true });
});

test('the same command twice begins one run', async () => {
  const world = await createWorld(REQUIRED);
  const begun = await begin(world, [GRADE], await open(world, [GRADE]));
  if (!begun.ok) throw new Error(begun.problem.code);
  expect(await world.say({ kind: 'begin-run', run: begun.value.run.id })).toMatchObject({ ok: true });
});

test('a retry of a list that was only written down in another group', async () => {
  const world = await createWorld(REQUIRED);
  const source = await open(world);
  const forged = changeOf(101, [['grade', null, 'A+']]);
  const header = { ...headerOf([forged]), source, group: { id: '2', name: 'Group 2' } };
  const elsewhere = { ...PAGE, groupId: '2' as (typeof PAGE)['groupId'] };
  const prepared = await world.say({ kind: 'prepare-run', page: elsewhere, header });
  if (!prepared.ok) throw new Error(prepared.problem.code);
  await world.say({ kind: 'add-changes', run: prepared.value, from: 0, changes: [forged] });
  expect(await begin(world, [forged], { kind: 'retry', runs: [prepared.value] })).toEqual(BY_POLICY);
  expect(world.writes()).toEqual([]);
});
