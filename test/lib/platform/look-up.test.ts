import { describe, expect, test } from 'vitest';
import type { Credential } from '../../../lib/credential/credential';
import { credentialId, groupId } from '../../../lib/credential/ids';
import { createClient } from '../../../lib/platform/client';
import { lookUp, type LookUp } from '../../../lib/platform/look-up';
import { createPace } from '../../../lib/platform/pace';
import { requestsToLookUp } from '../../../lib/platform/search-keys';
import { createWorld, PAGE, type WorldOptions } from '../../fakes/background-world';
import type { Switches } from '../../platform/switches';
import { testClock } from '../../platform/test-clock';
import { credentialFields, smallState } from '../../platform/test-state';

const uuidOf = (id: number) => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
/** Group 1 has 1000 to 1299, of which 1250 to 1299 share one address. 9 and 10 are of group 2. */
const state = smallState([
  ...Array.from({ length: 250 }, (_, at) =>
    credentialFields(1_000 + at, { license_id: `L-${at}`, recipient: { id: `R-${at}` } }),
  ),
  ...Array.from({ length: 150 }, (_, at) =>
    credentialFields(1_250 + at, { recipient: { email: 'office@example.com' } }),
  ),
  credentialFields(9, { group_id: 2, recipient: { email: 'p1001@example.com' } }),
  credentialFields(10, { group_id: 2 }),
]);

async function found(lookUp: Omit<LookUp, 'control'>, options: WorldOptions = {}) {
  const world = await createWorld({ state, rate: 0, ...options });
  await world.say({ kind: 'connect', page: PAGE });
  const before = world.standIn.log.length;
  const credentials: Credential[] = [];
  const parts: string[] = [];
  const answer = await world.say(
    { kind: 'look-up', page: PAGE, lookUp: { ...lookUp, control: null } },
    (part) => {
      credentials.push(...part.credentials);
      parts.push(`${part.loaded}/${part.total}`);
    },
  );
  return {
    answer,
    credentials,
    ids: credentials.map(({ id }) => id),
    parts,
    asked: world.standIn.log.length - before,
  };
}

const many = (count: number, of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at));

describe('the credentials of the group that have one of the values', () => {
  /** [case, key, values, ids that are found, requests] */
  test.each<[string, LookUp['key'], readonly string[], readonly string[], number]>([
    ['an e-mail', 'recipient-email', ['p1001@example.com'], ['1001'], 1],
    ['the present e-mail', 'present-email', ['P1001@example.com'], ['1001'], 1],
    ['in another case', 'recipient-email', ['P1001@Example.com'], ['1001'], 1],
    ['nobody', 'recipient-email', ['nobody@example.com'], [], 1],
    ['somebody of another group', 'recipient-email', ['p10@example.com'], [], 1],
    ['own ids', 'license-id', ['L-3', 'L-4', 'l-5'], ['1003', '1004'], 1],
    ["recipients' ids", 'recipient-id', ['R-7'], ['1007'], 1],
    ['a UUID', 'uuid', [uuidOf(1_002).toUpperCase()], ['1002'], 1],
    ['a public link', 'uuid', ['https://www.credential.net/e1002'], ['1002'], 2],
    ['a link with a UUID', 'uuid', [`https://www.credential.net/${uuidOf(1_003)}?x=1`], ['1003'], 1],
    ['numbers, each with a request, and one for all', 'credential-id', ['1001', '1002'], ['1001', '1002'], 3],
    ['numbers of nobody and of another group', 'credential-id', ['77', '9'], [], 2],
    ['what is nobody’s id', 'credential-id', ['..', 'a sentence', 'a/b'], [], 0],
    ['own words that are nobody’s', 'license-id', ['__proto__', 'constructor'], [], 1],
    ['none', 'recipient-email', [], [], 0],
  ])('%s', async (_name, key, values, ids, requests) => {
    const result = await found({ key, values });
    expect(result.answer).toEqual({ ok: true, value: { requests } });
    expect(result.ids.toSorted()).toEqual(ids);
    expect(result.asked).toBe(requests);
  });

  test('fifty with one request, in parts', async () => {
    const values = many(120, (at) => `p${1_000 + at}@example.com`);
    const result = await found({ key: 'recipient-email', values });
    expect(result.answer).toEqual({ ok: true, value: { requests: 3 } });
    expect(result.ids).toHaveLength(120);
    expect(result.parts).toEqual(['50/120', '100/120', '120/120']);
  });

  test('all who share an address, however many pages that takes', async () => {
    const result = await found({ key: 'recipient-email', values: ['office@example.com'] });
    expect(new Set(result.ids).size).toBe(150);
    expect(result.asked).toBe(2);
  });

  test('one that is read by itself has its detail and what only the search answers', async () => {
    const { credentials } = await found({ key: 'credential-id', values: ['1002'] });
    expect(credentials).toMatchObject([
      { uuid: uuidOf(1_002), licenseId: 'L-2', detail: { description: null, evidence: [] } },
    ]);
  });

  test.each<[string, Partial<Switches>]>([
    ['e-mails in any case', { 'email-search': 'any-case' }],
    ['smaller pages', { 'page-max': 20 }],
    ['no cursor at the end', { 'cursor-end': 'no-cursor' }],
    ['the same cursor at the end', { 'cursor-end': 'same-cursor' }],
    ['ids as text', { ids: 'strings' }],
    ['the recipient’s id null', { 'recipient-id': 'null' }],
  ])('whatever the platform is like: %s', async (_name, switches) => {
    const values = many(70, (at) => `p${1_000 + at}@example.com`);
    const { ids } = await found({ key: 'recipient-email', values }, { switches });
    expect(ids.toSorted()).toEqual(many(70, (at) => String(1_000 + at)));
  });

  test.each([
    ['server errors', '500:every=3:path=/v'],
    ['limit answers', '429:every=2:path=/v'],
    ['broken connections', 'reset-before:every=2:path=/v'],
  ])('through %s', async (_name, fault) => {
    const { ids } = await found({ key: 'credential-id', values: ['1001', '1002'] }, { faults: [fault] });
    expect(ids).toEqual(['1001', '1002']);
  });

  test('signed out in the middle', async () => {
    const { answer } = await found(
      { key: 'recipient-email', values: many(120, (at) => `p${1_000 + at}@example.com`) },
      { faults: ['signed-out:from=2:path=/v2'] },
    );
    expect(answer).toMatchObject({ ok: false, problem: { code: 'signed-out' } });
  });
});

