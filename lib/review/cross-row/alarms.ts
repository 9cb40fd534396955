import { int32At, itemAt } from '../../element-at';
import type { IdentityAttribute } from '../identity/identity-hash';
import type { AlarmFinding, Exchange, ExchangeCode } from '../terms/finding';
import { alarmAt, NAMED_AT_MOST } from '../terms/finding-at';
import type { Review } from './review';
import type { IdentityShifts, Shifts } from './shifts';

/** One way in which a name or e-mail can change hands. */
interface Alarm {
  readonly code: ExchangeCode;
  readonly attribute: IdentityAttribute;
  readonly kind: 'shifted' | 'swapped';
}

/** The alarms, in the order in which they are reported. */
export const ALARMS: readonly Alarm[] = [
  /** A name stands beside the wrong row: the column was sorted by itself, or shifted against its neighbours. */
  { code: 'names-shifted', attribute: 'recipient-name', kind: 'shifted' },
  /** An e-mail stands beside the wrong row: the credential would go to its neighbour's mailbox. */
  { code: 'emails-shifted', attribute: 'recipient-email', kind: 'shifted' },
  /** Two people get each other's name or e-mail, or up to four in a cycle. */
  { code: 'people-swapped', attribute: 'recipient-name', kind: 'swapped' },
  { code: 'people-swapped', attribute: 'recipient-email', kind: 'swapped' },
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
  return (index) =>
    found.flatMap(({ code, attribute, exchangeOf }) => {
      const exchange = exchangeOf(index);
      return exchange === null ? [] : [alarmAt(itemAt(numbers, index), code, attribute, exchange)];
    });
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
  const { shiftedRows, swappedRows } = shiftsIn(crossRow.shifts, attribute);
  const count = kind === 'shifted' ? shiftedRows : swappedRows;
  const isTaken = new Uint8Array(size);
  const giving = new Map<number, number[]>();
  for (const index of places) {
    if (marked[index] !== 1) continue;
    const name = int32At(to, index);
    isTaken[name] = 1;
    giving.set(name, []);
  }
  for (let index = 0; index < marked.length && giving.size > 0; index += 1) {
    const name = int32At(from, index);
    if (isTaken[name] === 0 || marked[index] === 0) continue;
    const givers = giving.get(name);
    if (givers !== undefined && givers.length < NAMED_AT_MOST)
      givers.push(itemAt(frame.input.table.rows, index));
  }
  return (index) => {
    const givers = marked[index] === 1 ? giving.get(int32At(to, index)) : undefined;
    return givers === undefined ? null : { rows: givers, count };
  };
}
