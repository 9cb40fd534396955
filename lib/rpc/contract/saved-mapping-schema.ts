import { readSavedRule, type SavedRule } from '../../assign/mapping/saved-rules';
import type { SavedMapping } from '../../assign/mapping/saved-mapping';
import { TEXT_TRANSFORMS } from '../../assign/choice/text-transform';
import { attributeIdSchema, daySchema } from '../../journal/change-schema';
import { z } from '../../zod';

/** A fingerprint of a header. Text of the sheet is never stored, so it does not pass. */
const fingerprint = z.string().regex(/^[0-9a-f]{32}$/);
/** The name of a column: its fingerprint, or those of two that are joined. */
const columnName = z.string().regex(/^[0-9a-f]{32}(?:\+[0-9a-f]{32})?$/);

/** A value rule. The column of its condition is stored by its fingerprint. */
const rule = z.preprocess(
  readSavedRule,
  z.custom<SavedRule>((read) => read !== null && isStorable(read as SavedRule)),
);

function isStorable({ attribute, condition }: SavedRule): boolean {
  const of = condition?.of; // most rules have no condition
  const isNamed = of?.kind !== 'column' || columnName.safeParse(of.name).success;
  return isNamed && attributeIdSchema.safeParse(attribute).success;
}

/** A saved mapping, as it comes by message and as it is read from the storage. */
export const savedMappingSchema: z.ZodType<SavedMapping> = z
  .object({
    day: daySchema,
    key: attributeIdSchema.nullable(),
    alsoBy: attributeIdSchema.exactOptional(),
    rules: z.array(rule).readonly().exactOptional(),
    joins: z.array(z.object({ first: fingerprint, second: fingerprint }).readonly()).readonly(),
    columns: z
      .array(
        z
          .object({
            name: columnName,
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
