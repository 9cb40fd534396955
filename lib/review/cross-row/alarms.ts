import { int32At, itemAt } from '../../element-at';
import { namesInRow } from '../match/whose-row';
import type { IdentityAttribute } from '../identity/identity-hash';
import type { AlarmFinding, Exchange, ExchangeCode } from '../terms/finding';
import { alarmAt, NAMED_AT_MOST } from '../terms/finding-at';
import type { Review } from './review';
import type { IdentityShifts, Shifts } from './shifts';

/** One way in which a name or e-mail can change hands. */
interface Alarm {
  readonly code: ExchangeCode;
  readonly attribute: IdentityAttribute;
  readonly kind: 'shifted' | 'swapped' | 'copied';
}

/** The alarms, in the order in which they are reported. */
export const ALARMS: readonly Alarm[] = [
  /**
   * A name stands beside the wrong row: the column was sorted by itself, or shifted against its
   * neighbours.
   */
  { code: 'names-shifted', attribute: 'recipient-name', kind: 'shifted' },
  /** An e-mail stands beside the wrong row: the credential would go to its neighbour's mailbox. */
  { code: 'emails-shifted', attribute: 'recipient-email', kind: 'shifted' },
  /** Two people get each other's name or e-mail, or up to ten in a cycle. */
  { code: 'people-swapped', attribute: 'recipient-name', kind: 'swapped' },
  { code: 'people-swapped', attribute: 'recipient-email', kind: 'swapped' },
  /** Names were pasted over other people, whose own names nobody gets. */
  { code: 'names-copied', attribute: 'recipient-name', kind: 'copied' },
];

/** 1 at the place of each row that has an alarm; empty where none has. */
export function marksOf(shifts: Shifts, { attribute, kind }: Alarm): Uint8Array {
  return shiftsIn(shifts, attribute)[kind];
}

function shiftsIn({ names, emails }: Shifts, attribute: IdentityAttribute): IdentityShifts {
  return attribute === 'recipient-name' ? names : emails;
}

/** Finds who gives up what the rows at `places` take; gives the alarms of each of them. */
export function alarmFindings(
  review: Review,
  places: readonly number[],
): (index: number) => readonly AlarmFinding[] {
  const numbers = review.frame.input.table.rows;
  const found = ALARMS.map((alarm) => ({ ...alarm, exchangeOf: exchanges(review, places, alarm) }));
  return (index) => [
    ...found.flatMap(({ code, attribute, exchangeOf }): readonly AlarmFinding[] => {
      const exchange = exchangeOf(index);
      return exchange === null ? [] : [alarmAt(itemAt(numbers, index), code, attribute, exchange)];
    }),
    ...otherPeopleAt(review, index),
  ];
}

/** The alarm of a row that has the name of somebody else than its credential's. */
function otherPeopleAt({ frame, crossRow }: Review, index: number): readonly AlarmFinding[] {
  if (!crossRow.codes.has(index, 'other-people')) return [];
  const { table } = frame.input;
  const row = itemAt(table.rows, index);
  const text = namesInRow(table, row, frame.nameColumns);
  return [alarmAt(row, 'other-people', null, { text, count: crossRow.otherPeople })];
}

/** The exchange that each row at these places is part of; null for a row without this alarm. */
function exchanges(
  { frame, rows, crossRow }: Review,
  places: readonly number[],
  alarm: Alarm,
): (index: number) => Exchange | null {
  const { attribute, kind } = alarm;
  const isName = attribute === 'recipient-name';
  const [from, to] = isName ? [rows.fromName, rows.toName] : [rows.fromEmail, rows.toEmail];
  const { size } = isName ? rows.names : rows.emails;
  const marked = marksOf(crossRow.shifts, alarm);
  const { shiftedRows, swappedRows, copiedRows, partly } = shiftsIn(crossRow.shifts, attribute);
  const isPart = (index: number) => partly[index] === 1;
  // Parts of names are numbered behind the names.
  const takes = (index: number) => (isPart(index) ? size + int32At(rows.wonPart, index) : int32At(to, index));
  const gives = (index: number) =>
    isPart(index) ? size + int32At(rows.lostPart, index) : int32At(from, index);
  const count = { shifted: shiftedRows, swapped: swappedRows, copied: copiedRows }[kind];
  const isTaken = new Uint8Array(size + rows.parts.size);
  const giving = new Map<number, number[]>();
  for (const index of places) {
    if (marked[index] !== 1) continue;
    const name = takes(index);
    isTaken[name] = 1;
    giving.set(name, []);
  }
  const nameAt = kind === 'copied' ? presentName(frame, rows, giving) : gives;
  for (let index = 0; index < marked.length && giving.size > 0; index += 1) {
    const name = nameAt(index);
    if (isTaken[name] === 0 || (marked[index] === 0 && kind !== 'copied')) continue;
    const givers = giving.get(name);
    if (givers !== undefined && givers.length < NAMED_AT_MOST)
      givers.push(itemAt(frame.input.table.rows, index));
  }
  return (index) => {
    const givers = marked[index] === 1 ? giving.get(takes(index)) : undefined;
    return givers === undefined ? null : { rows: givers, count, ...(isPart(index) && { isPart: true }) };
  };
}

/**
 * The number of the name that the credential of a row has now, among these; 0 for another one. A
 * name that was copied stays.
 */
function presentName(
  { input }: Review['frame'],
  { names, position }: Review['rows'],
  among: ReadonlyMap<number, unknown>,
): (index: number) => number {
  const { hashes } = input.group.holders('recipient-name');
  const numbers = new Map([...among.keys()].map((name) => [names.hashOf(name), name]));
  return (index) => {
    const at = int32At(position, index);
    return at < 0 ? 0 : (numbers.get(hashes[at] ?? 0) ?? 0); // none of these
  };
}
