import { expect, test } from 'vitest';
import { parseState } from '../state/state-file';
import { HARD_ATTRIBUTE, MAIN_GROUP } from './catalogue';
import { generateState } from './generate-state';

const TODAY = '2026-11-22';
const state = generateState({ credentials: 1000, seed: 1, today: TODAY });
const main = state.credentials.filter((credential) => credential.group_id === MAIN_GROUP);
const some = (test: (credential: (typeof main)[number]) => boolean): number => main.filter(test).length;

test('the same options give the same state, another seed another', () => {
  const again = generateState({ credentials: 1000, seed: 1, today: TODAY });
  expect(JSON.stringify(again)).toBe(JSON.stringify(state));
  expect(JSON.stringify(generateState({ credentials: 1000, seed: 2, today: TODAY }))).not.toBe(
    JSON.stringify(state),
  );
});

test('it is a state', () => {
  expect(parseState(state)).toMatchObject({ ok: true });
});

test('the main group has as many as asked, the others a few dozen', () => {
  expect(main).toHaveLength(1000);
  const others = state.groups.filter(({ id }) => id !== MAIN_GROUP);
  expect(others.map(({ id }) => state.credentials.filter((one) => one.group_id === id).length)).toEqual([
    36, 36, 36,
  ]);
});

test.each([
  ['Latin with diacritics', /[äöüéèçłńřşğåãõ]/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Han', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['an apostrophe', /['’]/],
])('names in %s', (_, script) => {
  expect(some(({ recipient }) => script.test(recipient.name))).toBeGreaterThan(0);
});

test.each([
  ['expired', ({ expired_on: day }: (typeof main)[number]) => day !== null && day < TODAY],
  ['to expire', ({ expired_on: day }: (typeof main)[number]) => day !== null && day > TODAY],
  ['never to expire', ({ expired_on: day }: (typeof main)[number]) => day === null],
  ['with a grade', ({ grade }: (typeof main)[number]) => grade !== null],
  ['without a grade', ({ grade }: (typeof main)[number]) => grade === null],
  ['with a license id', ({ license_id: id }: (typeof main)[number]) => id !== null],
  ['with a recipient id', ({ recipient }: (typeof main)[number]) => recipient.id !== null],
  ['unpublished', ({ approve }: (typeof main)[number]) => !approve],
  ['private', (credential: (typeof main)[number]) => credential.private],
  ['with evidence', ({ evidence_items: items }: (typeof main)[number]) => items.length > 0],
  ['with a phone number', ({ recipient }: (typeof main)[number]) => recipient.phone_number !== null],
  [
    'with the hard attribute',
    (one: (typeof main)[number]) => Object.hasOwn(one.custom_attributes, HARD_ATTRIBUTE),
  ],
])('some %s, not all', (_, is) => {
  const count = some(is);
  expect(count).toBeGreaterThan(20);
  expect(count).toBeLessThan(980);
});

test('two pairs share an e-mail, in the group that allows it; all others have their own', () => {
  const shared =
    state.credentials.length - new Set(state.credentials.map(({ recipient }) => recipient.email)).size;
  expect(shared).toBe(2);
  expect(new Set(main.map(({ recipient }) => recipient.email)).size).toBe(998);
  expect(state.groups.map((group) => group.allow_duplicate_credentials)).toEqual([true, false, false, false]);
});

test('nobody has expired before the day of issue, and e-mails are of example domains', () => {
  expect(some((one) => one.expired_on !== null && one.expired_on < one.issued_on)).toBe(0);
  expect(
    some(({ recipient }) => /@(?:[a-z.]*example\.(?:com|org)|[a-z]+\.test)$/.test(recipient.email)),
  ).toBe(1000);
});
