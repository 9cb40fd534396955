import { failed, ok, type Result } from '../../result';
import { z } from '../../zod';
import type { BackgroundCommand, CommandKind } from '../contract/background-contract';
import { COMMANDS } from '../contract/commands';

/** `where`: the paths that do not fit. What was there is not said: it may be a key or a cell. */
interface NotACommand {
  readonly code: 'not-a-command';
  readonly where: readonly string[];
}

const named = z.object({ kind: z.enum(Object.keys(COMMANDS) as CommandKind[]) });

/** Reads a raw message as a command, at the background's door. */
export function parseCommand(raw: unknown): Result<BackgroundCommand, NotACommand> {
  const kind = named.safeParse(raw);
  if (!kind.success) return notACommand(kind.error);
  const fields = COMMANDS[kind.data.kind].schema.safeParse(raw);
  if (!fields.success) return notACommand(fields.error);
  // TypeScript loses that the fields are those of the kind: the entry was found by it.
  return ok({ ...kind.data, ...fields.data } as BackgroundCommand);
}

function notACommand(error: z.ZodError): Result<never, NotACommand> {
  const where = error.issues.map(({ path }) => path.map(String).join('.'));
  return failed({ code: 'not-a-command', where });
}
