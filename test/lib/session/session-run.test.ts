import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../lib/result';
import type { EntryState, RunId, RunProgress } from '../../../lib/journal/entry';
import type { CommandHandlers } from '../../../lib/rpc/contract/background-contract';
import { calm } from '../../fakes/deferred';
import { progressOf } from '../../fakes/run';
import { MEMBERS, openSteps } from '../../fakes/session';
import { reviewedSession } from '../../fakes/session-run';
import { RESULT_WORDS } from '../../fakes/result-words';

const updated = MEMBERS.map((member) => (member.id === '1' ? { ...member, grade: 'D' } : member));

describe('the last word', () => {
  test('begins the run of this sheet, group and account, and Update opens', async () => {
    const world = await reviewedSession();
    await world.session.confirm();
    expect(world.session.step.peek()).toBe('review');
    expect(await openSteps(world)).toEqual(['upload', 'assign', 'review']);
    void world.session.updateNow();
    await calm();
    expect(world.session.step.peek()).toBe('update');
    expect(world.said.find(({ kind }) => kind === 'prepare-run')).toMatchObject({
      header: {
        environment: 'production',
        account: { id: '9', name: 'Northfield' },
        group: { id: '7', name: 'Welding 2024' },
        fileName: 'fixes.csv',
        sheetName: '',
        entries: 1,
      },
    });
    expect(world.written).toMatchObject([
      { credential: '1', fields: [{ attribute: 'grade', before: 'A', after: 'D' }] },
    ]);
  });

  test('is not asked for while something is in the way', async () => {
    const world = await reviewedSession({}, 'Credential ID,Recipient Name\n1,Ada King\n');
    await world.session.confirm();
    await world.session.updateNow();
    expect(world.session.run.phase.peek()).toEqual({ kind: 'none' });
    expect(world.kinds()).not.toContain('prepare-run');
  });

  test('falls with a change of the assignment: what was asked for is no longer what is shown', async () => {
    const world = await reviewedSession();
    await world.session.confirm();
    world.session.assign.setBlank(1, 'clear');
    expect(world.session.run.phase.peek()).toEqual({ kind: 'none' });
    await world.session.updateNow();
    expect(world.kinds()).not.toContain('prepare-run');
    // Nor is it asked for about a review that is out of date.
    await world.session.confirm();
    expect(world.session.run.phase.peek()).toEqual({ kind: 'none' });
  });

  test('about a second run while one is under way shows that one', async () => {
    const world = await reviewedSession();
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    await world.goTo('review');
    await world.session.confirm();
    expect(world.session.step.peek()).toBe('update');
    expect(world.session.run.phase.peek().kind).toBe('watching');
  });
});

