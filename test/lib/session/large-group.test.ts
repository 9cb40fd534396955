import { describe, expect, test } from 'vitest';
import { planOf, windowOf } from '../../fakes/session';
import type { WorldOptions } from '../../fakes/background-world';
import { sessionOverPlatform } from '../../fakes/session-over-platform';
import type { Switches } from '../../platform/switches';
import { credentialFields, smallState } from '../../platform/test-state';

/*
 * Reads: the cheaper of whole pages and look-ups by the sheet's keys. In a group of 2,400
 * credentials (24 pages) a sheet of a few rows is looked up, and its review says what it says of
 * the whole group.
 */

const PAGES = 24;
const FIRST = ['Ada', 'Bob', 'Cy', 'Dee', 'Eve', 'Finn', 'Gus'];
const SYLLABLES = ['ba', 'de', 'fi', 'go', 'hu', 'ka', 'le', 'mi', 'no', 'su'];
/** Everybody has another name, written in letters. */
const nameOf = (id: number) => {
  const surname = Array.from(String(id), (digit) => SYLLABLES[Number(digit)] ?? '').join('');
  return `${FIRST[id % FIRST.length] ?? ''} ${surname.charAt(0).toUpperCase()}${surname.slice(1)}`;
};
const uuidOf = (id: number) => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
const emailOf = (id: number) => `p${id === 11_002 ? 11_001 : id}@example.com`;

/**
 * Group 1 has 10001 to 12400, of which 11001 and 11002 share an address and 11010 has expired; 77
 * is of group 2.
 */
const state = smallState([
  ...Array.from({ length: 100 * PAGES }, (_, at) => {
    const id = 10_001 + at;
    return credentialFields(id, {
      license_id: `L-${id}`,
      grade: id % 2 === 0 ? 'Pass' : 'Merit',
      description: `About ${id}`,
      expired_on: id === 11_010 ? '2026-01-31' : '2027-01-31',
      recipient: { id: `R-${id}`, email: emailOf(id), name: nameOf(id) },
    });
  }),
  credentialFields(77, { group_id: 2, recipient: { email: 'elsewhere@example.com' } }),
]);

const csv = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(',')).join('\n');
const ids = (count: number, first = 11_020) => Array.from({ length: count }, (_, at) => first + at);

/** Sheets with something of every kind that asks who else is in the group. */
const SHEETS: Readonly<Record<string, { text: string; findings: readonly string[] }>> = {
  'by e-mail: changes, nobody, another group, an address of two': {
    findings: ['several-match', 'no-match', 'other-group', 'name-change', 'renewal'],
    text: csv([
      ['Recipient Email', 'Recipient Name', 'Grade', 'Expiry Date'],
      ['p11020@example.com', 'Ada Byron', 'A', '2028-01-31'],
      ['P11021@EXAMPLE.COM', nameOf(11_021), 'Merit', '2027-01-31'],
      ['p11001@example.com', 'Somebody', 'B', '2028-01-31'],
      ['nobody@example.com', 'No Body', 'C', '2028-01-31'],
      ['elsewhere@example.com', 'Else Where', 'C', '2028-01-31'],
      ['p11010@example.com', nameOf(11_010), 'Pass', '2029-01-31'],
    ]),
  },
  'by id, with new e-mails: taken by somebody who is not in the sheet, wanted by two, a typing error': {
    findings: ['email-taken', 'other-group', 'no-match', 'email-change'],
    text: csv([
      ['Credential ID', 'Recipient Email', 'Recipient Name'],
      [11_030, 'p12000@example.com', nameOf(11_030)],
      [11_031, 'new@example.org', nameOf(11_031)],
      [11_032, 'new@example.org', nameOf(11_032)],
      [11_033, 'somebody@gmial.com', nameOf(11_033)],
      [11_034, 'p11034@example.com', 'Another Person'],
      [77, 'elsewhere@example.com', 'Else Where'],
      [99_999, 'x@example.com', 'Nobody'],
    ]),
  },
  'names shifted against their neighbours': {
    findings: ['names-shifted'],
    text: csv([
      ['Recipient Email', 'Recipient Name', 'Grade'],
      ...ids(12).map((id, at) => [emailOf(id), nameOf(at < 10 ? id + 1 : id), 'A']),
    ]),
  },
  'two people swapped': {
    findings: ['people-swapped'],
    text: csv([
      ['Recipient Email', 'Recipient Name'],
      ['p11040@example.com', nameOf(11_041)],
      ['p11041@example.com', nameOf(11_040)],
      ['p11042@example.com', nameOf(11_042)],
    ]),
  },
  'by own id': {
    findings: ['no-match'],
    text: csv([
      ['License ID', 'Grade'],
      ...ids(8).map((id) => [`L-${id}`, 'Distinction']),
      ['L-1', 'Distinction'],
    ]),
  },
  'by UUID and by public link': {
    findings: [],
    text: csv([
      ['Credential UUID / public URL', 'Grade'],
      [uuidOf(11_050), 'A'],
      ['https://www.credential.net/e11051', 'A'],
      ['e11052', 'A'],
    ]),
  },
  'what only reading a credential tells': {
    findings: [],
    text: csv([
      ['Recipient Email', 'Description'],
      ['p11060@example.com', 'Anew'],
      ['p11061@example.com', 'About 11061'],
    ]),
  },
};

