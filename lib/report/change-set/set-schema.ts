import { changeSchema } from '../../journal/change-schema';
import { environmentSchema } from '../../journal/run-schema';
import { fromBase64 } from '../../secrets/seal';
import { z } from '../../zod';
import type { ChangeSet, SetAnswer, SetContent } from './change-set';
import { IV_BYTES, MOST_ROUNDS, ROUNDS, SALT_BYTES } from './set-key';

const bytes = (count: number) =>
  z
    .string()
    .transform(fromBase64)
    .refine((read) => read?.length === count)
    .transform((read) => read ?? new Uint8Array());

/** The part of a file that anybody can read. Fewer rounds than ours would be a weaker seal. */
export const headerSchema = z.object({
  environment: environmentSchema,
  group: z.string().regex(/^\d{1,18}$/),
  key: z.object({
    name: z.literal('PBKDF2-SHA-256'),
    rounds: z.int().min(ROUNDS).max(MOST_ROUNDS),
    salt: bytes(SALT_BYTES),
  }),
  seal: z.object({ name: z.literal('AES-256-GCM'), iv: bytes(IV_BYTES) }),
});

const name = z.string().max(500);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const moment = z.int().nonnegative();
const origin = {
  environment: environmentSchema,
  group: z.object({ id: z.string(), name }).readonly(),
  list: sha256,
  fileName: name,
};

const changeSet: z.ZodType<ChangeSet> = z
  .object({
    ...origin,
    kind: z.literal('changes'),
    maker: z
      .object({ name: z.string().trim().min(1).max(200), installation: z.string().regex(/^[\w-]{1,64}$/) })
      .readonly(),
    madeAt: moment,
    confirmed: z.array(z.object({ code: name, count }).readonly()).readonly(),
    changes: z
      .array(changeSchema)
      .min(1)
      // A credential twice would let the second change undo the first, which was shown.
      .refine((list) => new Set(list.map(({ credential }) => credential)).size === list.length)
      .refine((list) => new Set(list.map(({ row }) => row)).size === list.length)
      .readonly(),
  })
  .readonly();

const answer: z.ZodType<SetAnswer> = z
  .object({
    ...origin,
    kind: z.literal('answer'),
    by: z.string().max(200),
    at: moment,
    note: z.string().max(5_000),
    refused: z
      .array(z.object({ row: z.int().positive(), who: name, note: z.string().max(5_000) }).readonly())
      .readonly(),
    changes: count,
  })
  .readonly();

/** Sealed content of a file. Its writer may be a tampered program: all of it is checked. */
export const contentSchema: z.ZodType<SetContent> = z.union([changeSet, answer]);
