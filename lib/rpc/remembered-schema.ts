import type { KeyAttributeId } from '../credential/attribute';
import { KEY_ORDER } from '../credential/attributes';
import type { RememberedAssignment } from '../assign/remembered';
import { attributeIdSchema, daySchema } from '../journal/change-schema';
import { z } from '../zod';

/** A remembered assignment, as it comes by message and as it is read from the storage. */
export const rememberedSchema: z.ZodType<RememberedAssignment> = z
  .object({
    day: daySchema,
    key: z.enum(KEY_ORDER as readonly [KeyAttributeId, ...KeyAttributeId[]]).nullable(),
    columns: z
      .array(
        z
          .object({
            // A fingerprint: what would be text of the sheet does not get in.
            name: z.string().regex(/^[0-9a-f]{32}$/),
            attribute: attributeIdSchema.nullable(),
            dateFormat: z.enum(['day-month-year', 'month-day-year', 'year-month-day']).nullable(),
            blank: z.enum(['keep', 'clear']),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
