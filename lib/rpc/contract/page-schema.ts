import type { GroupId } from '../../credential/ids';
import { environmentSchema } from '../../journal/run-schema';
import type { GroupPage } from '../../platform/environment';
import { z } from '../../zod';

/** A group page, as it comes by message and as it is read from the storage. */
export const pageSchema: z.ZodType<GroupPage> = z
  .object({
    environment: environmentSchema,
    groupId: z.custom<GroupId>((raw) => typeof raw === 'string' && /^\d{1,18}$/.test(raw)),
  })
  .readonly();

/** A fingerprint of the headers of a sheet; it becomes part of a name in the storage. */
export const headersSchema = z.string().regex(/^[0-9a-f]{32}$/);
