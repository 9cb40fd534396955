import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Miss, Promised, RunPromise, TypedPromise } from '../../review/plan/plan-promise';
import type { Policy } from '../../rpc/contract/policy';
import { modelFactory } from '../state/model-factory';
import type * as Rules from './promise-rules';
import type { RunPhase } from './run-model';

/** Promise of the admin about the sheet that is open (docs/product.md 2.5). */
export interface PromiseModel {
  readonly promise: ReadonlySignal<TypedPromise>;
  /** Misses of the plan that waits for the last word. */
  readonly misses: ReadonlySignal<readonly Miss[]>;
  /** Whether the organisation wants a promise: then a miss cannot be overruled. */
  readonly isRequired: ReadonlySignal<boolean>;
  /** Whether the plan may be sent: nothing is missed, or that was overruled for this very plan. */
  readonly isKept: ReadonlySignal<boolean>;
  /** The promise that goes along with the run; null: there is none, or it was overruled. */
  readonly kept: ReadonlySignal<RunPromise | null>;
  /** Reads how promises are compared, which few admins need; to be awaited before the question. */
  load(): Promise<void>;
  promiseNumber(of: Promised, text: string): void;
  promiseNoEarlierExpiry(isPromised: boolean): void;
  /** Overrules the misses by the number of credentials; any other text withdraws that. */
  overrule(text: string): void;
  /** Another sheet is open. */
  forget(): void;
}

const NOTHING: TypedPromise = { numbers: new Map(), noEarlierExpiry: false };
const NONE: readonly Miss[] = [];

/** Keeps the promise from one question to the next, as long as the sheet is the same. */
export const createPromiseModel = modelFactory(
  (run: ReadonlySignal<RunPhase>, policy: ReadonlySignal<Policy | null>): PromiseModel => {
    const promise = signal(NOTHING);
    const rules = signal<typeof Rules | null>(null);
    /** The misses that were overruled, as a text: another miss or another plan is another text. */
    const overruled = signal<string | null>(null);
    const facts = computed(() => (run.value.kind === 'confirming' ? run.value.facts : null));
    const isRequired = computed(() => policy.value?.promiseRequired === true);
    const misses = computed(() =>
      facts.value === null || rules.value === null
        ? NONE
        : rules.value.missesOf(promise.value, facts.value, isRequired.value),
    );
    /** Nothing was typed that would have to be read. */
    const isBlank = computed(() => promise.value === NOTHING && !isRequired.value);
    const asked = computed(() => JSON.stringify([facts.value?.plan, misses.value]));
    const change = (next: Partial<TypedPromise>) => {
      promise.value = { ...promise.peek(), ...next };
      overruled.value = null;
    };
    return {
      promise,
      misses,
      isRequired,
      isKept: computed(
        () =>
          isBlank.value ||
          (rules.value !== null &&
            (misses.value.length === 0 || (!isRequired.value && overruled.value === asked.value))),
      ),
      kept: computed(() =>
        misses.value.length === 0 ? (rules.value?.promiseOf(promise.value) ?? null) : null,
      ),
      async load() {
        rules.value ??= await import('./promise-rules');
      },
      promiseNumber: (of, text) => change({ numbers: new Map(promise.peek().numbers).set(of, text) }),
      promiseNoEarlierExpiry: (noEarlierExpiry) => change({ noEarlierExpiry }),
      overrule(text) {
        const isRight = facts.peek() !== null && rules.peek()?.wholeNumberOf(text) === facts.peek()?.changes;
        overruled.value = isRight ? asked.peek() : null;
      },
      forget() {
        promise.value = NOTHING;
        overruled.value = null;
      },
    };
  },
);
