import type { CustomAttributeKey } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { ChangeSet, SetAnswer } from '../../report/change-set/change-set';
import type { BaseOrigin } from '../../review/base/export-base';
import type { Held, PlanId } from './held';
import type { OpenedChecked } from './opened-made';

/** The methods of the sheet worker about change sets for a second person (docs/four-eyes.md). */
export interface ChangeSetContract {
  /** Seals the last plan as a change set for a second person, and gives the hash of its changes. */
  sealPlan(
    plan: PlanId,
    of: Omit<ChangeSet, 'kind' | 'list' | 'changes'>,
    passphrase: string,
  ): Promise<Held<{ readonly file: ArrayBuffer; readonly list: string }>>;
  /** The hash of the changes of the last plan. */
  hashPlan(plan: PlanId): Promise<Held<string>>;
  /** Seals the notes of a second person. */
  sealAnswer(answer: SetAnswer, passphrase: string): Promise<ArrayBuffer>;
  /** Makes a sheet of a change set that was opened. `origin`: of which group, and from when. */
  makeChecked(
    changes: readonly Change[],
    origin: BaseOrigin,
    customAttributes: readonly CustomAttributeKey[],
  ): OpenedChecked;
}
