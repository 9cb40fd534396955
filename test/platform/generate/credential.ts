import { addDays } from '../rules/days';
import { hexadecimal, type Random } from '../seeded-random';
import type { Credential, Evidence, Group } from '../state/schema';
import { HARD_ATTRIBUTE, HEALTH, ISSUER } from './catalogue';
import type { Person } from './people';

const GRADES = ['A', 'B+', 'Distinction', '92%', '78.5', '1,3', '007'] as const;
const PLACES = ['Leeds', 'Kraków', 'São Paulo', 'Αθήνα', '大阪', 'Lagos, Mainland', 'Zürich'] as const;
const WARDS = ['Ward 3', 'Intensive care', 'Maternity'] as const;

const pick = <T>(items: readonly [T, ...T[]], random: Random): T =>
  items[Math.floor(random() * items.length)] ?? items[0];

/** A v4 uuid from a sequence. */
function uuid(random: Random): string {
  const digits = hexadecimal(random, 30);
  const variant = pick(['8', '9', 'a', 'b'], random);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(12, 15)}`,
    `${variant}${digits.slice(15, 18)}`,
    digits.slice(18, 30),
  ].join('-');
}

/** Half never expire; of the others a third have expired. */
function expiry(issued: string, today: string, random: Random): string | null {
  const lot = random();
  if (lot < 0.5) return null;
  if (lot < 0.66) {
    const past = addDays(today, -1 - Math.floor(random() * 120));
    return past > issued ? past : addDays(issued, 1) < today ? addDays(issued, 1) : null;
  }
  return addDays(today, 30 + Math.floor(random() * 1000));
}

function attributes(group: Group, issued: string, random: Random): Record<string, string> {
  const found: Record<string, string> = {};
  if (group.department_id === HEALTH) return { Ward: pick(WARDS, random) };
  if (random() < 0.8) found['Location'] = pick(PLACES, random);
  if (random() < 0.7) found['Course End'] = addDays(issued, -1);
  if (random() < 0.4) found['Manager Email'] = `lead${Math.floor(random() * 20)}@example.com`;
  if (random() < 0.15) found['Photo'] = `https://photos.northfield.test/${hexadecimal(random, 8)}.jpg`;
  if (random() < 0.3) found[HARD_ATTRIBUTE] = String(Math.floor(random() * 101));
  return found;
}

function evidence(id: number, random: Random): readonly Evidence[] {
  if (random() >= 0.12) return [];
  const base = { supplemental: false, string_object: null };
  const file = hexadecimal(random, 8);
  const link: Evidence = {
    ...base,
    id: id * 10,
    description: 'Practical examination',
    type: 'url',
    link_url: `https://portfolio.northfield.test/${file}`,
    preview_image_url: `https://portfolio.northfield.test/${file}/preview.png`,
    position: 0,
  };
  const grade: Evidence = {
    ...base,
    id: id * 10 + 1,
    description: 'Final Grade',
    type: 'grade',
    link_url: null,
    preview_image_url: null,
    string_object: { grade: Math.floor(60 + random() * 41) },
    position: 1,
  };
  return random() < 0.5 ? [link] : [link, grade];
}

/** The input of a generated credential. `serial` counts all credentials of the issuer. */
export interface Draft {
  readonly id: number;
  readonly serial: number;
  readonly group: Group;
  readonly person: Person;
  readonly today: string;
}

/**
 * A credential as an account that has been in use for a year has them: most complete, some with
 * less.
 */
export function generateCredential(draft: Draft, random: Random): Credential {
  const { id, serial, group, person, today } = draft;
  const issued = addDays(today, -10 - Math.floor(random() * 360));
  const published = random() < 0.93;
  const touched = addDays(issued, Math.floor(random() * 9));
  const clock = `T${String(8 + Math.floor(random() * 9)).padStart(2, '0')}:30:00.000Z`;
  const number = String(serial).padStart(5, '0');
  return {
    id,
    uuid: uuid(random),
    encoded_id: hexadecimal(random, 10),
    license_id: random() < 0.4 ? `NI-2026-${number}` : null,
    group_id: group.id,
    name: group.course_name,
    description: group.course_description,
    approve: published,
    grade: random() < 0.35 ? pick(GRADES, random) : null,
    complete: true,
    private: random() < 0.05,
    issued_on: issued,
    expired_on: expiry(issued, today, random),
    revoked_at: null,
    published_on: published ? issued : null,
    created_at: issued + clock,
    updated_at: touched + clock,
    course_link: group.course_link,
    allow_supplemental_evidence: true,
    allow_supplemental_references: true,
    custom_attributes: attributes(group, issued, random),
    evidence_items: evidence(serial, random),
    references: [],
    recipient: {
      name: person.name,
      email: person.email,
      phone_number: random() < 0.1 ? `+4420${String(79460000 + Math.floor(random() * 1000))}` : null,
      id: random() < 0.6 ? `R-${number}` : null,
      meta_data: null,
    },
    meta_data: random() < 0.2 ? { source: ISSUER.name, batch: String(1 + (serial % 7)) } : null,
  };
}
