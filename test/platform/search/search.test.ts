import { describe, expect, test } from 'vitest';
import { createStandIn } from '../stand-in';
import { call, put, search } from '../test-client';
import { testClock } from '../test-clock';
import { credentialFields, smallState } from '../test-state';

const standIn = createStandIn({ state: smallState(), rate: 0, ...testClock() });
const ids = (body: unknown): number[] =>
  (body as { credentials: { id: number }[] }).credentials.map(({ id }) => id);
const cursorOf = (body: unknown): string | undefined => (body as { meta: { cursor?: string } }).meta.cursor;

describe('what a query finds', () => {
  test.each([
    [{}, [101, 102, 103, 104, 105]],
    [{ 'group.id': 1 }, [101, 102, 103]],
    [{ 'group.id': '1' }, [101, 102, 103]],
    [{ 'group.id[eq]': 2 }, [104]],
    [{ 'group.id[in]': [2, '3'] }, [104, 105]],
    [{ 'group.id[in]': [] }, []],
    [{ uuid: '00000000-0000-4000-8000-000000000103' }, [103]],
    [{ 'recipient_email[in]': ['p101@example.com', 'p104@example.com', 'nobody@example.com'] }, [101, 104]],
    [{ recipient_name: 'Person 102' }, [102]],
    [{ recipient_id: 'R-1' }, [101]],
    [{ 'license_id[in]': ['L-1'] }, [101]],
    [{ approve: false }, [103]],
    [{ approve: true, 'group.id': 1 }, [101, 102]],
    [{ issued_on: '2026-03-01' }, [103]],
    [{ 'issued_on[gt]': '2026-01-10' }, [103]],
    [{ 'issued_on[gte]': '2026-01-10', 'issued_on[lt]': '2026-03-01' }, [101, 102, 104, 105]],
    [{ 'issued_on[lte]': '10/01/2026' }, [101, 102, 104, 105]],
    [{ 'expired_on[lt]': '2027-01-01' }, [101]],
    [{ 'expired_on[in]': ['2027-02-01'] }, [102]],
    [{ created_at: '2026-01-10' }, [101, 102, 103, 104, 105]],
    [{ 'updated_at[gt]': '2026-01-10' }, []],
    [{ custom_attributes: { Location: 'Leeds' } }, [101]],
    [{ custom_attributes: { constructor: 'Leeds' } }, []],
    [{ meta_data: { batch: 7 } }, [102]],
    [{ recipient_meta_data: {} }, [101, 102, 103, 104, 105]],
  ])('%j', async (query, expected) => {
    const { status, body } = await search(standIn, query);
    expect([status, ids(body)]).toEqual([200, expected]);
  });
});

describe('what a search refuses', () => {
  test.each([
    [{ query: { id: 1 } }, 'Query field id is not supported'],
    [{ query: { constructor: 1 } }, 'Query field constructor is not supported'],
    [{ query: { 'recipient_email[gt]': 'a' } }, 'Operation gt is not supported for recipient_email'],
    [{ query: { 'approve[in]': [true] } }, 'Operation in is not supported for approve'],
    [{ query: { approve: 'yes' } }, 'approve must be a boolean'],
    [{ query: { 'group.id[in]': 1 } }, 'group.id[in] must be an array'],
    [{ query: { issued_on: '2026-02-31' } }, 'issued_on must be a date in the format YYYY-MM-DD'],
    [{ query: { uuid: null } }, 'Value of uuid is not supported'],
    [{ query: { meta_data: 'x' } }, 'meta_data must be an object'],
    [{}, 'Query is missing'],
    [{ query: {}, sort: { id: 'increasing' } }, 'Sort order increasing is not supported'],
    [{ query: {}, sort: { grade: 'asc' } }, 'Sort field grade is not supported'],
    [{ query: {}, page: { size: 0 } }, 'Page size must be a positive integer'],
    [{ query: {}, page: { from: -1 } }, 'Page from must be a non-negative integer'],
    [{ query: {}, page: { cursor: 'WzEsMV0=', from: 0 } }, 'Page from and cursor cannot be used together'],
    [{ query: {}, page: { cursor: 'no' } }, 'Page cursor is not valid'],
    [
      { query: {}, page: { from: 9951, size: 50 } },
      'Page from and size reach only the first 10000 results, use a cursor',
    ],
  ])('%j', async (request, message) => {
    const { status, body } = await call(standIn, 'POST', '/v2/credentials/search', request);
    expect([status, body]).toEqual([400, { code: 400, message, status: 'invalid_search_query', errors: {} }]);
  });

  test('a body that is no JSON', async () => {
    expect((await call(standIn, 'POST', '/v2/credentials/search', '{')).status).toBe(400);
  });
});

test.each([
  [{ id: 'desc' }, [105, 104, 103, 102, 101]],
  [{ recipient_name: 'asc' }, [101, 102, 103, 104, 105]],
  [{ issued_on: 'desc' }, [103, 101, 102, 104, 105]],
  [{ expired_on: 'asc' }, [101, 102, 103, 104, 105]],
  [{ 'group.name': 'desc' }, [105, 104, 101, 102, 103]],
])('sorted by %j', async (sort, expected) => {
  expect(ids((await search(standIn, {}, { sort })).body)).toEqual(expected);
});

describe('paging', () => {
  test('by offset', async () => {
    const { body } = await search(standIn, {}, { page: { from: 3, size: 2 } });
    expect(body).toMatchObject({
      credentials: [{ id: 104 }, { id: 105 }],
      meta: { count: 5, from: 3, size: 2 },
    });
  });

  /** The ids of each page until the end as the switch has it, or four pages. */
  async function pages(end: string, size: number): Promise<number[][]> {
    standIn.setSwitch('cursor-end', end);
    const seen: number[][] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const { body } = await search(
        standIn,
        {},
        { page: cursor === undefined ? { size } : { size, cursor } },
      );
      seen.push(ids(body));
      cursor = cursorOf(body);
      if (cursor === undefined) break;
    }
    return seen;
  }

  test.each([
    ['empty-page', 3, [[101, 102, 103], [104, 105], []]],
    ['empty-page', 5, [[101, 102, 103, 104, 105], []]],
    [
      'no-cursor',
      3,
      [
        [101, 102, 103],
        [104, 105],
      ],
    ],
    ['no-cursor', 5, [[101, 102, 103, 104, 105]]],
    [
      'same-cursor',
      3,
      [
        [101, 102, 103],
        [104, 105],
        [104, 105],
        [104, 105],
      ],
    ],
    ['same-cursor', 5, [[101, 102, 103, 104, 105], [], [], []]],
  ])('cursor-end=%s, pages of %i', async (end, size, expected) => {
    expect(await pages(end, size)).toEqual(expected);
  });

  test('a cursor reaches beyond 10,000, and writes meanwhile shift nothing', async () => {
    const credentials = Array.from({ length: 10_150 }, (_, at) => credentialFields(1 + at));
    const large = createStandIn({ state: smallState(credentials), rate: 0, ...testClock() });
    const seen = new Set<number>();
    let page: object = { size: 100 };
    for (let count = 0; count < 102; count += 1) {
      const { body } = await search(large, { 'group.id': 1 }, { page });
      ids(body).forEach((id) => seen.add(id));
      await put(large, 1 + count, { grade: 'B' });
      page = { size: 100, cursor: cursorOf(body) };
    }
    expect(seen.size).toBe(10_150);
  });
});
