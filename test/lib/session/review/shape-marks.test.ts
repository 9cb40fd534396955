import { expect, test } from 'vitest';
import type { ShapeGroup } from '../../../../lib/review/cross-row/review';
import { readyOf, reviewable } from '../../../fakes/made-review';
import { itemAt } from '../../../../lib/element-at';

/** A review with one group of changes alike, as its item shows it. */
async function oneGroup() {
  const { modelOf } = await reviewable();
  const model = modelOf();
  await model.make();
  await model.listShapes('name-change');
  const { groups } = model.shapes.peek() ?? { groups: [] };
  expect(groups).toHaveLength(1);
  const group: ShapeGroup = itemAt(groups, 0);
  const isConfirmed = () =>
    readyOf(model).state.summary.groups.some(({ code, confirmed }) => code === 'name-change' && confirmed);
  return { model, group, isConfirmed };
}

test('a group stays looked at while another item is open', async () => {
  const { model, group } = await oneGroup();
  expect(model.shapeMarks.peek().has('looked', 'name-change', group)).toBe(false);
  model.lookAtShape('name-change', group);
  await model.listShapes('email-change');
  await model.listShapes('name-change');
  expect(model.shapeMarks.peek().has('looked', 'name-change', group)).toBe(true);
});

test('a group is marked as it was then, and for its own kind', async () => {
  const { model, group } = await oneGroup();
  model.lookAtShape('name-change', group);
  const marks = model.shapeMarks.peek();
  expect(marks.has('looked', 'name-change', { ...group, count: 2 })).toBe(false);
  expect(marks.has('looked', 'value-cleared', group)).toBe(false);
  expect(marks.has('right', 'name-change', group)).toBe(false);
});

test('a kind is confirmed with its last group, and asked about again with a first one less', async () => {
  const { model, group, isConfirmed } = await oneGroup();
  await model.takeShape('name-change', group, true);
  expect(isConfirmed()).toBe(true);
  await model.takeShape('name-change', group, false);
  expect(isConfirmed()).toBe(false);
});

test('a group of a kind that is not shown confirms nothing', async () => {
  const { model, group, isConfirmed } = await oneGroup();
  await model.takeShape('email-change', group, true);
  expect(isConfirmed()).toBe(false);
});

test('a row that was corrected since the listing is not confirmed with a group that it has left', async () => {
  const { model, group, isConfirmed } = await oneGroup();
  await model.decide({ kind: 'edit', row: 2, attribute: 'recipient-name', text: 'ADA LOVELACE' });
  await model.takeShape('name-change', group, true);
  expect(isConfirmed()).toBe(false);
  await model.listShapes('name-change');
  const { groups } = model.shapes.peek() ?? { groups: [] };
  await model.takeShape('name-change', itemAt(groups, 0), true);
  expect(isConfirmed()).toBe(true);
});

test('marks go with the review', async () => {
  const { model, group } = await oneGroup();
  model.lookAtShape('name-change', group);
  model.outdate();
  expect(model.shapeMarks.peek().has('looked', 'name-change', group)).toBe(false);
});
