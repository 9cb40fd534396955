import type { PlatformProblem } from './platform-problem';
import type { SureMemory } from './sure-memory';

/*
 * How many credentials a page of a search may hold is not documented (docs/platform.md, Read a
 * group). So it is found out: more is asked for as long as full pages come, less when a page is
 * refused. Only what came counts, never what the answer says about itself.
 */

/** Sizes that are asked for one after the other. Other clients ask for the first one. */
const RUNGS = [100, 200, 500, 1_000] as const;
const FIRST = RUNGS[0];
const MOST = 1_000;
/** A platform that refuses pages of so few refuses something else. */
const LEAST = 10;
/** Credentials still to come that are worth the risk of one refused request. */
const WORTH_ASKING_MORE = 1_000;
/** A page may lack a few that were deleted meanwhile: 95 of 100 is a full page. */
const FULL = 0.9;
/** Limits change: what was found out is asked again after so long. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1_000;

/** The size that a host gives. `isMost`: it gives no larger one. */
interface KnownSize {
  readonly size: number;
  readonly isMost: boolean;
}

/** The storage of a host's page size, which outlives the background. It holds nothing else. */
export type PageSizeMemory = SureMemory<KnownSize & { readonly at: number }>;

/** A page that came: how many were asked for, and how many it had. */
export interface CamePage {
  readonly asked: number;
  readonly given: number;
}

/** The page size of one host, found out by asking. */
export interface PageSize {
  /**
   * The size to ask for. `before`: the page before it in the same reading, null for the first one.
   * `left`: how many credentials are still to come.
   */
  next(before: CamePage | null, left: number): Promise<number>;
  /** Notes that a page of this size was answered; `refusal`: after a larger one was not. */
  taken(size: number, refusal: PlatformProblem | null): void;
  /** A smaller size to ask for after a problem; null: the size is not at fault. */
  smaller(size: number, problem: PlatformProblem): number | null;
}

/** Creates the page size of one host. What it remembers is a number, of no account and no group. */
export function createPageSize(now: () => number, memory?: PageSizeMemory): PageSize {
  let known: KnownSize = { size: FIRST, isMost: false };
  /** The largest size that was answered since this background was started. */
  let proven = 0;
  const restored = restore();

  return {
    async next(before, left) {
      await restored;
      if (before === null || before.asked < known.size || known.isMost || left <= 0) return known.size;
      if (before.given < before.asked * FULL) learn({ ...known, isMost: true });
      else if (left >= WORTH_ASKING_MORE) return rungAbove(known.size);
      return known.size;
    },
    taken(size, refusal) {
      proven = Math.max(proven, size);
      // A lost connection may have had another reason: that is not remembered.
      if (refusal !== null) learn({ size, isMost: true }, refusal.code !== 'unreachable');
      else if (size > known.size) learn({ size, isMost: size >= MOST });
    },
    smaller(size, problem) {
      const isNew = size > FIRST && size > proven;
      const isRefused = problem.code === 'refused' && [400, 413, 422].includes(problem.status);
      if (!isRefused && !(isNew && MAY_BE_TOO_MUCH.has(problem.code))) return null;
      const fallback = size > known.size ? known.size : size > FIRST ? FIRST : Math.floor(size / 2);
      const named = problem.code === 'refused' ? sizeNamedIn(problem.words, size) : null;
      if (named !== null) return size > known.size ? Math.max(named, known.size) : named;
      return size <= proven || fallback < LEAST ? null : fallback;
    },
  };

  function learn(next: KnownSize, isKept = true): void {
    if (next.size === known.size && next.isMost === known.isMost) return;
    known = next;
    // A failed write costs a request more after the next start, and nothing else.
    if (isKept) void memory?.save({ ...next, at: now() });
  }

  async function restore(): Promise<void> {
    const kept = await memory?.load();
    if (isKnownSize(kept) && kept.at <= now() && kept.at + KEPT_MS > now()) known = kept;
  }
}

/** Problems that a page may have because it is too large, where a smaller one has none. */
const MAY_BE_TOO_MUCH: ReadonlySet<PlatformProblem['code']> = new Set([
  'server-fault',
  'unreachable',
  'unexpected-answer',
]);

function rungAbove(size: number): number {
  return RUNGS.find((rung) => rung > size) ?? size;
}

/**
 * The size that a refusal names, if it names one that makes sense.
 *
 * Examples, 100 asked for: "Page size is limited to 70" -> 70. "size 100 is more than 70" -> 70.
 * "between 20 and 50" -> null. "invalid query (code 3)" -> null.
 */
function sizeNamedIn(words: string, asked: number): number | null {
  const numbers = [...words.matchAll(/(?<![\d.,-])\d{2,4}(?![\d.,]\d)/g)].map(([digits]) => Number(digits));
  const smaller = new Set(numbers.filter((number) => number >= LEAST && number < asked));
  const [only] = smaller;
  return smaller.size === 1 && only !== undefined && /size|page|limit|most|max/i.test(words) ? only : null;
}

function isKnownSize(kept: unknown): kept is KnownSize & { readonly at: number } {
  if (typeof kept !== 'object' || kept === null) return false;
  const { size, isMost, at } = kept as Record<string, unknown>;
  const isSize = typeof size === 'number' && Number.isInteger(size) && size >= LEAST && size <= MOST;
  return isSize && typeof isMost === 'boolean' && typeof at === 'number';
}
