import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Environment } from '../../platform/environment';
import { failed, type Result } from '../../result';
import type { BackgroundClient } from '../../rpc/client/background-client';
import type { DeleteProblem } from '../../rpc/contract/background-contract';
import type { Policy } from '../../rpc/contract/policy';
import type { NotRemembered, StoredBeside } from '../../rpc/contract/remembered';
import { createLatest } from '../state/latest';
import { modelFactory } from '../state/model-factory';

/** State of the options page (docs/product.md 3). */
export type OptionsPhase =
  | { readonly kind: 'reading' }
  /** The background does not answer. */
  | { readonly kind: 'failed' }
  | ({
      readonly kind: 'open';
      readonly policy: Policy;
      /** Null where the journal cannot be read: it can still be deleted. */
      readonly history: { readonly runs: number; readonly keptDays: number } | null;
    } & StoredBeside);

/** Outcome of the last thing that was asked for. */
export type OptionsNews =
  | { readonly kind: 'forgotten' | 'rules-forgotten' | 'key-forgotten' }
  | { readonly kind: 'everything-deleted' }
  | { readonly kind: 'kept-days'; readonly days: number }
  | { readonly kind: 'loaded'; readonly count: number }
  | {
      readonly kind: 'refused';
      readonly problem: DeleteProblem | NotRemembered | { readonly code: 'file-unreadable' };
    };

export interface OptionsModel {
  readonly phase: ReadonlySignal<OptionsPhase>;
  readonly said: ReadonlySignal<OptionsNews | null>;
  /** Reads all of it again: another page may have changed it. */
  refresh(): Promise<void>;
  forget(id: string): Promise<void>;
  forgetRules(id: string): Promise<void>;
  forgetKey(environment: Environment): Promise<void>;
  keepValues(days: number): Promise<void>;
  deleteEverything(): Promise<void>;
  saveRemembered(): Promise<void>;
  loadRemembered(file: Pick<Blob, 'size' | 'text'>): Promise<void>;
}

interface OptionsDeps {
  readonly background: Pick<BackgroundClient, 'call'>;
  readonly save: (bytes: ArrayBuffer, name: string) => void;
}

/** The most letters of a file, so that a video chosen by mistake is not read to its end. */
const LARGEST_FILE = 4_000_000;

/** Model of the options page. All that it shows is the background's: this asks for it. */
export const createOptionsModel = modelFactory(({ background, save }: OptionsDeps): OptionsModel => {
  const phase = signal<OptionsPhase>({ kind: 'reading' });
  const said = signal<OptionsNews | null>(null);
  /** An answer from before the last thing that was done is a stale one. */
  const readings = createLatest();

  const read = async (): Promise<OptionsPhase> => {
    const [policy, history, stored] = await Promise.all([
      background.call({ kind: 'read-policy' }),
      background.call({ kind: 'list-history' }),
      background.call({ kind: 'list-stored' }),
    ]);
    if (!policy.ok || !stored.ok) return { kind: 'failed' };
    const runs = history.ok
      ? { runs: history.value.runs.length + history.value.unreadable, keptDays: history.value.keptDays }
      : null;
    return { kind: 'open', policy: policy.value, history: runs, ...stored.value };
  };
  const refresh = async () => {
    const failure: OptionsPhase = { kind: 'failed' };
    await readings.run(async (turn) => {
      phase.value = await turn.answer(read().catch(() => failure)); // no answer
    });
  };
  const settle = async (answer: Result<null, DeleteProblem>, done: OptionsNews) => {
    said.value = answer.ok ? done : { kind: 'refused', problem: answer.problem };
    await refresh();
  };

  return {
    phase,
    said,
    refresh,
    async forget(id) {
      await settle(await background.call({ kind: 'forget-remembered', id }), { kind: 'forgotten' });
    },
    async forgetRules(id) {
      await settle(await background.call({ kind: 'forget-rules', id }), { kind: 'rules-forgotten' });
    },
    async forgetKey(environment) {
      await settle(await background.call({ kind: 'forget-key', environment }), { kind: 'key-forgotten' });
    },
    async keepValues(days) {
      await settle(await background.call({ kind: 'keep-values', days }), { kind: 'kept-days', days });
    },
    async deleteEverything() {
      const answer = await background.call({ kind: 'delete-everything' });
      await settle(answer, { kind: 'everything-deleted' });
    },
    async saveRemembered() {
      const text = await background.call({ kind: 'export-remembered' });
      if (text.ok) save(new TextEncoder().encode(text.value).buffer, 'update-credentials-remembered.json');
    },
    async loadRemembered(file) {
      const loaded = await load(file);
      said.value = loaded.ok
        ? { kind: 'loaded', count: loaded.value.count }
        : { kind: 'refused', problem: loaded.problem };
      await refresh();
    },
  };

  async function load(
    file: Pick<Blob, 'size' | 'text'>,
  ): Promise<Result<{ readonly count: number }, NotRemembered | { readonly code: 'file-unreadable' }>> {
    if (file.size > LARGEST_FILE) return failed({ code: 'not-a-remembered-file' });
    const text = await file.text().catch(() => null); // moved or locked since it was chosen
    if (text === null) return failed({ code: 'file-unreadable' });
    return background.call({ kind: 'import-remembered', text });
  }
});
