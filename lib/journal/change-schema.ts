import type { AttributeId } from '../credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../credential/attributes';
import type { Change } from '../credential/change';
import type { Day } from '../credential/day';
import { dayOfTimestamp } from '../credential/day';
import type { CredentialId } from '../credential/ids';
import { z } from '../zod';

/**
 * A credential's id as it stands in request paths: no character that could make it another path.
 */
export const credentialIdSchema = z.custom<CredentialId>(
  (raw) => typeof raw === 'string' && /^[\w-]{1,64}$/.test(raw),
);

const builtinIds = new Set<string>(BUILTIN_ATTRIBUTES.map(({ id }) => id));

export const attributeIdSchema = z.custom<AttributeId>(
  (raw) => typeof raw === 'string' && (builtinIds.has(raw) || (raw.startsWith('custom:') && raw.length > 7)),
);

export const daySchema = z.custom<Day>(
  (raw) => typeof raw === 'string' && raw.length === 10 && dayOfTimestamp(raw) === raw,
);

export const valueSchema = z.union([z.string(), z.boolean(), z.null()]);

const writable = new Map<
  string,
  { readonly clearable: boolean; readonly isDay: boolean; readonly isFlag: boolean }
>(
  BUILTIN_ATTRIBUTES.filter(({ role }) => role === 'field' || role === 'key-and-field').map((attribute) => [
    attribute.id,
    { clearable: attribute.clearable, isDay: attribute.kind === 'day', isFlag: attribute.kind === 'flag' },
  ]),
);

/**
 * A field that may be written, with a value that it may have. A key or a group in a request would
 * do something else.
 * Examples: grade -> null passes, recipient-name -> null does not, group-id -> "2" does not.
 */
const fieldSchema = z
  .object({
    attribute: attributeIdSchema,
    before: valueSchema,
    after: valueSchema,
    evidenceId: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .exactOptional(),
  })
  .readonly()
  .refine(({ attribute, after }) => {
    if (attribute.startsWith('custom:')) return typeof after !== 'boolean';
    const rule = writable.get(attribute);
    if (rule === undefined) return false;
    if (after === null) return rule.clearable;
    if (rule.isFlag) return typeof after === 'boolean';
    if (rule.isDay) return daySchema.safeParse(after).success;
    return typeof after === 'string' && after !== '';
  });

/** A Change, as it comes by message or from the journal. */
export const changeSchema: z.ZodType<Change> = z
  .object({
    credential: credentialIdSchema,
    row: z.int().positive(),
    who: z.object({ name: z.string().nullable(), email: z.string().nullable() }).readonly(),
    reference: z.string().nullable(),
    fields: z
      .array(fieldSchema)
      .min(1)
      .refine((fields) => new Set(fields.map(({ attribute }) => attribute)).size === fields.length)
      .readonly(),
    renews: z.literal(true).exactOptional(),
    credits: z.union([z.literal(0), z.literal(1)]),
    expiredOn: daySchema.nullable(),
    updatedAt: z.string().nullable(),
  })
  .readonly();
