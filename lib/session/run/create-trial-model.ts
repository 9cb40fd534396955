import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { RunId } from '../../journal/entry';
import type { TrialRow } from '../../review/plan/trial';
import { ok } from '../../result';
import type { SheetClient } from '../../rpc/client/sheet-client';
import { ignoreWorkerEnd } from '../../rpc/client/sheet-client';
import type { PlanId } from '../../rpc/contract/held';
import { modelFactory } from '../state/model-factory';
import type { ReadRun } from './create-conflicts-model';
import type { RunPhase } from './run-model';
import { isAfterTrial, type TrialModel } from './trial-model';

/** Chooses the rows of a trial, and reads its entries when the run waits after it. */
export const createTrialModel = modelFactory(
  (run: ReadonlySignal<RunPhase>, sheet: SheetClient, readRun: ReadRun): TrialModel => {
    const chosen = signal<{ readonly of: PlanId; readonly rows: readonly TrialRow[] | null } | null>(null);
    const read = signal<{ readonly of: RunId; readonly is: Awaited<ReturnType<ReadRun>> } | null>(null);
    /** Entries of the run that is shown, as far as they were read. */
    const shown = computed(() => {
      const phase = run.value;
      const id = phase.kind === 'watching' ? phase.progress.run.id : null;
      return read.value !== null && read.value.of === id ? read.value.is : null;
    });
    const plan = computed(() => (run.value.kind === 'confirming' ? run.value.facts.plan : null));
    /** The run that waits, and its rows; a text, so that progress alone reads nothing again. */
    const waiting = computed(() => {
      const phase = run.value;
      if (!isAfterTrial(phase) || phase.kind !== 'watching') return null;
      return JSON.stringify([phase.progress.run.id, phase.progress.run.trial]);
    });
    const readNow = async () => {
      const now = waiting.value;
      if (now === null) return;
      const [of, rows] = JSON.parse(now) as [RunId, number];
      const all = await readRun(of, rows);
      read.value = { of, is: all.ok ? ok(all.value.filter(({ position }) => position < rows)) : all };
    };
    effect(() => void readNow());
    return {
      rows: computed(() =>
        chosen.value !== null && chosen.value.of === plan.value ? chosen.value.rows : null,
      ),
      async choose() {
        const of = plan.peek();
        if (of === null || chosen.peek()?.of === of) return;
        await ignoreWorkerEnd(
          sheet.call('chooseTrial', of).then((rows) => {
            if (rows.ok) chosen.value = { of, rows: rows.value };
          }),
        );
      },
      tried: computed(() => (shown.value?.ok === true ? shown.value.value : null)),
      unread: computed(() => (shown.value?.ok === false ? shown.value.problem : null)),
      readAgain: readNow,
    };
  },
);
