import type { AttributeId } from '../../credential/attribute';
import type { Environment } from '../../platform/environment';
import type { PolicyName } from '../../platform/policy-name';

export type { LimitName, PolicyName } from '../../platform/policy-name';

/** Settings of an organisation, which its admins cannot change (docs/policies.md). */
export interface Policy {
  /** The environments that may be used. */
  readonly environments: readonly Environment[];
  /** Whether an API key may be kept on disk. */
  readonly mayRememberKey: boolean;
  /** The most days for which the values of a run are kept after its end. */
  readonly mostKeptDays: number;
  /** Attributes that are never changed; `all`: nothing is. */
  readonly neverChange: readonly AttributeId[] | 'all';
  /** The most credentials that a run may change; null: any number. */
  readonly mostRows: number | null;
  /** The most credits that a run may cost; null: any number. */
  readonly mostCredits: number | null;
  /** Whether keys that are looked up have to be ids: no e-mail leaves the computer for it. */
  readonly lookUpByIdOnly: boolean;
  /** Whether public records of changed credentials may be read after a run. */
  readonly mayReadPublicRecord: boolean;
  /** Whether a page opens after the installation. */
  readonly mayOpenFirstPage: boolean;
  /** Whether only what a second person has accepted is sent (docs/four-eyes.md). */
  readonly fourEyesRequired: boolean;
  /** Whether numbers have to be promised before each update, and kept. */
  readonly promiseRequired: boolean;
  /** Settings that could not be read. For each the strictest reading holds. */
  readonly unreadable: readonly PolicyName[];
  /** Names that mean nothing to this version. */
  readonly unknown: readonly string[];
}
