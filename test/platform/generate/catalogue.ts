import { addDays } from '../rules/days';
import type { AttributeKey, Group, Issuer } from '../state/schema';

export const TRADES = 71;
export const HEALTH = 72;

/** The group that gets the asked number of credentials. */
export const MAIN_GROUP = 555;

export const ISSUER: Issuer = {
  id: 3120,
  name: 'Northfield Institute',
  email: 'credentials@northfield.test',
  description: 'Vocational and professional education since 1931.',
  url: 'https://www.northfield.test',
  certificate_left: 412,
  language: 'en',
  spiderable: true,
  whitelisted_domain: 'https://www.northfield.test/',
  linkedin_company_id: null,
  linkedin_school_id: null,
};

/** A text attribute whose name breaks selectors, headers and object paths. */
export const HARD_ATTRIBUTE = 'Score [%] – "final", v.2';

export const ATTRIBUTE_KEYS: readonly AttributeKey[] = [
  { id: 9001, name: 'Location', kind: 'text', department_id: TRADES },
  { id: 9002, name: 'Course End', kind: 'date', department_id: TRADES },
  { id: 9003, name: 'Manager Email', kind: 'email', department_id: TRADES },
  { id: 9004, name: 'Photo', kind: 'image', department_id: TRADES },
  { id: 9005, name: HARD_ATTRIBUTE, kind: 'text', department_id: TRADES },
  { id: 9006, name: 'Ward', kind: 'text', department_id: HEALTH },
];

interface Outline {
  readonly id: number;
  readonly name: string;
  readonly department: number;
  readonly description: string;
  readonly duplicates: boolean;
  readonly ageDays: number;
}

const OUTLINES: readonly Outline[] = [
  {
    id: MAIN_GROUP,
    name: 'Advanced Welding 2026',
    department: TRADES,
    description: 'Four weeks of pipe and plate welding, closed by a practical examination.',
    duplicates: true,
    ageDays: 420,
  },
  {
    id: 556,
    name: 'Forklift Operation, Level 2',
    department: TRADES,
    description: 'Safe handling of counterbalance trucks, with a day in the yard.',
    duplicates: false,
    ageDays: 300,
  },
  {
    id: 557,
    name: 'Électricité du bâtiment – 2026',
    department: TRADES,
    description: 'Installation et contrôle des circuits domestiques.',
    duplicates: false,
    ageDays: 250,
  },
  {
    id: 601,
    name: 'Infection Prevention 2026',
    department: HEALTH,
    description: 'Yearly course for everyone who works on a ward.',
    duplicates: false,
    ageDays: 200,
  },
];

/** The groups as they are on a day. */
export function groupsOn(today: string): readonly Group[] {
  return OUTLINES.map(({ id, name, department, description, duplicates, ageDays }) => ({
    id,
    name,
    course_name: name,
    course_description: description,
    course_link: `https://www.northfield.test/courses/${id}`,
    department_id: department,
    allow_duplicate_credentials: duplicates,
    learning_outcomes: ['Plans the work', 'Does it safely', 'Documents the result'],
    attach_pdf: true,
    language: 'en',
    design_name: 'Classic blue',
    design_id: 23,
    certificate_design_id: 23,
    badge_design_id: null,
    primary_design_id: 23,
    blockchain: false,
    meta_data: { course_id: `NI-${id}` },
    generate_private_credential: false,
    auto_expiry: 0,
    signup_url_show: false,
    signup_url: `https://www.northfield.test/courses/${id}/join`,
    course_link_show: true,
    organization_link_show: true,
    skill_category: { id: department, name: department === TRADES ? 'Skilled trades' : 'Health care' },
    achievement_type: 'Certificate',
    collections: [{ id: 1, name: 'All of Northfield', description: null }],
    created_at: `${addDays(today, -ageDays)}T08:00:00.000Z`,
    updated_at: `${addDays(today, -30)}T08:00:00.000Z`,
  }));
}