async function reviewOf(text: string, how: 'looked-up' | 'whole', options: WorldOptions = {}) {
  const world = await sessionOverPlatform({ state, ...options });
  await world.open(text);
  if (how === 'whole') await world.session.readWholeGroup();
  const { summary, obstacles } = await world.review();
  const all = { filter: { kind: 'all' }, search: '', sort: null } as const;
  const window = await windowOf(world, all, 0, 100);
  const codes = summary.groups.map(({ code }) => code);
  return {
    world,
    codes,
    reported: JSON.parse(JSON.stringify({ summary, obstacles, rows: window.rows })) as object,
  };
}

describe('a sheet that is looked up is reviewed as in the whole group', () => {
  test.each(Object.entries(SHEETS))('%s', async (_name, { text, findings }) => {
    const [lookedUp, whole] = [await reviewOf(text, 'looked-up'), await reviewOf(text, 'whole')];
    expect(lookedUp.reported).toEqual(whole.reported);
    expect(lookedUp.codes).toEqual(expect.arrayContaining([...findings]));
    expect(lookedUp.world.session.credentials.phase.peek()).toMatchObject({ kind: 'in-part', pages: PAGES });
    expect(whole.world.session.credentials.phase.peek()).toMatchObject({ kind: 'loaded', count: 2_400 });
  });

  test.each<[string, Partial<Switches>]>([
    ['e-mails in any case', { 'email-search': 'any-case' }],
    ['no uuid in v1', { 'uuid-in-v1': 'no' }],
    ['a count that is capped', { count: 'capped' }],
    ['smaller pages', { 'page-max': 50 }],
    ['ids as numbers', { ids: 'numbers' }],
    ['timestamps', { dates: 'timestamps' }],
  ])('whatever the platform is like: %s', async (_name, switches) => {
    for (const { text } of Object.values(SHEETS).slice(0, 2)) {
      const lookedUp = await reviewOf(text, 'looked-up', { switches });
      expect(lookedUp.reported).toEqual((await reviewOf(text, 'whole', { switches })).reported);
      expect(lookedUp.world.session.credentials.phase.peek().kind).toBe('in-part');
    }
  });
});

