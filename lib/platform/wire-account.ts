import type { CustomKind } from '../credential/attribute';
import { z } from '../zod';
import { wireId, wireText } from './wire-values';

/** The answer of GET /v1/issuer/details; `certificate_left` is the credit balance (D). */
export const issuerAnswer = z.object({
  issuer: z.object({ id: wireId, name: wireText, certificate_left: z.number().nullish() }),
});

/** The answer of GET /v1/issuer/groups/{id}. */
export const groupAnswer = z.object({
  group: z.object({
    id: wireId,
    name: wireText,
    course_name: wireText,
    department_id: wireId.nullish(),
  }),
});

const KINDS: readonly CustomKind[] = ['text', 'date', 'email', 'image'];

/** The answer of POST /v1/attribute_keys/search. A kind that is not known yet is read as text. */
export const attributeKeysAnswer = z.object({
  attribute_keys: z.array(
    z.object({
      name: z.string().min(1),
      kind: z.unknown().transform((kind): CustomKind => KINDS.find((known) => known === kind) ?? 'text'),
      department_id: wireId.nullish(),
    }),
  ),
  meta: z.object({ next_page: z.number().nullish(), total_pages: z.number().nullish() }).nullish(),
});
