import type { Change, FieldChange } from '../../lib/credential/change';
import { changeOf } from '../fakes/background-world';
import type { Random } from '../platform/seeded-random';
import type { StandInState } from '../platform/state/schema';
import { credentialFields, smallState } from '../platform/test-state';

/** A group, and the changes that were confirmed of it. */
export interface Plan {
  readonly state: StandInState;
  readonly changes: readonly Change[];
}

const FIRST_ID = 301;
const CREDITS = 1000;

/** [attribute, before, after, id of the evidence] as `changeOf` takes it. */
type Field = readonly [FieldChange['attribute'], FieldChange['before'], FieldChange['after'], string?];

/** A field that may change: how the credential has it before, and the change itself. */
interface Draft {
  readonly held: Readonly<Record<string, unknown>>;
  readonly recipient?: Readonly<Record<string, unknown>>;
  readonly fields: readonly Field[];
  readonly credits?: 1;
  readonly renews?: true;
}

/** Every kind of field, each in the ways that differ for a run. `id`: of the credential. */
const DRAFTS: readonly ((id: number) => readonly [Draft, ...Draft[]])[] = [
  (id) => [{ held: {}, fields: [['recipient-name', `Person ${id}`, `New ${id}`]] }],
  (id) => [{ held: {}, fields: [['recipient-email', `p${id}@example.com`, `new${id}@example.com`]] }],
  () => [
    { held: {}, recipient: { phone_number: '+442079460000' }, fields: [phone('+442079460000', null)] },
    { held: {}, fields: [phone(null, '+442079460001')] },
  ],
  () => [
    { held: { grade: 'C' }, fields: [['grade', 'C', 'A']] },
    { held: {}, fields: [['grade', null, 'A']] },
    { held: { grade: 'C' }, fields: [['grade', 'C', null]] },
  ],
  () => [{ held: {}, fields: [['issue-date', '2026-01-10', '2026-02-10']] }],
  () => [
    { held: {}, fields: [expiry(null, '2028-02-01')] },
    {
      held: { expired_on: '2026-02-01' },
      fields: [expiry('2026-02-01', '2028-02-01')],
      credits: 1,
      renews: true,
    },
    { held: { expired_on: '2027-02-01' }, fields: [expiry('2027-02-01', '2027-01-01')] },
    { held: { expired_on: '2027-02-01' }, fields: [expiry('2027-02-01', '2029-02-01')], credits: 1 },
    { held: { expired_on: '2026-11-22' }, fields: [expiry('2026-11-22', '2028-02-01')], credits: 1 },
    { held: { expired_on: '2027-02-01' }, fields: [expiry('2027-02-01', null)], credits: 1 },
  ],
  () => [{ held: {}, fields: [['credential-name', 'Course 1', 'Advanced course']] }],
  () => [
    { held: { description: 'Old text' }, fields: [['description', 'Old text', 'New text']] },
    { held: { description: 'Old text' }, fields: [['description', 'Old text', null]] },
  ],
  () => [{ held: { approve: false }, fields: [['published', false, true]] }],
  () => [{ held: {}, fields: [['private', false, true]] }],
  () => [
    {
      held: { custom_attributes: { Location: 'Leeds', Score: '7' } },
      fields: [['custom:Location', 'Leeds', 'York']],
    },
    {
      held: { custom_attributes: { Location: 'Leeds', Score: '7' } },
      fields: [['custom:Location', 'Leeds', null]],
    },
    { held: { custom_attributes: { Score: '7' } }, fields: [['custom:Location', null, 'York']] },
  ],
  (id) => [
    { held: {}, fields: [['evidence-url-1', null, `https://a.test/${id}`]] },
    {
      held: {},
      fields: [
        ['evidence-url-1', null, `https://a.test/${id}`],
        ['evidence-description-1', null, 'Portfolio'],
        ['evidence-url-2', null, `https://b.test/${id}`],
      ],
    },
    {
      held: { evidence_items: [item(id)] },
      fields: [['evidence-description-3', 'Exam', 'Final exam', String(id * 10)]],
    },
  ],
];

const phone = (before: string | null, after: string | null): Field => ['recipient-phone', before, after];
const expiry = (before: string | null, after: string | null): Field => ['expiry-date', before, after];
const item = (id: number) => ({
  id: id * 10,
  description: 'Exam',
  type: 'url',
  link_url: `https://exam.test/${id}`,
  position: 0,
});

/**
 * A plan of so many changes, most of one field, some of several. A few are as wanted already, or
 * were changed since the review.
 */
export function generatePlan(random: Random, size: number): Plan {
  const changes: Change[] = [];
  const held: Readonly<Record<string, unknown>>[] = [];
  // Long runs read in batches, which only plain fields allow.
  const drafts = size >= 100 && random() < 0.8 ? DRAFTS.slice(0, 2) : DRAFTS;
  for (let id = FIRST_ID; id < FIRST_ID + size; id += 1) {
    const picked = new Set<number>();
    while (picked.size < (random() < 0.6 ? 1 : 3)) picked.add(Math.floor(random() * drafts.length));
    const fields = [...picked].map((at) => {
      const ways = drafts[at]?.(id) ?? [];
      return ways[Math.floor(random() * ways.length)]!;
    });
    changes.push(changeFor(id, fields));
    held.push(credentialFor(id, fields, random));
  }
  return { state: smallState(held, CREDITS), changes };
}

function changeFor(id: number, drafts: readonly Draft[]): Change {
  return changeOf(
    id,
    drafts.flatMap(({ fields }) => fields),
    {
      who: { name: `Person ${id}`, email: `p${id}@example.com` },
      credits: drafts.some(({ credits }) => credits === 1) ? 1 : 0,
      ...(drafts.some(({ renews }) => renews === true) && { renews: true }),
    },
  );
}

function credentialFor(id: number, drafts: readonly Draft[], random: Random) {
  const held = Object.assign({}, ...drafts.map((draft) => draft.held)) as Record<string, unknown>;
  const recipient = Object.assign({}, ...drafts.map((draft) => draft.recipient)) as Record<string, unknown>;
  const chance = random();
  const isNamed = drafts.some(({ fields }) => fields.some(([name]) => name === 'recipient-name'));
  // As wanted already, or changed since the review.
  if (isNamed && chance < 0.1) recipient['name'] = `New ${id}`;
  else if (isNamed && chance < 0.2) recipient['name'] = 'Married Name';
  if (random() < 0.1) held['license_id'] = `L-${id}`;
  return credentialFields(id, { ...held, recipient });
}
