import * as XLSX from 'sheetjs-ce';
import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../lib/result';
import type { CommandHandlers } from '../../../lib/rpc/contract/background-contract';
import { calm, deferred } from '../../fakes/deferred';
import { MEMBERS, openSteps, sessionWith, SHEET } from '../../fakes/session';

describe('the four steps (docs/product.md 2)', () => {
  test('begin at Upload, with nothing else open', async () => {
    const world = await sessionWith();
    expect(await openSteps(world)).toEqual(['upload']);
  });

  test('a sheet opens Assign, and Review once every column is decided', async () => {
    const world = await sessionWith();
    await world.open('Credential ID,Grade,Score\n1,D,x\n');
    expect(world.session.step.peek()).toBe('assign');
    expect(await openSteps(world)).toEqual(['upload', 'assign']);
    world.session.assign.skipTheRest();
    expect(await openSteps(world)).toEqual(['upload', 'assign', 'review']);
  });

  test('a sheet that cannot be used shuts them again: there is nothing of the one before', async () => {
    const world = await sessionWith();
    await world.open(SHEET);
    await world.goTo('upload');
    await world.open('%PDF-1.7', 'wrong.pdf');
    expect(world.session.file.phase.peek()).toMatchObject({ kind: 'failed', name: 'wrong.pdf' });
    expect(await openSteps(world)).toEqual(['upload']);
  });

  test.each<[string, readonly string[], string]>([
    ['several sheets to choose from', ['People', 'More'], 'upload'],
    ['one sheet', ['People'], 'assign'],
  ])('with %s it goes on at the right step', async (_name, names, step) => {
    const world = await sessionWith();
    const book = XLSX.utils.book_new();
    for (const name of names)
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Grade'], ['A']]), name);
    const bytes = XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
    await world.session.file.open({ name: 'a.xlsx', size: 1, arrayBuffer: () => Promise.resolve(bytes) });
    await calm();
    expect(world.session.step.peek()).toBe(step);
    expect(world.session.assign.state.peek()?.table.sheetName).toBe('People');
  });

  test('no other step can be opened while nobody is connected', async () => {
    const world = await sessionWith({ connect: () => Promise.resolve(failed({ code: 'unreachable' })) });
    await world.open(SHEET);
    expect(await openSteps(world)).toEqual(['assign']);
    expect(world.kinds()).not.toContain('load-credentials');
  });
});

describe('going to Review', () => {
  test('makes it, on the day that it is in UTC', async () => {
    const world = await sessionWith();
    await world.open('Credential ID,Expiry Date\n1,2026-06-14\n2,2026-06-15\n');
    await world.goTo('review');
    const phase = world.session.review.phase.peek();
    if (phase.kind !== 'ready') throw new Error(phase.kind);
    expect(phase.state.summary).toMatchObject({ toUpdate: 2, withWarnings: 1 });
  });

  test('coming back finds it as it was left; another choice makes it again', async () => {
    const world = await sessionWith();
    await world.open(SHEET);
    await world.goTo('review');
    await world.session.review.decide({ kind: 'exclude', rows: [2], excluded: true });
    await world.goTo('assign');
    await world.goTo('review');
    expect(world.sheet.called.filter((method) => method === 'review')).toHaveLength(1);
    world.session.assign.setBlank(1, 'clear');
    expect(world.session.review.phase.peek()).toEqual({ kind: 'none' });
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toMatchObject({ state: { summary: { excluded: 1 } } });
  });

  test('while the group is still read: it is made once the group is there, whatever is guessed then', async () => {
    const reading = deferred<Awaited<ReturnType<CommandHandlers['load-credentials']>>>();
    const world = await sessionWith({
      'load-credentials': (_, { part }) => {
        part({ credentials: MEMBERS, loaded: 2, total: 2 });
        return reading.promise;
      },
    });
    await world.open(SHEET);
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toEqual({ kind: 'reading-group' });
    reading.resolve(ok({ kind: 'whole' as const, count: 2, requests: 1 }));
    await calm();
    await calm();
    expect(world.session.review.phase.peek()).toMatchObject({ kind: 'ready', locating: false });
  });

  test('without the group says why, and tries again', async () => {
    const answers = [failed({ code: 'unreachable' } as const), failed({ code: 'unreachable' } as const)];
    const world = await sessionWith({
      'load-credentials': () =>
        Promise.resolve(answers.shift() ?? ok({ kind: 'whole' as const, count: 0, requests: 1 })),
    });
    await world.open(SHEET);
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toEqual({ kind: 'failed', problem: { code: 'unreachable' } });
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toMatchObject({ kind: 'ready' });
  });

  test('looks in other groups for keys that match nothing; without an answer they stay as they are', async () => {
    const { said, ...world } = await sessionWith({
      locate: () => Promise.resolve(failed({ code: 'unreachable' })),
    });
    await world.open('Credential ID,Grade\n1,D\n77,D\n');
    await world.goTo('review');
    expect(said.find(({ kind }) => kind === 'locate')).toMatchObject({
      key: 'credential-id',
      values: ['77'],
    });
    expect(world.session.review.phase.peek()).toMatchObject({ kind: 'ready', locating: false });
  });
});

describe('the worker ends', () => {
  test.each(['assign', 'review'] as const)(
    'in %s: it is said at Upload, and everything is read again',
    async (step) => {
      const world = await sessionWith();
      await world.open(SHEET);
      await world.goTo(step);
      const go = world.sheet.hold('report');
      world.session.assign.setBlank(1, 'clear');
      world.sheet.die();
      go();
      await calm();
      expect(world.session.step.peek()).toBe('upload');
      expect(world.session.file.phase.peek()).toMatchObject({
        kind: 'failed',
        problem: { code: 'reader-ended' },
      });
      expect(await openSteps(world)).toEqual(['upload']);
      // The next worker has no credentials: without reading them again nothing would match.
      await world.open(SHEET);
      await world.goTo('review');
      expect(world.session.review.phase.peek()).toMatchObject({
        state: { summary: { toUpdate: 1, notMatched: 0 } },
      });
    },
  );

  test('under a file, and the next one is compared with the whole group', async () => {
    const world = await sessionWith();
    await world.open(SHEET);
    const go = world.sheet.hold('open');
    const opening = world.open('x', 'huge.xlsx');
    await calm();
    world.sheet.die();
    go();
    await opening;
    await world.open(SHEET);
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toMatchObject({ state: { summary: { notMatched: 0 } } });
  });
});
