import { beforeEach, describe, expect, test } from 'vitest';
import type { FoundElsewhere } from '../../../../lib/platform/locate';
import type { ReviewSources } from '../../../../lib/session/review/create-review-model';
import type { ReviewModel } from '../../../../lib/session/review/review-model';
import { calm, deferred } from '../../../fakes/deferred';
import { FOUND, readyOf, reviewable } from '../../../fakes/made-review';

let sheet: Awaited<ReturnType<typeof reviewable>>['sheet'];
let modelOf: Awaited<ReturnType<typeof reviewable>>['modelOf'];
beforeEach(async () => {
  ({ sheet, modelOf } = await reviewable());
});
const obstacles = (model: ReviewModel) => readyOf(model).state.obstacles.map(({ code }) => code);
const rows = ({ window }: ReviewModel) => window.peek()?.rows.map(({ row }) => row);

describe('making it', () => {
  test('goes through its stages to the counts and the first rows', async () => {
    const stages: string[] = [];
    const model = modelOf({
      loadDetails: (_request, onProgress) => {
        onProgress(1, 2);
        return Promise.resolve(null);
      },
    });
    const stop = model.phase.subscribe(({ kind }) => stages.push(kind));
    await model.make();
    stop();
    expect(stages).toEqual(['none', 'reading-group', 'reading-details', 'comparing', 'ready', 'ready']);
    expect(readyOf(model)).toMatchObject({
      locating: false,
      state: { summary: { toUpdate: 2, notMatched: 1 } },
    });
    expect(rows(model)).toEqual([2, 3]);
  });

  test('is not begun while a column is undecided', async () => {
    const model = modelOf({ request: () => null });
    await model.make();
    expect(model.phase.peek()).toEqual({ kind: 'none' });
  });

  test('happens once, however often it is asked for', async () => {
    const group = deferred<null>();
    let reads = 0;
    const model = modelOf({
      loadGroup: () => {
        reads += 1;
        return group.promise;
      },
    });
    const making = [model.make(), model.make()];
    group.resolve(null);
    await Promise.all([...making, model.make()]);
    await model.make();
    expect(reads).toBe(1);
    expect(sheet.called.filter((method) => method === 'review')).toHaveLength(1);
  });

  test.each<[string, Partial<ReviewSources>]>([
    ['the group', { loadGroup: () => Promise.resolve({ code: 'unreachable' }) }],
    ['the details', { loadDetails: () => Promise.resolve({ code: 'unreachable' }) }],
  ])('stops where %s cannot be read', async (_name, sources) => {
    const model = modelOf(sources);
    await model.make();
    expect(model.phase.peek()).toEqual({ kind: 'failed', problem: { code: 'unreachable' } });
    expect(sheet.called).toEqual([]);
  });

  test('that failed can be tried again', async () => {
    const answers = [{ code: 'unreachable' } as const, null];
    const model = modelOf({ loadGroup: () => Promise.resolve(answers.shift() ?? null) });
    await model.make();
    await model.make();
    expect(readyOf(model).state.summary.toUpdate).toBe(2);
  });

  test('stops when the worker ends', async () => {
    const model = modelOf();
    const go = sheet.hold('review');
    const making = model.make();
    await calm();
    sheet.die();
    go();
    await making;
    expect(model.phase.peek()).toEqual({ kind: 'failed', problem: { code: 'reader-ended' } });
  });

  test('does not hide a bug', async () => {
    const model = modelOf({ loadGroup: () => Promise.reject(new Error('bug')) });
    await expect(model.make()).rejects.toThrow('bug');
  });
});

describe('looking for keys elsewhere', () => {
  test('adds where they are, and keeps what was decided meanwhile', async () => {
    const located = deferred<readonly FoundElsewhere[] | null>();
    const model = modelOf({ locate: () => located.promise });
    const making = model.make();
    await calm();
    expect(readyOf(model).locating).toBe(true);
    await model.decide({ kind: 'skip-errors', skip: true });
    await model.decide({ kind: 'confirm', code: 'name-change', confirmed: true });
    expect(readyOf(model).locating).toBe(true);
    located.resolve(FOUND);
    await making;
    expect(readyOf(model)).toMatchObject({ locating: false, state: { obstacles: [] } });
    expect(readyOf(model).state.summary.groups[0]).toMatchObject({ code: 'other-group', count: 1 });
  });

  test('finds nothing: what was decided meanwhile is still shown', async () => {
    const located = deferred<null>();
    const model = modelOf({ locate: () => located.promise });
    const making = model.make();
    await calm();
    await model.decide({ kind: 'skip-errors', skip: true });
    located.resolve(null);
    await making;
    expect(readyOf(model).locating).toBe(false);
    expect(obstacles(model)).toEqual(['warnings-open']);
  });

  test('comes too late for a review that is out of date: the worker is not asked', async () => {
    const located = deferred<readonly FoundElsewhere[] | null>();
    const model = modelOf({ locate: () => located.promise });
    const making = model.make();
    await calm();
    model.outdate();
    located.resolve(FOUND);
    await making;
    expect(sheet.called).not.toContain('addLocated');
    expect(model.phase.peek()).toEqual({ kind: 'none' });
  });
});

describe('out of date', () => {
  test.each(['review', 'window'] as const)('a late %s is dropped', async (method) => {
    const model = modelOf();
    const go = sheet.hold(method);
    const making = model.make();
    await calm();
    model.outdate();
    go();
    await making;
    expect([model.phase.peek(), model.window.peek()]).toEqual([{ kind: 'none' }, null]);
  });

  test('while the group or the details are read', async () => {
    const reading = deferred<null>();
    let tell: (loaded: number, total: number) => void = () => undefined;
    const model = modelOf({
      loadDetails: (_request, onProgress) => {
        tell = onProgress;
        return reading.promise;
      },
    });
    const making = model.make();
    await calm();
    model.outdate();
    tell(1, 2);
    reading.resolve(null);
    await making;
    expect(model.phase.peek()).toEqual({ kind: 'none' });
    expect(sheet.called).toEqual([]);
  });

  test('a late decision is dropped, and nothing is asked of a review that is gone', async () => {
    const model = modelOf();
    await model.make();
    const go = sheet.hold('decide');
    const deciding = model.decide({ kind: 'skip-errors', skip: true });
    model.outdate();
    go();
    await deciding;
    expect(model.phase.peek()).toEqual({ kind: 'none' });
    sheet.called.length = 0;
    model.showRows(10, 20);
    model.setSearch('x');
    model.setFilter({ kind: 'errors' });
    await model.decide({ kind: 'skip-errors', skip: true });
    expect(sheet.called).toEqual([]);
  });
});

describe('the next error', () => {
  test('is found among what is shown, else by the filter that shows it', async () => {
    const model = modelOf();
    await model.make();
    expect(await model.findNext('error', -1)).toBe(0);
    expect(model.filter.peek()).toEqual({ kind: 'errors' });
  });

  test.each<[string, (model: ReviewModel) => void]>([
    ['searched', (model) => model.setSearch('Ada')],
    ['sorted', (model) => model.setSort({ by: 'who', descending: true })],
    ['filtered', (model) => model.setFilter({ kind: 'all' })],
  ])('is no place in rows that were %s meanwhile, and what was chosen stays', async (_how, choose) => {
    const model = modelOf();
    await model.make();
    const finding = model.findNext('error', -1);
    choose(model);
    const view = model.view();
    expect(await finding).toBe('outdated');
    expect(model.view()).toEqual(view);
  });
});