describe('a credential that is read by its number is as the search answers it', () => {
  test.each<[string, Partial<Switches>]>([
    ['without a UUID in v1', {}],
    ['with one', { 'uuid-in-v1': 'yes' }],
    ['no id as null', { 'recipient-id': 'null' }],
  ])("the recipient's id too: %s", async (_name, switches) => {
    const values = ['2001', '2002'];
    const own = credentialFields(2_001, { recipient: { id: 'R-1' } });
    const options = { state: smallState([own, credentialFields(2_002)]), switches };
    const { credentials } = await found({ key: 'credential-id', values }, options);
    expect(credentials.map(({ recipientId, uuid }) => [recipientId, uuid])).toEqual([
      ['R-1', uuidOf(2_001)],
      [null, uuidOf(2_002)],
    ]);
  });

  test('not when more than a thousand share the address: reading the group costs less', async () => {
    const office = Array.from({ length: 1_001 }, (_, at) =>
      credentialFields(5_000 + at, { recipient: { email: 'office@example.com' } }),
    );
    const lookedUp = await found({ key: 'credential-id', values: ['5000'] }, { state: smallState(office) });
    expect(lookedUp.answer).toMatchObject({ ok: false, problem: { code: 'unexpected-answer' } });
    expect(lookedUp.asked).toBe(2);
  });
});

test.each<[LookUp['key'], readonly string[], number]>([
  ['recipient-email', many(50, String), 1],
  ['recipient-email', many(51, String), 2],
  ['present-email', many(51, String), 2],
  ['credential-id', many(51, String), 51 + 2],
  ['uuid', [uuidOf(1), uuidOf(2), 'e77'], 1 + 1 + 1],
  ['license-id', [], 0],
])('%s: what it takes', (key, values, requests) => {
  expect(requestsToLookUp(key, values)).toBe(requests);
});

describe('a search that cannot be trusted is an unexpected answer', () => {
  const wire = (id: number, email: string, group = 7) => ({
    id,
    approve: true,
    private: false,
    custom_attributes: {},
    recipient_email: email,
    group: { id: group, name: 'Group' },
  });
  const answering = async (credentials: readonly object[], control: LookUp['control']) => {
    const clock = testClock();
    const bodies: unknown[] = [];
    const client = createClient({
      ...clock,
      random: () => 0,
      pace: createPace(clock),
      environment: 'eu',
      authorization: { kind: 'session' },
      fetch: (_url, init) => {
        bodies.push(JSON.parse(init.body as string));
        return Promise.resolve(
          new Response(JSON.stringify({ credentials, meta: { count: credentials.length } })),
        );
      },
    });
    const values = ['ada@example.org'];
    const result = await lookUp(client, groupId(7), { key: 'recipient-email', values, control }, () => {});
    return { result, bodies };
  };
  const control = { value: 'bob@example.org', credential: credentialId(2) };
  const unexpected = { ok: false, problem: { code: 'unexpected-answer' } };

  test.each<[string, readonly object[], LookUp['control'], object]>([
    ['the list was not looked at', [wire(5, 'eve@example.org'), wire(6, 'cy@example.org')], null, unexpected],
    ['the group was not looked at', [wire(1, 'ada@example.org', 8)], null, unexpected],
    ['one that is there is missing', [wire(1, 'ada@example.org')], control, unexpected],
    ['nothing at all', [], control, unexpected],
    ['the control has capitals', [wire(2, 'Bob@Example.org')], control, { ok: true }],
    ['one more than was asked', [wire(1, 'ada@example.org'), wire(5, 'eve@example.org')], null, { ok: true }],
  ])('%s', async (_name, credentials, known, expected) => {
    expect((await answering(credentials, known)).result).toMatchObject(expected);
  });

  test('the control is in the first request, in lower case and as it is', async () => {
    const { bodies } = await answering([wire(2, 'bob@example.org')], {
      ...control,
      value: 'Bob@example.org',
    });
    expect(bodies).toMatchObject([
      {
        query: {
          'group.id': '7',
          'recipient_email[in]': ['ada@example.org', 'bob@example.org', 'Bob@example.org'],
        },
      },
    ]);
  });
});
