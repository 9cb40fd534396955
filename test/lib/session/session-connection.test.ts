import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../lib/platform/connection';
import { failed, ok, type Result } from '../../../lib/result';
import { calm, deferred } from '../../fakes/deferred';
import { progressOf, RUN } from '../../fakes/run';
import { CONNECTION, openSteps, sessionWith, SHEET } from '../../fakes/session';

describe('connecting', () => {
  test('finds a run of the group that is under way, and shows it', async () => {
    const world = await sessionWith({
      'find-run': () => Promise.resolve(ok(progressOf('running', { planned: 3 }))),
    });
    expect(world.session.step.peek()).toBe('update');
    expect(world.session.run.phase.peek()).toMatchObject({
      kind: 'watching',
      progress: { run: { id: RUN } },
    });
    expect(await openSteps(world)).toEqual(['upload', 'update']);
  });

  test('by a key after the session was refused: the key is handed over, and the sheet goes on', async () => {
    const { said, ...world } = await sessionWith({
      connect: () => Promise.resolve(failed({ code: 'signed-out', triedKey: false })),
      'give-key': ({ key }) =>
        Promise.resolve(
          key === 'right'
            ? ok({
                ...CONNECTION,
                signedInBy: 'key' as const,
                customAttributes: [{ name: 'Ward', kind: 'text' }],
              })
            : failed({ code: 'signed-out', triedKey: true }),
        ),
    });
    expect(world.session.connection.phase.peek()).toEqual({ kind: 'key-needed', refused: false });
    await world.open('Credential ID,Ward\n1,North\n');
    await world.session.connection.giveKey('wrong', false);
    expect(world.session.connection.phase.peek()).toEqual({ kind: 'key-needed', refused: true });
    await world.session.connection.giveKey('right', true);
    await calm();
    expect(said.filter(({ kind }) => kind === 'give-key')).toMatchObject([
      { remember: false },
      { remember: true },
    ]);
    // The account's own attributes are known now, and the column is guessed at again.
    expect(world.session.assign.state.peek()?.assignment.columns[1]?.target).toEqual({
      kind: 'attribute',
      id: 'custom:Ward',
    });
    expect(JSON.stringify(world.session.connection.phase.peek())).not.toContain('right');
  });

  test('again, perhaps as somebody else, reads the group again', async () => {
    const world = await sessionWith();
    await world.open(SHEET);
    await world.goTo('review');
    await world.session.connection.connect();
    await calm();
    expect(world.session.review.phase.peek()).toEqual({ kind: 'none' });
    expect(world.kinds().filter((kind) => kind === 'load-credentials')).toHaveLength(2);
  });

  test('again, as somebody without an attribute that a column was given: that column has to be decided again', async () => {
    const answers = [ok({ ...CONNECTION, customAttributes: [{ name: 'Ward', kind: 'text' as const }] })];
    const world = await sessionWith({ connect: () => Promise.resolve(answers.shift() ?? ok(CONNECTION)) });
    await world.open('Credential ID,Grade,Station\n1,D,North\n');
    world.session.assign.setTarget(2, { kind: 'attribute', id: 'custom:Ward' });
    expect(world.session.assign.problems.peek()).toEqual([]);
    await world.session.connection.connect();
    await calm();
    expect(world.session.assign.problems.peek()).toEqual([{ code: 'columns-undecided', columns: [2] }]);
  });

  test('that fails can be tried again; a key can be forgotten', async () => {
    const answers = [failed({ code: 'unreachable' } as const), ok(CONNECTION)];
    const { said, session } = await sessionWith({
      connect: () => Promise.resolve(answers.shift() ?? ok(CONNECTION)),
      'forget-key': () => Promise.resolve(ok(null)),
    });
    expect(session.connection.phase.peek()).toEqual({ kind: 'failed', problem: { code: 'unreachable' } });
    await session.connection.connect();
    expect(session.connection.phase.peek()).toMatchObject({ kind: 'connected' });
    await session.connection.forgetKey();
    expect(session.connection.phase.peek()).toEqual({ kind: 'key-needed', refused: false });
    expect(said.at(-1)).toEqual({ kind: 'forget-key', environment: 'production' });
  });

  test.each(['connect', 'refresh', 'renew'] as const)(
    'with a key that is forgotten meanwhile does not come back by a late answer: %s',
    async (how) => {
      const late = deferred<Result<Connection, never>>();
      const answers = [Promise.resolve(ok(CONNECTION))];
      const { session } = await sessionWith({
        connect: () => answers.shift() ?? late.promise,
        'forget-key': () => Promise.resolve(ok(null)),
      });
      const asking = session.connection[how]();
      await session.connection.forgetKey();
      late.resolve(ok(CONNECTION));
      await asking;
      await calm();
      expect(session.connection.phase.peek()).toEqual({ kind: 'key-needed', refused: false });
    },
  );

  test('asked again after a run keeps what is shown when there is no answer', async () => {
    const answers = [
      ok(CONNECTION),
      failed({ code: 'unreachable' } as const),
      ok({ ...CONNECTION, credits: 4 }),
    ];
    const { session } = await sessionWith({
      connect: () => Promise.resolve(answers.shift() ?? ok(CONNECTION)),
    });
    await session.connection.refresh();
    expect(session.connection.phase.peek()).toMatchObject({ connection: { credits: 5 } });
    await session.connection.refresh();
    expect(session.connection.phase.peek()).toMatchObject({ connection: { credits: 4 } });
  });
});
