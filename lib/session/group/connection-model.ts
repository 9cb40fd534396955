import { signal, type ReadonlySignal } from '@preact/signals-core';
import { createLatest } from '../state/latest';
import { modelFactory } from '../state/model-factory';
import type { Connection } from '../../platform/connection';
import type { GroupPage } from '../../platform/environment';
import type { ConnectProblem } from '../../platform/platform-problem';
import type { Result } from '../../result';
import type { BackgroundClient } from '../../rpc/client/background-client';

/** State of the connection to the platform (docs/product.md 2.1). */
export type ConnectionPhase =
  | { readonly kind: 'connecting' }
  /**
   * The dashboard's session is not taken and no key is known; `refused`: the key just given was not
   * taken either.
   */
  | { readonly kind: 'key-needed'; readonly refused: boolean }
  | { readonly kind: 'failed'; readonly problem: ConnectProblem }
  | { readonly kind: 'connected'; readonly connection: Connection };

export interface ConnectionModel {
  readonly phase: ReadonlySignal<ConnectionPhase>;
  connect(): Promise<void>;
  /** Asks again without letting go of what is shown: the credit balance after a run. */
  refresh(): Promise<void>;
  /**
   * Asks again after the key or the session may be gone. An admin who is not let in any more is
   * asked for a key.
   */
  renew(): Promise<void>;
  /** Hands the key over to the background; nothing of it stays here. */
  giveKey(key: string, remember: boolean): Promise<void>;
  forgetKey(): Promise<void>;
}

/**
 * The account on the platform, for one group page. `onConnected` runs after each connection, the
 * first or a later one.
 */
export const createConnectionModel = modelFactory(
  (
    page: GroupPage,
    background: BackgroundClient,
    onConnected: (connection: Connection) => void,
  ): ConnectionModel => {
    const phase = signal<ConnectionPhase>({ kind: 'connecting' });
    /** An answer from before the key was forgotten is a stale one. */
    const latest = createLatest();

    const settle = (answer: Result<Connection, ConnectProblem>, gaveKey: boolean) => {
      if (answer.ok) {
        phase.value = { kind: 'connected', connection: answer.value };
        onConnected(answer.value);
      } else if (answer.problem.code === 'signed-out') {
        phase.value = { kind: 'key-needed', refused: gaveKey };
      } else {
        phase.value = { kind: 'failed', problem: answer.problem };
      }
    };

    /** Somebody else may have signed in meanwhile: that is a connection of its own. */
    const bringUpToDate = (answer: Extract<Result<Connection, ConnectProblem>, { ok: true }>) => {
      const before = phase.peek();
      const isSame = before.kind === 'connected' && before.connection.account.id === answer.value.account.id;
      if (isSame) phase.value = { kind: 'connected', connection: answer.value };
      else settle(answer, false);
    };

    /** Asks who we are now, and uses the answer unless it is stale. */
    const asked = (use: (answer: Result<Connection, ConnectProblem>) => void) =>
      latest.join(async (turn) => use(await turn.answer(background.call({ kind: 'connect', page }))));

    return {
      phase,
      async connect() {
        phase.value = { kind: 'connecting' };
        await asked((answer) => settle(answer, false));
      },
      async refresh() {
        await asked((answer) => {
          if (answer.ok) bringUpToDate(answer);
        });
      },
      async renew() {
        await asked((answer) => {
          if (answer.ok) bringUpToDate(answer);
          else if (answer.problem.code === 'signed-out') settle(answer, false);
        });
      },
      async giveKey(key, remember) {
        phase.value = { kind: 'connecting' };
        settle(await background.call({ kind: 'give-key', page, key, remember }), true);
      },
      async forgetKey() {
        await background.call({ kind: 'forget-key', environment: page.environment });
        latest.outdate();
        phase.value = { kind: 'key-needed', refused: false };
      },
    };
  },
);
