import type { SavedMapping } from '../../assign/mapping/saved-mapping';
import { TEXT_TRANSFORMS } from '../../assign/choice/text-transform';
import { attributeIdSchema, daySchema } from '../../journal/change-schema';
import { z } from '../../zod';

/** A fingerprint of a header. Text of the sheet is never stored, so it does not pass. */
const fingerprint = z.string().regex(/^[0-9a-f]{32}$/);

/** A saved mapping, as it comes by message and as it is read from the storage. */
export const savedMappingSchema: z.ZodType<SavedMapping> = z
  .object({
    day: daySchema,
    key: attributeIdSchema.nullable(),
    alsoBy: attributeIdSchema.exactOptional(),
    joins: z.array(z.object({ first: fingerprint, second: fingerprint }).readonly()).readonly(),
    columns: z
      .array(
        z
          .object({
            name: z.string().regex(/^[0-9a-f]{32}(?:\+[0-9a-f]{32})?$/),
            attribute: attributeIdSchema.nullable(),
            dateFormat: z.enum(['day-month-year', 'month-day-year', 'year-month-day']).nullable(),
            blank: z.enum(['keep', 'clear']),
            write: z.enum(['always', 'only-empty', 'never']),
            tidy: z.enum(TEXT_TRANSFORMS).exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
