import { DEFAULT_KEPT_DAYS, MOST_KEPT_DAYS } from '../../run/afterwards/kept-values';
import { z } from '../../zod';

/** The admin's settings on this computer. */
export interface Settings {
  /** Days for which the values of a run are kept after its end; 0: not at all. */
  readonly keptDays: number;
}

/**
 * The storage of the settings. `get` gives undefined when nothing was set; another version may have
 * written it.
 */
export interface SettingsStore {
  get(): Promise<unknown>;
  put(settings: Settings): Promise<void>;
}

/** The name of the settings in the storage. */
export const SETTINGS_NAME = 'settings';

const settingsSchema: z.ZodType<Settings> = z.object({
  keptDays: z.int().nonnegative().max(MOST_KEPT_DAYS),
});

/** Reads the settings; the defaults when nothing was set, or nothing that this version can read. */
export async function readSettings(store: SettingsStore): Promise<Settings> {
  const parsed = settingsSchema.safeParse(await store.get());
  return parsed.success ? parsed.data : { keptDays: DEFAULT_KEPT_DAYS };
}
