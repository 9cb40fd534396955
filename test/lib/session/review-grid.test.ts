import { beforeEach, describe, expect, test } from 'vitest';
import type { ReviewModel } from '../../../lib/session/review/review-model';
import { calm } from '../../fakes/deferred';
import { readyOf, reviewable } from '../../fakes/made-review';

let sheet: Awaited<ReturnType<typeof reviewable>>['sheet'];
let modelOf: Awaited<ReturnType<typeof reviewable>>['modelOf'];
beforeEach(async () => {
  ({ sheet, modelOf } = await reviewable());
});
const rows = ({ window }: ReviewModel) => window.peek()?.rows.map(({ row }) => row);

describe('the grid', () => {
  test('sees what was decided', async () => {
    const model = modelOf();
    await model.make();
    await model.decide({ kind: 'exclude', rows: [2], excluded: true });
    expect(readyOf(model).state.summary).toMatchObject({ toUpdate: 1, excluded: 1 });
    expect(model.window.peek()?.rows.map(({ included }) => included)).toEqual([false, true]);
  });

  test('shows a choice before the worker has carried it out', async () => {
    const model = modelOf();
    await model.make();
    const go = sheet.hold('decide');
    const deciding = model.decide({ kind: 'exclude', rows: [2], excluded: true });
    const again = model.decide({ kind: 'exclude', rows: [3], excluded: true });
    const included = () => model.window.peek()?.rows.map((row) => row.included);
    expect(included()).toEqual([false, false]);
    go();
    await deciding;
    // The answer to the first knows nothing of the second.
    expect(included()).toEqual([false, false]);
    await again;
    expect([included(), readyOf(model).state.summary.excluded]).toEqual([[false, false], 2]);
  });

  test('sorts, tells what a replacement would do, lists credentials to choose from, and pastes', async () => {
    const model = modelOf();
    await model.make();
    model.setSort({ by: 'row', descending: true });
    await calm();
    expect(rows(model)).toEqual([3, 2]);
    await model.previewReplace({
      attribute: 'grade',
      find: 'd',
      replace: 'Z',
      wholeCell: false,
      matchCase: false,
    });
    expect(model.replacing.peek()).toEqual({
      count: 1,
      samples: [{ row: 2, before: 'D', after: 'Z' }],
      otherwise: null,
    });
    await model.previewReplace(null);
    expect(model.replacing.peek()).toBeNull();
    await model.choose(4);
    expect(model.choosing.peek()).toEqual({ row: 4, among: [] });
    await model.paste('X\r\n"Y\tZ"\r\n', 0, ['grade']);
    const grades = model.window.peek()?.rows.map(({ cells }) => cells.at(-1)?.after);
    expect(grades).toEqual(['X', 'Y\tZ']);
    expect(readyOf(model).state.canUndo).toBe(true);
  });

  test('pastes nothing over rows that have moved under what was seen', async () => {
    const model = modelOf();
    await model.make();
    model.setSort({ by: 'row', descending: true });
    await calm();
    expect(rows(model)).toEqual([3, 2]);
    // As it is on the platform: the row has no change any more, and the other one comes to its
    // place.
    const editing = model.decide({ kind: 'edit', row: 3, attribute: 'grade', text: 'B' });
    await Promise.all([editing, model.paste('X', 0, ['grade'])]);
    expect(rows(model)).toEqual([2]);
    expect(model.window.peek()?.rows[0]?.edited).toEqual([]);
  });

  test('opens on the errors where there is nothing else', async () => {
    const model = modelOf();
    await model.make();
    expect(model.filter.peek()).toEqual({ kind: 'changes' });
    await model.decide({ kind: 'edit', row: 2, attribute: 'credential-id', text: '7' });
    await model.decide({ kind: 'edit', row: 3, attribute: 'credential-id', text: '8' });
    // Choices stay as long as nobody makes the review again.
    expect([model.filter.peek(), rows(model)]).toEqual([{ kind: 'changes' }, []]);
    model.outdate();
    await model.make();
    expect([model.filter.peek(), rows(model)]).toEqual([{ kind: 'errors' }, [2, 3, 4]]);
  });

  test('keeps a row that it has seen as long as the review is the same', async () => {
    const model = modelOf();
    await model.make();
    const seen = model.window.peek()?.rows[1];
    model.showRows(1, 1);
    await calm();
    expect(model.window.peek()?.rows[0]).toBe(seen);
    await model.decide({ kind: 'exclude', rows: [3], excluded: true });
    expect(model.window.peek()?.rows[0]).not.toBe(seen);
  });

  test('asks for what it shows; the last answer that it waits for is shown', async () => {
    const model = modelOf();
    await model.make();
    model.setFilter({ kind: 'errors' });
    await calm();
    expect(rows(model)).toEqual([4]);
    model.setSearch('nobody');
    model.setSearch('ada');
    model.setFilter({ kind: 'changes' });
    await calm();
    expect([rows(model), model.search.peek()]).toEqual([[2], 'ada']);
    model.setSearch('');
    model.showRows(1, 1);
    model.showRows(1, 1);
    await calm();
    expect([rows(model), model.window.peek()?.from]).toEqual([[3], 1]);
    // Another filter is seen from its start.
    model.setFilter({ kind: 'attribute', attribute: 'grade' });
    await calm();
    expect(model.window.peek()?.from).toBe(0);
  });

  test('and the worker that ends under it are no fault', async () => {
    const model = modelOf();
    await model.make();
    const go = sheet.hold('window');
    model.showRows(1, 1);
    const deciding = model.decide({ kind: 'skip-errors', skip: true });
    sheet.die();
    go();
    await deciding;
    await calm();
    expect(rows(model)).toEqual([2, 3]);
  });

  test('but a bug under it is one', async () => {
    const model = modelOf();
    await model.make();
    Object.assign(sheet.client, { call: () => Promise.reject(new Error('bug')) });
    await expect(model.decide({ kind: 'skip-errors', skip: true })).rejects.toThrow('bug');
  });

  test('and a worker that does not hold its review changes nothing', async () => {
    const model = modelOf();
    await model.make();
    const before = model.phase.peek();
    sheet.die(); // the worker of this test tells nobody: the new one knows no review
    await model.decide({ kind: 'skip-errors', skip: true });
    expect(model.phase.peek()).toBe(before);
  });
});
