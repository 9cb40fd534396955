import type { KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { GroupId } from '../../credential/ids';
import { changeSchema, credentialIdSchema } from '../../journal/change-schema';
import { environmentSchema, runHeaderSchema, runIdSchema } from '../../journal/run-schema';
import { failed, ok, type Result } from '../../result';
import { LONGEST_KEY } from '../../review/match/to-look-up';
import { MOST_KEPT_DAYS } from '../../run/afterwards/kept-values';
import { z } from '../../zod';
import type { BackgroundCommand } from '../contract/background-contract';
import { savedMappingSchema } from './saved-mapping-schema';

const pageSchema = z.object({
  environment: environmentSchema,
  groupId: z.custom<GroupId>((raw) => typeof raw === 'string' && /^\d{1,18}$/.test(raw)),
});

const run = runIdSchema;
const page = pageSchema;
const key = z.enum(KEY_ORDER as readonly [KeyAttributeId, ...KeyAttributeId[]]);
/** A fingerprint; it becomes part of a name in the storage. */
const headers = z.string().regex(/^[0-9a-f]{32}$/);
/** A message is not to be larger than the browser carries well. */
const MOST_AT_ONCE = 10_000;

const commandSchema: z.ZodType<BackgroundCommand> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connect'), page }),
  z.object({ kind: z.literal('give-key'), page, key: z.string().max(1_000), remember: z.boolean() }),
  z.object({ kind: z.literal('forget-key'), environment: environmentSchema }),
  z.object({ kind: z.literal('load-credentials'), page, most: z.int().nonnegative().exactOptional() }),
  z.object({
    kind: z.literal('look-up'),
    page,
    lookUp: z.object({
      key,
      values: z.array(z.string().max(LONGEST_KEY)),
      control: z.object({ value: z.string(), credential: credentialIdSchema }).nullable(),
    }),
  }),
  z.object({ kind: z.literal('load-details'), page, credentials: z.array(credentialIdSchema) }),
  z.object({
    kind: z.literal('locate'),
    page,
    key,
    values: z.array(z.string()),
  }),
  z.object({ kind: z.literal('recall-assignment'), page, headers }),
  z.object({ kind: z.literal('remember-assignment'), page, headers, assignment: savedMappingSchema }),
  z.object({ kind: z.literal('forget-assignment'), page, headers }),
  z.object({
    kind: z.literal('prepare-run'),
    page,
    header: runHeaderSchema,
    writer: z.string().max(64).exactOptional(),
  }),
  z.object({
    kind: z.literal('add-changes'),
    run,
    from: z.int().nonnegative(),
    changes: z.array(changeSchema).max(MOST_AT_ONCE),
  }),
  z.object({ kind: z.literal('begin-run'), run }),
  z.object({ kind: z.literal('pause-run'), run }),
  z.object({ kind: z.literal('resume-run'), run }),
  z.object({ kind: z.literal('cancel-run'), run }),
  z.object({ kind: z.literal('watch-run'), run }),
  z.object({
    kind: z.literal('find-run'),
    page: pageSchema.nullable(),
    account: z.string().max(64).exactOptional(),
  }),
  z.object({ kind: z.literal('see-run'), run }),
  z.object({
    kind: z.literal('list-entries'),
    run,
    from: z.int().nonnegative(),
    count: z.int().nonnegative().max(MOST_AT_ONCE),
  }),
  z.object({ kind: z.literal('list-history') }),
  z.object({ kind: z.literal('forget-values'), run }),
  z.object({ kind: z.literal('keep-values'), days: z.int().nonnegative().max(MOST_KEPT_DAYS) }),
  z.object({ kind: z.literal('delete-everything') }),
]);

/**
 * A raw message as a command, at the background's door. The problem says where it does not fit and never what was there:
 * it may hold a key or a cell.
 */
export function parseCommand(
  raw: unknown,
): Result<BackgroundCommand, { readonly code: 'not-a-command'; readonly where: readonly string[] }> {
  const parsed = commandSchema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  return failed({
    code: 'not-a-command',
    where: parsed.error.issues.map(({ path }) => path.map(String).join('.')),
  });
}
