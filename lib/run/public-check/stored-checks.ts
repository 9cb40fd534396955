import type { RunId } from '../../journal/entry';
import { runIdSchema } from '../../journal/run-schema';
import { z } from '../../zod';

/**
 * The public check of a run as it is stored: a sign for each entry, by its position. No value, no
 * name and no id of a credential is in it (docs/privacy.md).
 */
export interface StoredCheck {
  readonly run: RunId;
  /** A sign for each entry (sight-signs.ts). */
  readonly sights: string;
  /** When it is asked again, in milliseconds since 1970; null: never any more. */
  readonly nextAt: number | null;
  /** How often it was asked, and when it was asked last; null: not yet. */
  readonly times: number;
  readonly askedAt: number | null;
}

/** The storage of public checks. Another version may have written what it gives. */
export interface CheckStore {
  get(): Promise<unknown>;
  put(checks: { readonly checks: readonly StoredCheck[] }): Promise<void>;
}

const storedSchema = z.object({
  checks: z.array(
    z.object({
      run: runIdSchema,
      sights: z.string().regex(/^[-soxprhnl.]*$/),
      nextAt: z.number().nullable(),
      times: z.int().nonnegative(),
      askedAt: z.number().nullable(),
    }),
  ),
});

/** Reads the stored checks; none where nothing is there, or nothing that this version can read. */
async function readChecks(store: CheckStore): Promise<readonly StoredCheck[]> {
  const parsed = storedSchema.safeParse(await store.get());
  return parsed.success ? parsed.data.checks : [];
}

type Checks = readonly StoredCheck[];

/** The stored checks, and changes of them: one after the other, each of what is there. */
export function createStoredChecks(store: CheckStore) {
  let writing: Promise<unknown> = Promise.resolve();
  const change = (work: (checks: Checks) => Checks): Promise<Checks> => {
    const written = writing.then(async () => {
      const before = await readChecks(store);
      const after = work(before);
      if (after !== before) await store.put({ checks: after });
      return after;
    });
    writing = written.catch(() => null);
    return written;
  };
  return {
    read: () => readChecks(store),
    async add(check: StoredCheck): Promise<void> {
      await change((before) => [check, ...before]);
    },
    /** Changes the check of a run; answers false when it is not there any more. */
    async update(run: RunId, next: (check: StoredCheck) => StoredCheck): Promise<boolean> {
      const after = await change((before) =>
        before.some((check) => check.run === run)
          ? before.map((check) => (check.run === run ? next(check) : check))
          : before,
      );
      return after.some((check) => check.run === run);
    },
    async keepOnly(runs: ReadonlySet<RunId>): Promise<void> {
      await change((before) => {
        const after = before.filter(({ run }) => runs.has(run));
        return after.length === before.length ? before : after;
      });
    },
  };
}
