import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Credential } from '../../../../lib/credential/credential';
import type { Value } from '../../../../lib/credential/value';
import { windowOf } from '../../../../lib/review/view/review-window';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';
import { dayCell, type WrittenCell } from '../../../fakes/table';
import { seededRandom } from '../../../platform/seeded-random';

/*
 * docs/product.md 3, Three values, against a plain oracle: each cell of a download is edited or
 * not, the same value is edited on the platform or not, and programs type the cells in their own
 * way. 10,000 pairs of edits, in sheets that are shuffled and have lost rows.
 */

type Random = () => number;
type Field = Exclude<keyof WrittenCredential, 'id' | 'custom'>;

const pick = <T>(random: Random, of: readonly T[]): T => {
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('nothing to pick');
  return one;
};

/** Values of an attribute, no two of which mean the same; null: none. */
const POOLS: readonly (readonly [AttributeId, readonly Value[]])[] = [
  ['recipient-name', ['Zoë Quill', 'Ada King', 'Anna-Maria Stone', "Siobhán O'Neill"]],
  ['expiry-date', ['2027-01-31', '2028-02-29', '2031-12-01', null]],
  ['grade', ['Pass', '95', '007', '2027-01-31', null]],
  ['published', [true, false]],
  ['custom:CE Hours', ['12', '12.5', 'twelve', null]],
];
const FIELDS: Readonly<Record<string, Field>> = {
  ...{
    'recipient-name': 'recipientName',
    'expiry-date': 'expiredOn',
    grade: 'grade',
    published: 'published',
  },
};

/** One way in which a program writes a value of the attribute into a cell. */
function cellOf(random: Random, attribute: AttributeId, value: Value): WrittenCell {
  if (value === null) return pick(random, [null, '', '  ']);
  if (typeof value === 'boolean')
    return pick<WrittenCell>(random, [value, value ? 'yes' : 'no', value ? 'TRUE' : 'FALSE']);
  const ways: WrittenCell[] = [value, `${value} `, value.normalize('NFD')];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) ways.push(dayCell(value));
  if (attribute === 'expiry-date') ways.push(value.replaceAll('-', '/'), inWords(value));
  if (attribute === 'recipient-name') ways.push(value.replace(' ', '\u00a0'), `\u200e${value}`);
  // "007" as a number would be 7, which is another value.
  if (String(Number(value)) === value) ways.push(Number(value));
  return pick(random, ways);
}

/** "2027-01-31" -> "31 January 2027". */
function inWords(day: string): string {
  const date = new Date(`${day}T00:00Z`);
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** The verdict in the plainest words: [outcome, whether it is a conflict]. */
function oracle(
  exported: Value,
  mine: Value,
  now: Value,
  blank: 'keep' | 'clear',
): readonly [string, boolean] {
  if (mine === null && blank === 'keep') return [now === null ? 'same' : 'kept-because-blank', false];
  if (mine === now) return ['same', false];
  if (mine === exported) return ['kept-because-not-edited', false];
  return [mine === null ? 'cleared' : 'changed', now !== exported];
}

type Values = ReadonlyMap<AttributeId, Value>;

const personOf = (id: string, values: Values): Credential => {
  const entries = [...values].flatMap(([attribute, value]) =>
    FIELDS[attribute] === undefined ? [] : [[FIELDS[attribute], value] as const],
  );
  const hours = values.get('custom:CE Hours');
  return credentialOf({
    ...{ id, ...Object.fromEntries(entries) },
    custom: typeof hours === 'string' ? { 'CE Hours': hours } : {},
  });
};

/** Three states of one credential, each value of the later two edited in a part of the cases. */
function threeStates(random: Random): readonly [Values, Values, Values] {
  const randomValues = (): Values =>
    new Map(POOLS.map(([attribute, pool]) => [attribute, pick(random, pool)]));
  const exported = randomValues();
  const edited = (values: Values): Values => {
    const other = randomValues();
    return new Map(
      [...values].map(([attribute, value]) => [
        attribute,
        random() < 0.5 ? value : (other.get(attribute) ?? null),
      ]),
    );
  };
  return [exported, edited(exported), edited(exported)];
}

const PEOPLE = 200;
const ATTRIBUTES = POOLS.map(([attribute]) => attribute);

test.each(['keep', 'clear'] as const)('10,000 pairs of edits, where blank cells %s', (blank) => {
  let pairs = 0;
  const seen = new Map<string, number>();
  for (let seed = 1; pairs < 10_000; seed += 1) {
    const random = seededRandom(seed, `three ways, ${blank}`);
    const people = Array.from({ length: PEOPLE }, (_, n) => [String(n + 1), threeStates(random)] as const);
    // Rows in another order, one in ten of them deleted.
    const inSheet = people
      .map((person) => [random(), person] as const)
      .toSorted(([one], [other]) => one - other)
      .flatMap(([lot, person]) => (lot < 0.1 ? [] : [person]));
    const review = reviewOf({
      columns: ['credential-id', ...ATTRIBUTES],
      rows: inSheet.map(([id, [, mine]]) => [
        id,
        ...ATTRIBUTES.map((attribute) => cellOf(random, attribute, mine.get(attribute) ?? null)),
      ]),
      exported: people.map(([id, [exported]]) => personOf(id, exported)),
      credentials: people.map(([id, [, , now]]) => personOf(id, now)),
      blank,
    });
    const { rows } = windowOf(review, { filter: { kind: 'all' }, search: '', sort: null }, 0, PEOPLE);
    expect(rows).toHaveLength(inSheet.length);
    const wrong = inSheet.flatMap(([id, [exported, mine, now]]) => {
      const row = rows.find(({ credential }) => credential === id);
      return ATTRIBUTES.flatMap((attribute) => {
        const [was, cell, theirs] = [exported, mine, now].map((values) => values.get(attribute) ?? null);
        const wanted = oracle(was ?? null, cell ?? null, theirs ?? null, blank);
        const outcome = row?.cells.find((of) => of.attribute === attribute)?.outcome ?? 'nothing';
        const isConflict = row?.findings.some(
          (one) => one.code === 'changed-since-download' && one.attribute === attribute,
        );
        pairs += 1;
        seen.set(wanted.join(), (seen.get(wanted.join()) ?? 0) + 1);
        const is = [outcome, isConflict === true].join();
        return is === wanted.join()
          ? []
          : [`${id} ${attribute}: ${was} / ${cell} / ${theirs} -> ${is}, not ${wanted.join()}`];
      });
    });
    expect(wrong).toEqual([]);
  }
  expect(pairs).toBeGreaterThanOrEqual(10_000);
  // Each verdict was met often: the pairs are no test of one of them alone.
  const verdicts = ['same,false', 'kept-because-not-edited,false', 'changed,false', 'changed,true'];
  for (const verdict of verdicts) expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThan(500);
});
