import { expect, test } from 'vitest';
import type { EntryState } from '../../../lib/journal/entry';
import { ok } from '../../../lib/result';
import { calm } from '../../fakes/deferred';
import { MEMBERS, planOf } from '../../fakes/session';
import { reviewedSession } from '../../fakes/session-run';

/** A sheet whose columns are not in the order of a table that is made of a run. */
const SHEET = 'Grade,Credential ID\nD,1\n';

const FIELD = { attribute: 'grade', before: 'A', now: 'X', wanted: 'D' } as const;
const CONFLICT: EntryState = { kind: 'conflict', fields: [FIELD] };

/** A run that has ended so, with the group as it is then. */
async function finished(state: EntryState, grade: string, text = SHEET, ofOther = 'B') {
  const after = MEMBERS.map((member) => ({ ...member, grade: member.id === '1' ? grade : ofOther }));
  const world = await reviewedSession(
    {
      'load-details': ({ credentials }, { part }) => {
        const detail = { description: null, phone: null, evidence: [] };
        const wholes = after.filter(({ id }) => credentials.includes(id));
        part({ credentials: wholes.map((one) => ({ ...one, detail })), gone: [], loaded: 1, total: 1 });
        return Promise.resolve(ok({ count: wholes.length }));
      },
    },
    text,
  );
  await world.session.confirm();
  void world.session.updateNow();
  await calm();
  await world.finish(state, after);
  return world;
}
type World = Awaited<ReturnType<typeof finished>>;

const decide = ({ session }: World) => {
  session.conflicts.chooseAll('sheet');
  return session.sendDecided('Decided');
};

/** Changes that the review of the open sheet would send. */
async function reviewedChanges({ session, sheet, goTo }: World) {
  await goTo('review');
  await calm();
  expect(session.review.phase.peek()).toMatchObject({ kind: 'ready' });
  const { changes } = await planOf({ session, sheet });
  return changes.map(({ credential, fields }) => [credential, fields]);
}
const gradeOf = (before: string, after: string) => [['1', [{ attribute: 'grade', before, after }]]];

/** [which table is being made of the run, how it has ended, the grade then, how it is asked for] */
const MADE = [
  ['the decided conflicts are', 'makeDecided', CONFLICT, 'X', decide],
  ['the undo is', 'makeUndo', { kind: 'applied' }, 'D', ({ session }: World) => session.undo('Undo')],
] as const;

for (const [what, method, state, grade, ask] of MADE) {
  test(`${what} made and the admin starts over in that instant: sheet and assignment stay together`, async () => {
    const world = await finished(state, grade);
    await world.goTo('upload');
    await world.open('Grade,Credential ID\nE,1\n', 'before.csv');
    await world.goTo('update');
    const letGo = world.sheet.hold(method);
    const asked = ask(world);
    await expect.poll(() => world.sheet.called).toContain(method);
    world.session.startOver();
    letGo();
    await asked;
    await calm();
    expect(world.session.step.peek()).toBe('upload');
    expect(world.session.file.phase.peek()).toMatchObject({ kind: 'open', name: 'before.csv' });
    expect(await reviewedChanges(world)).toEqual(gradeOf(grade, 'E'));
  });

  test(`${what} made and another sheet is opened in that instant: the sheet stays`, async () => {
    const world = await finished(state, grade);
    const letGo = world.sheet.hold(method);
    const asked = ask(world);
    await expect.poll(() => world.sheet.called).toContain(method);
    await world.goTo('upload');
    const opened = world.open('Grade,Credential ID\nE,1\n', 'second.csv');
    letGo();
    await Promise.all([asked, opened]);
    await calm();
    expect(world.session.file.phase.peek()).toMatchObject({ kind: 'open', name: 'second.csv' });
    expect(await reviewedChanges(world)).toEqual(gradeOf(grade, 'E'));
  });

  test(`${what} made and taken`, async () => {
    const world = await finished(state, grade);
    await ask(world);
    expect(world.session.step.peek()).toBe('review');
    expect(await reviewedChanges(world)).toEqual(gradeOf(grade, grade === 'D' ? 'A' : 'D'));
  });
}

test('an undo that is asked for while the decided conflicts are made: each has its own table', async () => {
  // The second credential has something to undo.
  const state = { ...CONFLICT, written: ['grade'] } as const;
  const world = await finished(state, 'X', 'Grade,Credential ID\nD,1\nD,2\n', 'D');
  const letGo = world.sheet.hold('makeDecided');
  const decided = decide(world);
  await expect.poll(() => world.sheet.called).toContain('makeDecided');
  const undone = world.session.undo('Undo');
  await expect.poll(() => world.sheet.called).toContain('makeUndo');
  letGo();
  await Promise.all([decided, undone]);
  await calm();
  expect(world.session.file.phase.peek()).toMatchObject({ kind: 'open', name: 'Decided' });
  expect(await reviewedChanges(world)).toEqual(gradeOf('X', 'D'));
});
