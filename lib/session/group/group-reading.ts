import type { CustomAttributeKey } from '../../credential/attribute';
import { ignoreWorkerEnd, type SheetClient } from '../../rpc/client/sheet-client';
import type { AssignModel } from '../assign/assign-model';
import { mayBeWorthLookingUp } from './cheaper-reading';
import type { CredentialsModel, NextNeed } from './credentials-model';

interface GroupReadingModels {
  readonly sheet: SheetClient;
  readonly credentials: CredentialsModel;
  readonly assign: AssignModel;
  readonly customAttributes: () => readonly CustomAttributeKey[];
  readonly isConnected: () => boolean;
}

/** Decides what is read of the group for the sheet that is being assigned, and when. */
export function createGroupReading(models: GroupReadingModels) {
  const { sheet, credentials, assign, customAttributes, isConnected } = models;

  /**
   * Says what the sheet that is assigned now needs of a group that is too large to be read for it.
   * It is asked later, when the turn has come: by what its columns are for then. Of another sheet
   * that took its place nothing is needed yet, for nobody has said what its columns are.
   */
  const needsNow = (): NextNeed => {
    const asked = assign.state.peek()?.table.id; // none: nothing is needed
    return async () => {
      const now = assign.state.peek();
      if (now === null || now.table.id !== asked) return { kind: 'nothing' };
      const need = await sheet.call('nextLookUp', asked, now.assignment, customAttributes());
      return need.ok ? need.value : { kind: 'nothing' };
    };
  };

  /**
   * The group is read as soon as there is a sheet to compare with it, so that ids and dates can
   * help the guesses. Where that takes more than looking up, nothing is looked up yet: no value of
   * a column leaves the computer before the admin has said what the column is.
   */
  async function forGuesses(): Promise<void> {
    const chosen = assign.state.peek();
    if (!isConnected() || chosen === null) return;
    const { rows } = chosen.table;
    const need: NextNeed = (pages) =>
      Promise.resolve({ kind: mayBeWorthLookingUp(rows, pages) ? 'nothing' : 'whole' });
    await assign.refresh();
    if (await credentials.load(need)) await assign.refresh();
  }

  /** Looks up what the assignment needs: by now it is the admin's word. */
  async function lookUpNow(): Promise<void> {
    const isAssigned = assign.state.peek() !== null;
    if (!isConnected() || !isAssigned || credentials.phase.peek().kind === 'loaded') return;
    if (await credentials.load(needsNow())) await assign.refresh();
  }

  async function readWhole(): Promise<void> {
    if (isConnected() && (await credentials.loadWhole())) await assign.refresh();
  }

  return {
    needsNow,
    forGuesses: () => ignoreWorkerEnd(forGuesses()),
    lookUpNow: () => ignoreWorkerEnd(lookUpNow()),
    readWhole: () => ignoreWorkerEnd(readWhole()),
  };
}
