import { environmentSchema } from '../../journal/run-schema';
import { failed, ok, type Result } from '../../result';
import { z } from '../../zod';
import { headersSchema, pageSchema } from '../contract/page-schema';
import type { NotRemembered, SheetOfMapping } from '../contract/remembered';
import { savedMappingSchema } from '../contract/saved-mapping-schema';
import type { SavedMapping } from '../../assign/mapping/saved-mapping';

/** A saved mapping with the sheets that it is for. */
export interface MappingOfSheet {
  readonly of: SheetOfMapping;
  readonly assignment: SavedMapping;
}

/** Nobody has so many; a file made to fill the disk is refused. */
const MOST = 10_000;

const fileSchema = z.strictObject({
  format: z.literal('update-credentials-remembered'),
  version: z.literal(1),
  remembered: z
    .array(
      z.strictObject({
        environment: environmentSchema,
        group: z.string(),
        headers: headersSchema,
        assignment: savedMappingSchema,
      }),
    )
    .max(MOST),
});

/**
 * Writes saved mappings as a file for another computer. Headers stand in it as they are stored, by
 * their fingerprints, so that it loads for the same headers and shows none of them.
 */
export function writeRememberedFile(all: readonly MappingOfSheet[]): string {
  const file: z.input<typeof fileSchema> = {
    format: 'update-credentials-remembered',
    version: 1,
    remembered: all.map(({ of: { page, headers }, assignment }) => ({
      environment: page.environment,
      group: page.groupId,
      headers,
      assignment,
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads such a file, all of it or nothing. */
export function readRememberedFile(text: string): Result<readonly MappingOfSheet[], NotRemembered> {
  const refused = failed({ code: 'not-a-remembered-file' } as const);
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success) return refused;
  const read: MappingOfSheet[] = [];
  for (const { environment, group, headers, assignment } of file.data.remembered) {
    const page = pageSchema.safeParse({ environment, groupId: group });
    if (!page.success) return refused;
    read.push({ of: { page: page.data, headers }, assignment });
  }
  return ok(read);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON: refused like any other file
  }
}
