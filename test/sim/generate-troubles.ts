import type { Change } from '../../lib/credential/change';
import type { Random } from '../platform/seeded-random';
import type { Command, DiskFault, Fate, Trouble } from './case';

type Make = (random: Random, changes: readonly Change[], last: number) => Trouble;

const within = (random: Random, most: number) => Math.floor(random() * most);
/** Small numbers more often, and large ones too. */
const uneven = (random: Random, most: number) => Math.floor(most * random() ** 3);

const FATES: readonly ((random: Random) => Fate)[] = [
  (random) => ({ kind: 'slow', there: uneven(random, 29_000), back: uneven(random, 29_000) }),
  () => ({ kind: 'refused', status: 401 }),
  () => ({ kind: 'refused', status: 429 }),
  () => ({ kind: 'refused', status: 500 }),
  () => ({ kind: 'refused', status: 502 }),
  () => ({ kind: 'refused', status: 504 }),
  () => ({ kind: 'taken-502' }),
  (random) => ({ kind: 'late-504', late: random() }),
  () => ({ kind: 'lost' }),
  () => ({ kind: 'unanswered' }),
  (random) => ({ kind: 'late', late: random() }),
  (random) => ({ kind: 'silent', late: random() < 0.5 ? null : random() }),
  (random) => ({ kind: 'repeated', answered: random() < 0.7 }),
];

const COMMANDS: readonly Command[] = ['pause', 'resume', 'cancel', 'see', 'find', 'open panel'];
const DISK_FAULTS: readonly DiskFault[] = ['QuotaExceededError', 'UnknownError', 'slow', 'never'];

/** An edit of a field that the run changes, of another one, or back to what was there. */
const EDITS: readonly ((id: string) => Readonly<Record<string, unknown>>)[] = [
  () => ({ recipient: { name: 'Married Name' } }),
  (id) => ({ recipient: { name: `Person ${id}` } }),
  (id) => ({ recipient: { name: `New ${id}` } }),
  (id) => ({ recipient: { email: `other${id}@example.com` } }),
  () => ({ recipient: { phone_number: '+442079460099' } }),
  () => ({ grade: 'F' }),
  () => ({ grade: 'A' }),
  () => ({ issued_on: '2026-03-03' }),
  () => ({ expired_on: '2030-03-03' }),
  () => ({ name: 'Renamed course' }),
  () => ({ description: 'Their text' }),
  () => ({ approve: false }),
  () => ({ private: true }),
  () => ({ custom_attributes: { Location: 'Paris' } }),
  () => ({ custom_attributes: { Score: '9' } }),
  () => ({ group_id: 2 }),
];

/** Fields of a foreign edit that most often meets a change. */
function editAgainst({ credential, fields }: Change, random: Random): Readonly<Record<string, unknown>> {
  const { attribute } = fields[within(random, fields.length)]!;
  return AGAINST[attribute] ?? EDITS[within(random, EDITS.length)]!(credential);
}

const AGAINST: Readonly<Partial<Record<string, Readonly<Record<string, unknown>>>>> = {
  'recipient-name': { recipient: { name: 'Married Name' } },
  'recipient-email': { recipient: { email: 'other@example.com' } },
  'recipient-phone': { recipient: { phone_number: '+442079460099' } },
  grade: { grade: 'F' },
  'issue-date': { issued_on: '2026-03-03' },
  'expiry-date': { expired_on: '2030-03-03' },
  'credential-name': { name: 'Renamed course' },
  description: { description: 'Their text' },
  'custom:Location': { custom_attributes: { Location: 'Paris' } },
};