describe('a run that is over', () => {
  const over = async (
    ...[handlers, state, after]: [Partial<CommandHandlers>?, EntryState?, typeof MEMBERS?]
  ) => {
    const world = await reviewedSession(handlers);
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    await world.finish(state, after ?? updated);
    return world;
  };

  test('makes credentials and review out of date, and asks for the credits', async () => {
    const world = await over();
    expect(world.session.run.phase.peek()).toMatchObject({ kind: 'over', entries: [{ credential: '1' }] });
    expect(world.session.credentials.phase.peek()).toEqual({ kind: 'idle' });
    expect(world.session.review.phase.peek()).toEqual({ kind: 'none' });
    expect(world.kinds().filter((kind) => kind === 'connect')).toHaveLength(2);
    // The same sheet again: the group is read again, and nothing is left to do.
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toMatchObject({
      state: { summary: { toUpdate: 0, unchanged: 2 } },
    });
  });

  test('has its result file, of the journal where the rows are gone', async () => {
    const world = await over();
    const results = [
      { credential: MEMBERS[0]!.id, failed: false, status: 'updated', message: '', link: '', fields: [] },
    ];
    const file = () => world.session.resultFile(results, () => RESULT_WORDS, 'all');
    expect(await file()).toMatchObject({ from: 'sheet' });
    const go = world.sheet.hold('results');
    const asking = file();
    world.sheet.die();
    go();
    expect(await asking).toBeNull();
    const again = await file();
    expect(again?.from).toBe('journal');
    expect(again?.bytes.byteLength).toBeGreaterThan(1000);
  });

  test('that was begun elsewhere never gets the rows of the sheet that was planned here', async () => {
    let elsewhere: RunProgress | null = null;
    const world = await over({ 'find-run': () => Promise.resolve(ok(elsewhere)) });
    const results = [
      { credential: MEMBERS[0]!.id, failed: false, status: 'updated', message: '', link: '', fields: [] },
    ];
    world.session.startOver();
    await world.open('Credential ID,Grade\n1,E\n');
    await world.goTo('review');
    await world.session.confirm();
    expect(world.session.run.phase.peek().kind).toBe('confirming');
    // Another panel has begun a run of this group meanwhile: that is the one that is shown.
    const { run, ...rest } = progressOf('running', { planned: 1 });
    elsewhere = { ...rest, run: { ...run, id: 'of-another-panel' as RunId } };
    await world.session.run.find();
    await calm();
    expect(world.session.run.phase.peek().kind).toBe('over');
    expect((await world.session.resultFile(results, () => RESULT_WORDS, 'all'))?.from).toBe('journal');
  });

  test('leads to the next sheet', async () => {
    const world = await over();
    world.session.startOver();
    expect([world.session.step.peek(), world.session.run.phase.peek()]).toEqual(['upload', { kind: 'none' }]);
    expect(world.session.file.phase.peek()).toEqual({ kind: 'none' });
    expect(await openSteps(world)).toEqual(['upload']);
  });

  test('is undone through Review, with the group as it is now', async () => {
    const world = await over();
    await world.session.undo('Undo of fixes.csv');
    expect(world.session.step.peek()).toBe('review');
    expect(world.session.file.phase.peek()).toMatchObject({
      kind: 'open',
      name: 'Undo of fixes.csv',
      undo: { cannot: 0 },
    });
    expect(world.session.review.phase.peek()).toMatchObject({ state: { summary: { rows: 1, toUpdate: 1 } } });
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    expect(world.written.at(-1)).toMatchObject({
      credential: '1',
      fields: [{ attribute: 'grade', before: 'D', after: 'A' }],
    });
    expect(world.said.findLast(({ kind }) => kind === 'prepare-run')).toMatchObject({
      header: { fileName: 'Undo of fixes.csv', sheetName: '' },
    });
  });

  test('of which nothing can be undone says so', async () => {
    const world = await over({}, { kind: 'rejected', status: 422, words: 'no' });
    await world.session.undo('Undo of fixes.csv');
    expect(world.session.step.peek()).toBe('upload');
    expect(world.session.file.phase.peek()).toMatchObject({
      kind: 'failed',
      problem: { code: 'nothing-to-undo' },
    });
  });

  test('is not undone blindly: a group that cannot be read is said, and the run stays', async () => {
    let answers = 0;
    const world = await over({
      'load-credentials': (_, { part }) => {
        answers += 1;
        if (answers > 1) return Promise.resolve(failed({ code: 'signed-out', triedKey: false }));
        part({ credentials: MEMBERS, loaded: 2, total: 2 });
        return Promise.resolve(ok({ kind: 'whole' as const, count: 2, requests: 1 }));
      },
    });
    await world.session.undo('Undo of fixes.csv');
    expect(world.session.file.phase.peek()).toMatchObject({
      kind: 'failed',
      problem: { code: 'signed-out' },
    });
    expect(await openSteps(world)).toEqual(['upload', 'update']);
  });

  test('with a field that only a whole credential tells: all of the run are read whole', async () => {
    let isOver = false;
    const wholeOf = (member: (typeof MEMBERS)[number]) => {
      const description = isOver && member.id === '2' ? 'New' : `Of ${member.id}`;
      return { ...member, detail: { description, phone: null, evidence: [] } };
    };
    const world = await reviewedSession(
      {
        'load-details': ({ credentials }, { part }) => {
          const wholes = MEMBERS.filter(({ id }) => credentials.includes(id)).map(wholeOf);
          part({ credentials: wholes, gone: [], loaded: 1, total: 1 });
          return Promise.resolve(ok({ count: wholes.length }));
        },
      },
      'Credential ID,Description,Grade\n1,,D\n2,New,E\n',
    );
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    expect(world.written.map(({ fields }) => fields.map(({ attribute }) => attribute))).toEqual([
      ['grade'],
      ['description', 'grade'],
    ]);
    isOver = true;
    await world.finish(
      { kind: 'applied' },
      MEMBERS.map((member) => ({ ...member, grade: member.id === '1' ? 'D' : 'E' })),
    );
    await world.session.undo('Undo');
    expect(world.said.findLast(({ kind }) => kind === 'load-details')).toMatchObject({
      credentials: ['1', '2'],
    });
    // The description that the run never touched is not cleared.
    const phase = world.session.review.phase.peek();
    if (phase.kind !== 'ready') throw new Error(phase.kind);
    expect(phase.state.summary).toMatchObject({
      groups: [],
      attributes: [
        { attribute: 'grade', changed: 2 },
        { attribute: 'description', changed: 1 },
      ],
    });
  });
});
