import { environmentSchema } from '../../journal/run-schema';
import type { JournalRun } from '../../journal/journal';
import type { Environment } from '../../platform/environment';
import { ENVIRONMENTS } from '../../platform/hosts';
import { z } from '../../zod';
import type { Policy } from '../contract/policy';

/** The storage of the environment that was used last. Another version may have written it. */
export interface EnvironmentMemory {
  load(): Promise<unknown>;
  save(used: { readonly environment: Environment }): Promise<void>;
}

const usedSchema = z.object({ environment: environmentSchema });

/** Reads the environment that was used last; null when none is known. */
export async function readLastEnvironment(memory: EnvironmentMemory): Promise<Environment | null> {
  const parsed = usedSchema.safeParse(await memory.load());
  return parsed.success ? parsed.data.environment : null;
}

/**
 * The environment whose dashboard is to be opened: the one used last, else that of the latest run,
 * else the first one, of those that the organisation allows. Null: it allows none. `runs`: the
 * latest first.
 */
export function dashboardToOpen(
  used: Environment | null,
  runs: readonly JournalRun[],
  { environments }: Policy,
): Environment | null {
  const wanted = [used, ...runs.slice(0, 1).map(({ record }) => record.environment), ...ENVIRONMENTS];
  return wanted.find((one) => one !== null && environments.includes(one)) ?? null;
}