/** [sheet, requests for credentials before Review was opened, and with it] */
describe('how many requests it takes', () => {
  test.each<[string, string, number, object]>([
    [
      'six e-mails: a page and a search, and one for those that are perhaps in other groups',
      SHEETS['by e-mail: changes, nobody, another group, an address of two']?.text ?? '',
      3,
      { kind: 'in-part', requests: 2, lookedUp: 6 },
    ],
    [
      '600 e-mails: twelve searches are half of 24 pages',
      csv([['Recipient Email', 'Grade'], ...ids(600).map((id) => [emailOf(id), 'A'])]),
      13,
      { kind: 'in-part', requests: 13, lookedUp: 600 },
    ],
    [
      '601 e-mails: all of the group',
      csv([['Recipient Email', 'Grade'], ...ids(601).map((id) => [emailOf(id), 'A'])]),
      1 + PAGES,
      { kind: 'loaded', count: 2_400 },
    ],
    [
      '40 ids: each would be a request of its own',
      csv([['Credential ID', 'Grade'], ...ids(40).map((id) => [id, 'A'])]),
      1 + PAGES,
      { kind: 'loaded', count: 2_400 },
    ],
    [
      '40 ids beside their e-mails, which do not leave to find them: all is read',
      csv([
        ['Credential ID', 'Recipient Email', 'Grade'],
        ...ids(40).map((id, at) => [id, at === 3 ? 'moved@example.org' : emailOf(id), 'A']),
      ]),
      1 + 24,
      { kind: 'loaded', count: 2_400 },
    ],
    [
      '5 ids beside their e-mails, of which one changes',
      csv([
        ['Credential ID', 'Recipient Email', 'Grade'],
        ...ids(5).map((id, at) => [id, at === 3 ? 'moved@example.org' : emailOf(id), 'A']),
      ]),
      // A page, each id, a search for what only that tells, and one for the e-mail.
      1 + 5 + 1 + 1,
      { kind: 'in-part', requests: 8, lookedUp: 6 },
    ],
  ])('%s', async (_name, text, requests, phase) => {
    const { world } = await reviewOf(text, 'looked-up');
    expect(world.reads()).toHaveLength(requests);
    expect(world.session.credentials.phase.peek()).toMatchObject(phase);
  });

  test('a small group is read whole, for a single row too', async () => {
    const small = smallState(ids(1_000).map((id) => credentialFields(id)));
    const world = await sessionOverPlatform({ state: small });
    await world.open('Recipient Email,Grade\np11020@example.com,A\n');
    expect(world.session.credentials.phase.peek()).toEqual({ kind: 'loaded', count: 1_000, requests: 10 });
  });
});

describe('what leaves the computer', () => {
  const sheet = csv([
    ['Recipient Email', 'Grade', 'Salary'],
    ['p11020@example.com', 'Secret A', '90000'],
    ['p11021@example.com', 'Secret B', '80000'],
  ]);
  const sent = (world: Awaited<ReturnType<typeof sessionOverPlatform>>) =>
    JSON.stringify(world.reads().map(({ path, body }) => [path, body]));

  test('nothing of the sheet while it is assigned; then the keys and nothing else', async () => {
    const world = await sessionOverPlatform({ state });
    await world.open(sheet);
    expect(world.session.credentials.phase.peek()).toMatchObject({ kind: 'in-part', lookedUp: 0 });
    expect(world.session.assign.report.peek()?.toLookUp).toEqual({
      kind: 'look-up',
      key: 'recipient-email',
      values: 2,
      requests: 1,
    });
    expect(world.reads()).toHaveLength(1);
    expect(sent(world)).not.toContain('p11020');
    await world.review();
    expect(sent(world)).toContain('p11020@example.com');
    expect(sent(world)).not.toMatch(/Secret|90000|80000/);
  });

  test('once every column was decided they are looked up, and counted in Assign', async () => {
    const world = await sessionOverPlatform({ state });
    await world.open(sheet);
    world.session.assign.skipTheRest();
    await world.until(() => {
      const phase = world.session.credentials.phase.peek();
      return phase.kind === 'in-part' && phase.lookedUp === 2;
    }, 'looked up');
    await world.until(() => world.session.assign.report.peek()?.toLookUp === null, 'counted');
    expect(world.session.assign.report.peek()?.keys).toMatchObject([{ key: 'recipient-email', matched: 2 }]);
    await world.review();
    expect(world.reads()).toHaveLength(2);
  });

  test('on request they are looked up before, or all of the group is read and nothing is', async () => {
    const world = await sessionOverPlatform({ state });
    await world.open(sheet);
    await world.session.lookUpRows();
    expect(world.session.credentials.phase.peek()).toMatchObject({ kind: 'in-part', lookedUp: 2 });
    const other = await sessionOverPlatform({ state });
    await other.open(sheet);
    await other.session.readWholeGroup();
    expect(other.session.credentials.phase.peek()).toEqual({ kind: 'loaded', count: 2_400, requests: PAGES });
    await other.review();
    expect(sent(other)).not.toContain('p11020');
  });
});

