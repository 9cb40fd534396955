import { describe, expect, test } from 'vitest';
import { createStandIn } from '../stand-in';
import { call, held } from '../test-client';
import { testClock } from '../test-clock';
import { smallState } from '../test-state';

const fresh = () => createStandIn({ state: smallState(), ...testClock() });
const ITEMS = '/v1/credentials/101/evidence_items';

test('an item is made, seen, changed and deleted', async () => {
  const standIn = fresh();
  const made = await call(standIn, 'POST', ITEMS, {
    evidence_item: { description: 'Portfolio', category: 'url', url: 'https://a.test/' },
  });
  const { id } = (made.body as { evidence_item: { id: number } }).evidence_item;
  const expected = { id, description: 'Portfolio', type: 'url', link_url: 'https://a.test/', position: 1 };
  expect(await call(standIn, 'GET', `${ITEMS}/${id}`)).toMatchObject({
    status: 200,
    body: { evidence_item: expected },
  });

  await call(standIn, 'PUT', `${ITEMS}/${id}`, { evidence_item: { description: 'Works' } });
  expect(held(standIn, 101).evidence_items[1]).toMatchObject({ ...expected, description: 'Works' });

  expect((await call(standIn, 'DELETE', `${ITEMS}/${id}`)).status).toBe(200);
  expect(held(standIn, 101).evidence_items.map((item) => item.id)).toEqual([5]);
  expect((await call(standIn, 'GET', `${ITEMS}/${id}`)).body).toEqual({ error: 'Not found' });
});

test('it moves updated_at', async () => {
  const standIn = fresh();
  await call(standIn, 'DELETE', `${ITEMS}/5`);
  expect(held(standIn, 101).updated_at).toBe('2026-11-22T09:00:00.000Z');
});

test('a grade is sent as text and answered as a number', async () => {
  const evidence_item = { description: 'Final', category: 'grade', string_object: '83' };
  const { body } = await call(fresh(), 'POST', ITEMS, { evidence_item });
  expect(body).toMatchObject({
    evidence_item: { type: 'grade', string_object: { grade: 83 }, link_url: null },
  });
});

describe('what is refused', () => {
  test.each([
    ['no description', { category: 'url', url: 'https://a.test' }, { description: ["can't be blank"] }],
    ['no category', { description: 'A' }, { category: ['is not included in the list'] }],
    [
      'another category',
      { description: 'A', category: 'song' },
      { category: ['is not included in the list'] },
    ],
    ['no link', { description: 'A', category: 'file' }, { file: ["can't be blank"] }],
    ['a link that is none', { description: 'A', category: 'url', url: 'a.test' }, { url: ['is invalid'] }],
    [
      'a grade that is none',
      { description: 'A', category: 'grade', string_object: 'B' },
      { string_object: ['is not a number'] },
    ],
  ])('%s', async (_, evidence_item, errors) => {
    expect(await call(fresh(), 'POST', ITEMS, { evidence_item })).toMatchObject({
      status: 422,
      body: { errors },
    });
  });

  test.each([
    ['POST', '/v1/credentials/999/evidence_items', 404],
    ['GET', '/v1/credentials/101/evidence_items/999', 404],
    ['POST', ITEMS, 400],
  ] as const)('%s %s with nothing', async (method, path, status) => {
    const body = method === 'POST' ? {} : undefined;
    expect((await call(fresh(), method, path, body)).status).toBe(status);
  });
});
