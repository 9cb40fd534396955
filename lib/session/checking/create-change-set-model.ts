import { computed, signal } from '@preact/signals-core';
import { ignoreWorkerEnd, SheetWorkerEnded } from '../../rpc/client/sheet-client';
import type { FilePhase } from '../file/file-model';
import { modelFactory } from '../state/model-factory';
import type { ChangeSetDeps, HeldSecret } from './change-set-deps';
import type { ChangeSetModel, ChangeSetPhase, MadeSet } from './change-set-model';

/**
 * Makes, opens and answers change sets. Few admins ever do: how is a script of its own, which is
 * read then.
 */
export const createChangeSetModel = modelFactory((deps: ChangeSetDeps): ChangeSetModel => {
  const { file, sheet, work } = deps;
  const said = signal<{ readonly of: FilePhase; readonly is: ChangeSetPhase } | null>(null);
  let secret: HeldSecret | null = null;
  /** The set that is checked, with its secret; null where another sheet is open. */
  const checkedNow = () => {
    const open = file.phase.peek();
    if (open.kind !== 'open' || open.checked === undefined || secret === null) return null;
    return { checked: open.checked, secret };
  };

  const refusedRows = async () => {
    const { refusedRows: ofReview } = await import('./seal-change-set');
    const ready = deps.review.phase.peek();
    let refused: Awaited<ReturnType<ChangeSetModel['refusedRows']>> = [];
    if (ready.kind !== 'ready') return refused;
    await ignoreWorkerEnd(ofReview(sheet, ready.state.review).then((rows) => void (refused = rows)));
    return refused;
  };

  return {
    phase: computed(() => {
      const [of, last] = [file.phase.value, said.value];
      return last?.of === of ? last.is : ASKED;
    }),
    async open(passphrase, by) {
      const of = file.phase.peek();
      const last = said.peek();
      // A second press of the button finds it being opened.
      if (of.kind !== 'change-set' || (last?.of === of && last.is.kind === 'opening')) return;
      const say = (is: ChangeSetPhase) => void (said.value = { of, is });
      say({ kind: 'opening' });
      const { openChangeSet } = await import('./open-change-set');
      try {
        const settled = await openChangeSet(deps, of, { passphrase, by });
        if (settled === 'in-review') secret = { bytes: of.bytes, passphrase };
        else if (settled !== null) say(settled);
      } catch (error) {
        if (!(error instanceof SheetWorkerEnded)) throw error;
        say({ kind: 'refused', problem: { code: 'reader-ended' } });
      }
    },
    async seal(passphrase, by) {
      const now = work.now.peek();
      if (now.kind !== 'confirmed') return null;
      const { sealPlan } = await import('./seal-change-set');
      let made: MadeSet | null = null;
      await ignoreWorkerEnd(sealPlan(deps, now.facts, { passphrase, by }).then((set) => void (made = set)));
      return made;
    },
    refusedRows,
    async answer(note, notes) {
      const now = checkedNow();
      if (now === null) return null;
      const { sealAnswer } = await import('./seal-change-set');
      const said = { note, notes, refused: await refusedRows() };
      let file: ArrayBuffer | null = null;
      await ignoreWorkerEnd(sealAnswer(deps, now, said).then((sealed) => void (file = sealed)));
      return file;
    },
    async accept() {
      const now = checkedNow();
      if (now === null) return;
      const { askToOpen } = await import('./open-change-set');
      // A refusal shows in the run, which the background does not begin.
      const { bytes, passphrase } = now.secret;
      await askToOpen(deps, { bytes, passphrase, by: now.checked.source.acceptedBy });
    },
  };
});

const ASKED: ChangeSetPhase = { kind: 'asked' };
