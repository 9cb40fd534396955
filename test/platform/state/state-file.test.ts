import { describe, expect, test } from 'vitest';
import { generateState } from '../generate/generate-state';
import { createStandIn } from '../stand-in';
import { put } from '../test-client';
import { testClock } from '../test-clock';
import { credentialFields, smallState } from '../test-state';
import { parseState, parseStateText } from './state-file';

describe('a state that is written and read again is the same', () => {
  test.each([
    ['generated', generateState({ credentials: 80, seed: 1, today: '2026-11-22' })],
    ['small', smallState()],
  ])('%s', async (_, state) => {
    const first = createStandIn({ state, ...testClock() });
    await put(first, first.state().credentials[0]?.id ?? 0, { grade: '007', recipient: { name: 'Ἀθηνᾶ' } });
    const text = JSON.stringify(first.state());
    const read = parseStateText(text);
    if (!read.ok) throw new Error(read.problem);
    expect(createStandIn({ state: read.value, ...testClock() }).state()).toEqual(first.state());
  });
});

describe('what is wrong with a state is said with its place', () => {
  const { issuer, groups, attribute_keys, credentials } = smallState();
  const withCredentials = (...more: object[]) => ({
    issuer,
    groups,
    attribute_keys,
    credentials: [...credentials.slice(0, 1), ...more],
  });

  test.each([
    ['nothing in it', {}, 'issuer: '],
    ['a list', [], 'the file: '],
    [
      'an e-mail that is none',
      withCredentials(credentialFields(7, { recipient: { email: 'x' } })),
      'credentials[1].recipient.email: not an e-mail address',
    ],
    [
      'a day that is none',
      withCredentials(credentialFields(7, { issued_on: '2026-02-30' })),
      'credentials[1].issued_on: a day is written YYYY-MM-DD',
    ],
    [
      'a moment that is none',
      withCredentials(credentialFields(7, { created_at: 'yesterday' })),
      'credentials[1].created_at: a moment is written like',
    ],
    [
      'an id that is there twice',
      withCredentials(credentialFields(101)),
      'credentials[1].id: 101 is there twice',
    ],
    [
      'a group that is not there',
      withCredentials(credentialFields(7, { group_id: 99 })),
      'credentials[1].group_id: there is no group 99 in groups',
    ],
  ])('%s', (_, json, problem) => {
    expect(parseState(json)).toEqual({ ok: false, problem: expect.stringContaining(problem) as string });
  });

  test('no JSON', () => {
    expect(parseStateText('{')).toEqual({ ok: false, problem: expect.stringMatching(/^not JSON/) as string });
  });

  test('not more than eight problems, and how many there are beside', () => {
    const many = Array.from({ length: 12 }, (_, at) => credentialFields(200 + at, { group_id: 99 }));
    expect(parseState(withCredentials(...many))).toMatchObject({
      problem: expect.stringMatching(/; and 4 more\.$/) as string,
    });
  });
});

test('an answer of v1, with what it has beside, can be read as a credential', () => {
  const state = {
    ...smallState(),
    credentials: [credentialFields(7, { id: '7', group_name: 'x', issuer: {}, custom_attributes: null })],
  };
  expect(parseState(state)).toMatchObject({
    ok: true,
    value: { credentials: [{ id: 7, custom_attributes: {} }] },
  });
});
