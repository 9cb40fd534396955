import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { BlankRule } from '../../../../lib/assign/choice/assignment';
import { itemAt } from '../../../../lib/element-at';
import { windowOf } from '../../../../lib/review/view/review-window';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';
import { seededRandom } from '../../../platform/seeded-random';

/*
 * The rule of three values against a plain one: 10,000 random pairs of edits, of the admin and of
 * somebody on the platform, with values that programs write otherwise.
 */

/** A value, and the ways in which a cell can say it. */
type Spelled = readonly [value: string | null, ...cells: (string | number | boolean | null)[]];

const GRADES: readonly Spelled[] = [
  [null, null, '', '  '],
  ['A', 'A', 'A ', ' A'],
  ['B', 'B', '\u00a0B'],
  ['95', 95, '95', ' 95'],
  ['95.0', '95.0'],
  ['a', 'a'],
];
const NAMES: readonly Spelled[] = [
  ['Zo\u00eb King', 'Zo\u00eb King', 'Zoe\u0308 King', 'Zo\u00eb\u00a0King'],
  ['Zoe King', 'Zoe King', 'Zoe King '],
  ['Bo Li', 'Bo Li', '\u200eBo Li'],
];
const DAYS: readonly Spelled[] = [
  [null, null, ''],
  ['2027-01-31', '2027-01-31', '2027/01/31', '31 Jan 2027', 46_418],
  ['2028-12-24', '2028-12-24', '24 December 2028'],
];

/** A plain reading of the rule for one cell. */
function plainly(
  exported: string | null,
  platform: string | null,
  mine: string | null,
  blank: BlankRule,
): string {
  if (mine === null && blank === 'keep') return 'nothing';
  if (mine === platform) return 'nothing';
  if (mine === exported) return 'not edited';
  return platform === exported ? 'change' : 'conflict';
}

test.each<[AttributeId, readonly Spelled[], BlankRule, (value: string | null) => WrittenCredential]>([
  ['grade', GRADES, 'keep', (grade) => ({ grade })],
  ['grade', GRADES, 'clear', (grade) => ({ grade })],
  ['recipient-name', NAMES, 'keep', (recipientName) => ({ recipientName })],
  ['expiry-date', DAYS, 'keep', (expiredOn) => ({ expiredOn })],
  ['expiry-date', DAYS, 'clear', (expiredOn) => ({ expiredOn })],
])(
  '10,000 pairs of edits of %s are judged as they are plainly',
  (attribute, values, blank, credentialWith) => {
    const random = seededRandom(20_261_130, `${attribute} ${blank}`);
    const one = <T>(of: readonly T[]): T => itemAt(of, Math.floor(random() * of.length));
    const cases = Array.from({ length: 2_000 }, (_, at) => {
      const [[exported], [platform], [value, ...cells]] = [one(values), one(values), one(values)];
      return { id: String(at + 1), exported, platform, value, cell: one(cells) };
    });
    const review = reviewOf({
      columns: ['credential-id', attribute],
      rows: cases.map(({ id, cell }) => [id, cell]),
      exported: cases.map(({ id, exported }) => credentialOf({ id, ...credentialWith(exported) })),
      credentials: cases.map(({ id, platform }) => credentialOf({ id, ...credentialWith(platform) })),
      blank,
    });
    const { rows } = windowOf(review, { filter: { kind: 'all' }, search: '', sort: null }, 0, cases.length);
    const judged = rows.map(({ cells, findings }) => {
      const outcome = cells.find((of) => of.attribute === attribute)?.outcome;
      if (outcome === 'kept-because-not-edited') return 'not edited';
      if (outcome !== 'changed' && outcome !== 'cleared') return 'nothing';
      return findings.some(({ code }) => code === 'changed-since-download') ? 'conflict' : 'change';
    });
    const wanted = cases.map(({ exported, platform, value }) => plainly(exported, platform, value, blank));
    expect(judged).toEqual(wanted);
    // Each verdict is among them, else the test says little.
    expect(new Set(wanted)).toEqual(new Set(['nothing', 'not edited', 'change', 'conflict']));
  },
);
