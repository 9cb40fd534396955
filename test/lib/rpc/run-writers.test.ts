import { describe, expect, test } from 'vitest';
import { groupId } from '../../../lib/credential/ids';
import { changeOf, createWorld, headerOf, PAGE } from '../../fakes/background-world';

const rename = changeOf(101, [['recipient-name', 'Person 101', 'Ada']]);

describe('a run that a panel is filling', () => {
  test('is in the way of another panel, which finds it', async () => {
    const world = await createWorld();
    const prepare = { kind: 'prepare-run', page: PAGE, header: headerOf([rename]) } as const;
    const first = await world.say({ ...prepare, writer: 'a' });
    if (!first.ok) throw new Error('not prepared');
    const run = first.value;
    const refused = { ok: false, problem: { code: 'run-in-progress', run } };
    expect(await world.say({ ...prepare, writer: 'b' })).toEqual(refused);
    expect(await world.say({ kind: 'find-run', page: PAGE })).toMatchObject({ value: { run: { id: run } } });
    const other = { ...PAGE, groupId: groupId('2') };
    expect(await world.say({ kind: 'find-run', page: other })).toEqual({ ok: true, value: null });
  });

  test('and whose panel falls silent is not shown, and replaced by another', async () => {
    const world = await createWorld();
    const prepare = { kind: 'prepare-run', page: PAGE, header: headerOf([rename]) } as const;
    const first = await world.say({ ...prepare, writer: 'a' });
    if (!first.ok) throw new Error('not prepared');
    // Waiting moves the clock of this world: the watcher waits for as long as a panel may be
    // silent.
    const watched = await world.say({ kind: 'watch-run', run: first.value });
    expect(watched).toEqual({ ok: false, problem: { code: 'no-such-run' } });
    expect(await world.say({ kind: 'find-run', page: PAGE })).toEqual({ ok: true, value: null });
    expect(await world.say({ ...prepare, writer: 'b' })).toMatchObject({ ok: true });
    const late = await world.say({ kind: 'add-changes', run: first.value, from: 0, changes: [rename] });
    expect(late).toEqual({ ok: false, problem: { code: 'no-such-run' } });
  });
});
