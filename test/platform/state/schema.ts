import { z } from 'zod';
import { isDay } from '../rules/days';
import { isEmail } from '../rules/emails';

/*
 * The state of the stand-in, which is also its file: {issuer, groups, attribute_keys, credentials}.
 * Names are the wire's, so that a person can compare a state with an answer. What can be left out
 * of a file has a default here; what follows from the rest (group_name, url, issuer) is written to
 * the file and not read from it.
 */

const day = z.string().refine(isDay, 'a day is written YYYY-MM-DD');
const moment = z.iso.datetime({ error: 'a moment is written like 2026-01-31T09:30:00.000Z' });
const email = z
  .string()
  .refine(isEmail, 'not an e-mail address')
  .transform((text) => text.toLowerCase());
const id = z
  .union([z.int().positive(), z.string().regex(/^\d{1,15}$/, 'an id is a number')])
  .transform(Number);
const metaData = z.record(z.string(), z.unknown()).nullable().default(null);

const evidenceSchema = z.object({
  id,
  description: z.string(),
  type: z.enum(['file', 'url', 'video', 'grade', 'transcript']),
  link_url: z.string().nullable().default(null),
  preview_image_url: z.string().nullable().default(null),
  string_object: z.unknown().default(null),
  supplemental: z.boolean().default(false),
  position: z.int().nonnegative().default(0),
});

const referenceSchema = z.object({
  id,
  description: z.string(),
  relationship: z.string().default(''),
  supplemental: z.boolean().default(false),
  approve: z.boolean().default(true),
  referee: z.object({
    name: z.string(),
    email: z.string().nullable().default(null),
    avatar: z.string().default(''),
  }),
});

const credentialSchema = z.object({
  id,
  uuid: z.string().min(1),
  encoded_id: z.string().min(1),
  license_id: z.string().nullable().default(null),
  group_id: id,
  name: z.string(),
  description: z.string().default(''),
  approve: z.boolean().default(true),
  grade: z.string().nullable().default(null),
  complete: z.boolean().default(true),
  private: z.boolean().default(false),
  issued_on: day,
  expired_on: day.nullable().default(null),
  published_on: day.nullable().default(null),
  revoked_at: moment.nullable().default(null),
  created_at: moment,
  updated_at: moment,
  course_link: z.string().default(''),
  allow_supplemental_evidence: z.boolean().default(true),
  allow_supplemental_references: z.boolean().default(true),
  custom_attributes: z
    .record(z.string(), z.string())
    .nullable()
    .default({})
    .transform((attributes) => attributes ?? {}),
  evidence_items: z.array(evidenceSchema).default([]),
  references: z.array(referenceSchema).default([]),
  recipient: z.object({
    name: z.string().min(1),
    email,
    phone_number: z.string().nullable().default(null),
    id: z.string().nullable().default(null),
    meta_data: metaData,
  }),
  meta_data: metaData,
});

const groupSchema = z.object({
  id,
  name: z.string().min(1),
  course_name: z.string(),
  course_description: z.string().default(''),
  course_link: z.string().default(''),
  department_id: id,
  allow_duplicate_credentials: z.boolean().default(false),
  learning_outcomes: z.array(z.string()).default([]),
  attach_pdf: z.boolean().default(true),
  language: z.string().default('en'),
  design_name: z.string().default('Classic'),
  design_id: z.int().nullable().default(null),
  certificate_design_id: z.int().nullable().default(null),
  badge_design_id: z.int().nullable().default(null),
  primary_design_id: z.int().nullable().default(null),
  blockchain: z.boolean().default(false),
  meta_data: z.record(z.string(), z.string()).default({}),
  generate_private_credential: z.boolean().default(false),
  auto_expiry: z.int().default(0),
  signup_url_show: z.boolean().default(false),
  signup_url: z.string().default(''),
  course_link_show: z.boolean().default(false),
  organization_link_show: z.boolean().default(false),
  skill_category: z.object({ id, name: z.string() }).default({ id: 1, name: 'General' }),
  achievement_type: z.string().default('Certificate'),
  collections: z.array(z.object({ id, name: z.string(), description: z.string().nullable() })).default([]),
  created_at: moment,
  updated_at: moment,
});

const issuerSchema = z.object({
  id,
  name: z.string().min(1),
  email: z.string(),
  description: z.string().nullable().default(null),
  url: z.string().default(''),
  certificate_left: z.int().nonnegative(),
  language: z.string().default('en'),
  spiderable: z.boolean().default(true),
  whitelisted_domain: z.string().default(''),
  linkedin_company_id: z.string().nullable().default(null),
  linkedin_school_id: z.string().nullable().default(null),
});

const attributeKeySchema = z.object({
  id,
  name: z.string().min(1),
  kind: z.enum(['text', 'date', 'email', 'image']),
  department_id: id,
});

export const stateSchema = z.object({
  issuer: issuerSchema,
  groups: z.array(groupSchema),
  attribute_keys: z.array(attributeKeySchema),
  credentials: z.array(credentialSchema),
});

/**
 * `T` all the way down read-only: records are replaced on a write, never changed, so that an old
 * one stays what it was.
 */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

export type Issuer = Frozen<z.output<typeof issuerSchema>>;
export type Group = Frozen<z.output<typeof groupSchema>>;
export type AttributeKey = Frozen<z.output<typeof attributeKeySchema>>;
export type Evidence = Frozen<z.output<typeof evidenceSchema>>;
export type Reference = Frozen<z.output<typeof referenceSchema>>;
export type Credential = Frozen<z.output<typeof credentialSchema>>;
/** The state of the stand-in, and of its file. */
export type StandInState = Frozen<z.output<typeof stateSchema>>;
