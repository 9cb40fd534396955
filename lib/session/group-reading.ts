import type { Assignment } from '../assign/assignment';
import type { CustomAttributeKey } from '../credential/attribute';
import { unlessEnded, type SheetClient } from '../rpc/sheet-client';
import type { AssignModelShape } from './assign-shape';
import { mayBeWorthLookingUp } from './cheaper-reading';
import type { CredentialsModelShape, NextNeed } from './credentials-model';

interface GroupReadingModels {
  readonly sheet: SheetClient;
  readonly credentials: CredentialsModelShape;
  readonly assign: AssignModelShape;
  readonly customAttributes: () => readonly CustomAttributeKey[];
  readonly isConnected: () => boolean;
}

/** What is read of the group for the sheet that is being assigned, and when. */
export function createGroupReading(models: GroupReadingModels) {
  const { sheet, credentials, assign, customAttributes, isConnected } = models;

  /** What a sheet with this assignment needs of a group that is too large to be read for it. */
  const needsOf =
    (assignment: Assignment): NextNeed =>
    () =>
      sheet.call('nextLookUp', assignment, customAttributes());

  /**
   * The group is read as soon as there is a sheet to compare with it, so that ids and dates can help the guesses. Where that
   * takes more than looking up, nothing is looked up yet: no value of a column leaves the computer before the admin has
   * said what the column is.
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

  /** What is assigned now is the admin's word for it. */
  async function lookUpNow(): Promise<void> {
    const chosen = assign.state.peek();
    if (!isConnected() || chosen === null || credentials.phase.peek().kind === 'loaded') return;
    if (await credentials.load(needsOf(chosen.assignment))) await assign.refresh();
  }

  async function readWhole(): Promise<void> {
    if (isConnected() && (await credentials.loadWhole())) await assign.refresh();
  }

  return {
    needsOf,
    forGuesses: () => unlessEnded(forGuesses()),
    lookUpNow: () => unlessEnded(lookUpNow()),
    readWhole: () => unlessEnded(readWhole()),
  };
}