describe('corrected in the review', () => {
  const correct = async (
    text: string,
    row: number,
    attribute: 'recipient-email' | 'credential-id',
    to: string,
  ) => {
    const world = await sessionOverPlatform({ state });
    await world.open(text);
    await world.review();
    await world.session.review.decide({ kind: 'edit', row, attribute, text: to });
    return { world, reported: await world.review() };
  };

  test('an e-mail that somebody else of the group has is looked up, and an error', async () => {
    const sheet = csv([
      ['Credential ID', 'Recipient Email'],
      [11_030, 'new@example.org'],
    ]);
    const { reported, world } = await correct(sheet, 2, 'recipient-email', 'p12000@example.com');
    expect(reported.summary.groups).toMatchObject([{ code: 'email-taken', count: 1 }]);
    expect(reported.obstacles.map(({ code }) => code)).not.toContain('not-looked-up');
    expect(world.session.review.completing.peek()).toEqual({ kind: 'no' });
  });

  test('without an answer it is no plan, says why, and is asked again on request', async () => {
    const sheet = csv([
      ['Credential ID', 'Recipient Email'],
      [11_030, 'new@example.org'],
    ]);
    const world = await sessionOverPlatform({ state });
    await world.open(sheet);
    await world.review();
    world.standIn.setFaults(['signed-out:path=/v2']);
    await world.session.review.decide({
      kind: 'edit',
      row: 2,
      attribute: 'recipient-email',
      text: 'other@example.org',
    });
    await world.until(() => world.session.review.completing.peek().kind === 'failed', 'reported');
    const phase = world.session.review.phase.peek();
    expect(phase).toMatchObject({ kind: 'ready' });
    expect(phase.kind === 'ready' && phase.state.obstacles).toContainEqual({ code: 'not-looked-up' });
    expect(await planOf(world)).toMatchObject({ made: { ok: false } });
    // Taken back, nothing is missing, and nothing failed.
    await world.session.review.decide({ kind: 'undo' });
    expect(world.session.review.completing.peek()).toEqual({ kind: 'no' });
  });

  test('what was found in another group stays found there', async () => {
    const world = await sessionOverPlatform({ state });
    const other = ['Credential ID,Recipient Email', '77,elsewhere@example.com', '11030,new@example.org'];
    await world.open(other.join('\n'));
    await world.review();
    await world.session.review.decide({
      kind: 'edit',
      row: 3,
      attribute: 'recipient-email',
      text: 'p12000@example.com',
    });
    const { phase, completing } = world.session.review;
    await world.until(() => completing.peek().kind === 'no', 'completed');
    const now = phase.peek();
    const codes = now.kind === 'ready' ? now.state.summary.groups.map(({ code }) => code) : [];
    expect(codes.toSorted()).toEqual(['email-taken', 'other-group']);
  });
});

test('the dates of the first page alone do not decide how a column of dates is read', async () => {
  // Three of the first page were once written with day and month exchanged; the others were not.
  const people = Array.from({ length: 1_200 }, (_, at) =>
    credentialFields(10_001 + at, { expired_on: at < 3 ? '2027-03-02' : '2027-02-03' }),
  );
  const world = await sessionOverPlatform({ state: smallState(people) });
  const rows = [...ids(3, 10_001), ...ids(3, 11_001)].map((id) => [`p${id}@example.com`, '03/02/2027']);
  await world.open(csv([['Recipient Email', 'Expiry Date'], ...rows]));
  const format = () => world.session.assign.state.peek()?.assignment.columns[1]?.dateFormat;
  expect(world.session.credentials.phase.peek().kind).toBe('in-part');
  expect(format()).toBeNull();
  await world.session.lookUpRows();
  expect(world.session.credentials.phase.peek()).toMatchObject({ kind: 'in-part', lookedUp: 6 });
  expect(format()).toBeNull();
});
