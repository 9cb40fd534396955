import { seededRandom } from '../seeded-random';
import type { FaultRule } from './fault-rule';

/** The part of a request that the rules see. */
export interface Hit {
  readonly method: string;
  readonly path: string;
  /** How often anybody has signed in so far. */
  readonly signIns: number;
}

/** The faults of one request: waiting, and at most one that ends it. */
export interface Verdict {
  readonly waitMs: number;
  /** A rule that makes it wait. */
  readonly slow: FaultRule | null;
  readonly fault: FaultRule | null;
}

/** Rules with their counts. The same seed, rules and order of requests give the same verdicts. */
export interface FaultPlan {
  judge(hit: Hit): Verdict;
  /** Settles when other rules take the place of these: nothing waits for them any longer. */
  readonly ended: Promise<void>;
  end(): void;
}

interface Tally {
  readonly rule: FaultRule;
  /**
   * Judges one request; counts, and draws from the rule's own sequence, whether or not another rule
   * hits first.
   */
  hits(hit: Hit): boolean;
}

function tallyOf(rule: FaultRule, at: number, seed: number): Tally {
  const random = seededRandom(seed, `fault ${at} ${rule.text}`);
  let seen = 0;
  let fired = 0;
  let signInsAtFirst: number | null = null;
  return {
    rule,
    hits({ method, path, signIns }) {
      if (rule.method !== null && rule.method !== method) return false;
      if (rule.path !== null && !path.startsWith(rule.path)) return false;
      seen += 1;
      const drawn = random() < rule.rate;
      const ended = rule.untilSignIn && signInsAtFirst !== null && signIns > signInsAtFirst;
      if (!drawn || ended || seen < rule.from || seen % rule.every !== 0 || fired >= rule.times) return false;
      signInsAtFirst ??= signIns;
      fired += 1;
      return true;
    },
  };
}

export function createFaultPlan(rules: readonly FaultRule[], seed: number): FaultPlan {
  const tallies = rules.map((rule, at) => tallyOf(rule, at, seed));
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    ended,
    end,
    judge(hit) {
      const hitting = tallies.filter((tally) => tally.hits(hit)).map((tally) => tally.rule);
      return {
        waitMs: hitting.reduce((ms, rule) => (rule.kind === 'slow' ? ms + rule.ms : ms), 0),
        slow: hitting.find((rule) => rule.kind === 'slow') ?? null,
        fault: hitting.find((rule) => rule.kind !== 'slow') ?? null,
      };
    },
  };
}
