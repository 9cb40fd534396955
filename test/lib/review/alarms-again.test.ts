import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AlarmCode } from '../../../lib/review/terms/finding';
import { correctedInput } from '../../../lib/review/corrections/corrected-input';
import type { Decision } from '../../../lib/review/corrections/decision';
import { beginReview, decide } from '../../../lib/review/reviewed';
import type { Review } from '../../../lib/review/cross-row/review';
import { reviewSheet } from '../../../lib/review/view/review-sheet';
import { summarise } from '../../../lib/review/view/summarise';
import { credentialOf } from '../../fakes/credential';
import { nameOf } from '../../fakes/people';
import { describeAll, reviewInputOf } from '../../fakes/review';

/*
 * The alarms after any sequence of decisions are those of a judging from scratch: sheets in which
 * columns were shifted, parts sorted alone and people swapped, a part of them with names and
 * addresses that several people share.
 */

const COLUMNS = ['credential-id', 'recipient-name', 'recipient-email', 'grade'] as const;
const ALARMS: readonly AlarmCode[] = ['names-shifted', 'emails-shifted', 'people-swapped'];

/** A place in the sheet, whatever its length. */
const place = fc.nat(1000);
const identity = fc.constantFrom('recipient-name' as const, 'recipient-email' as const);

/** Faults that happen to a column before the sheet comes. */
const trouble = fc.record({
  of: fc.constantFrom('names' as const, 'emails' as const),
  /**
   * `turn`: each row of a part has what stands `by` rows further on; `swap`: two rows exchange
   * theirs.
   */
  how: fc.oneof(
    { weight: 2, arbitrary: fc.constant('turn' as const) },
    { weight: 3, arbitrary: fc.constant('swap' as const) },
  ),
  from: place,
  to: place,
  by: fc.integer({ min: 1, max: 4 }),
});

const step = fc.oneof(
  // Another row's present name, or a new one, or the row's own again.
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('take' as const), of: identity, at: place, whose: place }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('new' as const), of: identity, at: place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('mend' as const), of: identity, at: place }) },
  // A row about another credential, perhaps about one that another row is about too.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), at: place, whose: place }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('row-out' as const), at: place, out: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('cell-out' as const),
      of: identity,
      at: place,
      out: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('column-out' as const), of: identity, out: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('alarmed-out' as const), code: fc.constantFrom(...ALARMS) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
);

const sheet = fc.record({
  size: fc.integer({ min: 10, max: 70 }),
  /** How many people have a name, and an address, at most. */
  sharing: fc.constantFrom(1, 1, 2, 6),
  together: fc.constantFrom(1, 1, 3),
  /** Names of two people that are a letter apart: a change from one to the other is a weak sign. */
  areNear: fc.boolean(),
  troubles: fc.array(trouble, { maxLength: 5 }),
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
});

function peopleOf({
  size,
  sharing,
  together,
  areNear,
}: { [K in 'size' | 'sharing' | 'together']: number } & { areNear: boolean }) {
  return Array.from({ length: size }, (_, n) => {
    const name = nameOf(Math.floor(n / sharing));
    return credentialOf({
      id: String(n + 1),
      recipientName: areNear && n % 2 === 1 ? `${nameOf(Math.floor((n - 1) / sharing))}e` : name,
      recipientEmail: `p${Math.floor(n / together)}@example.org`,
      grade: 'A',
    });
  });
}

/** The verdicts of a review on its rows, in a form that can be compared. */
function verdicts(review: Review) {
  const { status, isDuplicate, isExcluded, reported, shifts, matchedRows, changing, manyChanges } =
    review.crossRow;
  const marked = (marks: Uint8Array) => [...marks.keys()].filter((at) => marks[at] === 1);
  const alarms = [shifts.names, shifts.emails].map((of) => [
    marked(of.shifted),
    marked(of.swapped),
    of.shiftedRows,
    of.swappedRows,
  ]);
  return [status, isDuplicate, isExcluded, reported, alarms, matchedRows, changing, manyChanges];
}

test('alarms after any decisions are those of a judging from scratch', () => {
  // How often each was there after a step: the property is about something.
  const seen = new Map<AlarmCode, number>();
  fc.assert(
    fc.property(sheet, ({ troubles, steps, ...of }) => {
      const { size } = of;
      const credentials = peopleOf(of);
      const columns = {
        names: credentials.map(({ recipientName }) => recipientName),
        emails: credentials.map(({ recipientEmail }) => recipientEmail),
      };
      for (const { of: which, how, by, ...ends } of troubles) {
        const column = columns[which];
        const [from, to] = [ends.from % size, ends.to % size].sort((a, b) => a - b) as [number, number];
        if (how === 'swap') [column[from], column[to]] = [column[to]!, column[from]!];
        else
          column.splice(
            from,
            0,
            ...column.splice(from, to - from + 1).map((_, n, part) => part[(n + by) % part.length]!),
          );
      }
      const input = reviewInputOf({
        columns: COLUMNS,
        rows: credentials.map(({ id }, n) => [
          id,
          columns.names[n]!,
          columns.emails[n]!,
          n % 3 === 0 ? 'B' : 'A',
        ]),
        credentials,
      });
      const presentOf = (at: number, of: 'recipient-name' | 'recipient-email') => {
        const { recipientName, recipientEmail } = credentials[at % size]!;
        return (of === 'recipient-name' ? recipientName : recipientEmail) ?? '';
      };
      const decisionOf = (one: (typeof steps)[number]): Decision => {
        const row = 'at' in one ? (one.at % size) + 2 : 0;
        switch (one.kind) {
          case 'take':
            return { kind: 'edit', row, attribute: one.of, text: presentOf(one.whose, one.of) };
          case 'new':
            return { kind: 'edit', row, attribute: one.of, text: `new${one.at}@example.net` };
          case 'mend':
            return { kind: 'edit', row, attribute: one.of, text: presentOf(one.at, one.of) };
          case 'move':
            return { kind: 'edit', row, attribute: 'credential-id', text: credentials[one.whose % size]!.id };
          case 'row-out':
            return { kind: 'exclude', rows: [row], excluded: one.out };
          case 'cell-out':
            return { kind: 'exclude-cell', row, attribute: one.of, excluded: one.out };
          case 'column-out':
            return { kind: 'exclude-column', attribute: one.of, excluded: one.out };
          case 'alarmed-out':
            return { kind: 'exclude-finding', code: one.code };
          case 'undo':
          case 'redo':
            return { kind: one.kind };
        }
      };
      let reviewed = beginReview(input, null);
      for (const one of steps) {
        reviewed = decide(reviewed, decisionOf(one));
        const { review, written, corrections, decisions } = reviewed;
        const whole = reviewSheet(correctedInput(written, corrections));
        expect(verdicts(review)).toEqual(verdicts(whole));
        expect(review.crossRow.codes.differing(whole.crossRow.codes)).toEqual([]);
        expect(summarise(review, decisions)).toEqual(summarise(whole, decisions));
        expect(describeAll(review)).toEqual(describeAll(whole));
        for (const code of ALARMS) {
          const column = whole.crossRow.codes.column(code);
          if (credentials.some((_, at) => column.has(at))) seen.set(code, (seen.get(code) ?? 0) + 1);
        }
      }
    }),
    { numRuns: 250 },
  );
  for (const code of ALARMS) expect(seen.get(code), code).toBeGreaterThan(100);
});