const MAKERS: readonly (readonly [weight: number, Make])[] = [
  [
    10,
    (random, changes) => ({
      kind: 'request',
      nth: within(random, 8 + 4 * changes.length),
      fate: FATES[within(random, FATES.length)]!(random),
    }),
  ],
  [
    5,
    (random, _, last) => ({
      kind: 'death',
      step: within(random, last),
      after: uneven(random, 40_000),
      committed: random(),
      isDiskLost: random() < 0.25,
    }),
  ],
  [1, (random, _, last) => ({ kind: 'overlap', step: within(random, last), lasts: uneven(random, 60_000) })],
  [
    4,
    (random, changes, last) => {
      const credential = changes[within(random, changes.length)]!.credential;
      const fields = EDITS[within(random, EDITS.length)]!(credential);
      return { kind: 'edit', step: within(random, last), credential, fields };
    },
  ],
  [3, (random, changes) => lateEdit(random, changes, random() < 0.6 ? 40_000 : 150_000)],
  [
    2,
    (random, _, last) => ({
      kind: 'command',
      step: within(random, last),
      command: COMMANDS[within(random, COMMANDS.length)]!,
    }),
  ],
  [
    1,
    (random, _, last) => {
      const sign = random() < 0.5 ? -1 : 1;
      return { kind: 'clock', step: within(random, last), by: sign * uneven(random, 100_000_000) };
    },
  ],
  [1, (random, _, last) => ({ kind: 'laptop', step: within(random, last), sleeps: uneven(random, 600_000) })],
  [
    2,
    (random, changes) => ({
      kind: 'disk',
      of: random() < 0.6 ? 'journal' : 'files',
      nth: within(random, 20 + 5 * changes.length),
      how: DISK_FAULTS[within(random, DISK_FAULTS.length)]!,
    }),
  ],
  [
    0.5,
    (random) => ({
      kind: 'opening',
      nth: within(random, 3),
      how: DISK_FAULTS[within(random, DISK_FAULTS.length)]!,
    }),
  ],
  [
    1,
    (random, _, last) => ({ kind: 'signed-out', step: within(random, last), lasts: uneven(random, 300_000) }),
  ],
  [
    0.5,
    (random, changes, last) => ({
      kind: 'newer-version',
      step: within(random, last),
      position: within(random, changes.length),
    }),
  ],
];

const ALL_WEIGHTS = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

/** From none to many troubles, of all kinds or of a few. */
export function generateTroubles(random: Random, changes: readonly Change[]): readonly Trouble[] {
  const many = random() < 0.1 ? 0 : 1 + uneven(random, 12 + changes.length);
  const last = 60 + 12 * changes.length;
  const only = random() < 0.3 ? MAKERS[within(random, MAKERS.length)]![1] : null;
  const troubles = Array.from({ length: many }, () => (only ?? makerBy(random))(random, changes, last));
  return changes.length >= 100 && random() < 0.6
    ? [...troubles, ...busyAdmin(random, changes, last)]
    : troubles;
}

/**
 * A second admin who works on the same credentials, while the run reads them in batches: at any
 * time, and just after a batch was read by a computer that is slow then.
 */
function busyAdmin(random: Random, changes: readonly Change[], last: number): readonly Trouble[] {
  const edits = changes.map((): Trouble => {
    const change = changes[within(random, changes.length)]!;
    const fields = editAgainst(change, random);
    return { kind: 'edit', step: within(random, last), credential: change.credential, fields };
  });
  return [...edits, ...Array.from({ length: 8 }, () => lateEdit(random, changes, 120_000))];
}

function lateEdit(random: Random, changes: readonly Change[], mostHeldUp: number): Trouble {
  const change = changes[within(random, changes.length)]!;
  return {
    kind: 'late-edit',
    credential: change.credential,
    nth: uneven(random, 3),
    fields: editAgainst(change, random),
    after: 1 + uneven(random, 8_000),
    holds: Math.floor(random() * mostHeldUp),
    by: random() < 0.7 ? 'disk' : 'sleep',
  };
}

function makerBy(random: Random): Make {
  let lot = random() * ALL_WEIGHTS;
  for (const [weight, make] of MAKERS) {
    lot -= weight;
    if (lot < 0) return make;
  }
  return MAKERS[0]![1];
}
