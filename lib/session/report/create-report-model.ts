import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { PageFacts } from '../../report/problem/page-facts';
import type { BackgroundClient } from '../../rpc/client/background-client';
import { modelFactory } from '../state/model-factory';

/** How far a report of a problem is. */
export type ReportPhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'writing' }
  /** `text`: all that is saved. `isWhole`: false where the background did not answer. */
  | { readonly kind: 'shown'; readonly text: string; readonly isWhole: boolean };

export interface ReportModel {
  readonly phase: ReadonlySignal<ReportPhase>;
  /** Writes a report, and shows it. Nothing is saved or sent by that. */
  open(): Promise<void>;
  close(): void;
}

interface ReportDeps {
  readonly background: Pick<BackgroundClient, 'call'>;
  /** Facts of the page that reports. */
  readonly facts: () => Promise<PageFacts>;
}

/**
 * A report of a problem, written by the background; from the page alone where that does not answer,
 * which may be the very problem.
 */
export const createReportModel = modelFactory(({ background, facts }: ReportDeps): ReportModel => {
  const phase = signal<ReportPhase>({ kind: 'closed' });
  return {
    phase,
    async open() {
      phase.value = { kind: 'writing' };
      const page = await facts();
      const answer = await background.call({ kind: 'report-problem', page }).catch(() => null); // no answer
      if (phase.peek().kind === 'closed') return;
      const isWhole = answer?.ok === true;
      phase.value = { kind: 'shown', isWhole, text: isWhole ? answer.value : withoutBackground(page) };
    },
    close() {
      phase.value = { kind: 'closed' };
    },
  };
});

function withoutBackground(page: PageFacts): string {
  const report = { format: 'update-credentials-problem', version: 1, background: 'no answer', page };
  return `${JSON.stringify(report, null, 2)}\n`;
}
