import { DEFAULT_KEPT_DAYS, MOST_KEPT_DAYS } from '../../run/afterwards/kept-values';
import { z } from '../../zod';

/** What the admin has set for this computer. */
export interface Settings {
  /** For how many days the values of a run are kept after its end; 0: not at all. */
  readonly keptDays: number;
}

/** Where it is kept. What it gives back may be of another version of ours, or undefined when nothing was set. */
export interface SettingsStore {
  get(): Promise<unknown>;
  put(settings: Settings): Promise<void>;
}

/** Under which name it is kept. */
export const SETTINGS_NAME = 'settings';

const settingsSchema: z.ZodType<Settings> = z.object({
  keptDays: z.int().nonnegative().max(MOST_KEPT_DAYS),
});

/** What is set, or what holds when nothing was set or it cannot be read any more. */
export async function readSettings(store: SettingsStore): Promise<Settings> {
  const parsed = settingsSchema.safeParse(await store.get());
  return parsed.success ? parsed.data : { keptDays: DEFAULT_KEPT_DAYS };
}
