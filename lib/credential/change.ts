import type { AttributeId } from './attribute';
import type { Day } from './day';
import type { CredentialId } from './ids';
import type { Value } from './value';

/** One attribute of one credential: what it is now and what the sheet wants. */
export interface FieldChange {
  readonly attribute: AttributeId;
  readonly before: Value;
  readonly after: Value;
  /**
   * Id of the evidence item that an `evidence-description-n` describes. Missing for new evidence,
   * which comes with an `evidence-url-n` of the same n.
   */
  readonly evidenceId?: string;
}

/**
 * Everything that is to change on one credential. The review shows it, the confirmation counts it,
 * the journal keeps it, and the body of the request is made from it.
 */
export interface Change {
  readonly credential: CredentialId;
  /** The row of the sheet, as Excel numbers it. */
  readonly row: number;
  /** The recipient, for the lists of the run and its result: name and e-mail before the change. */
  readonly who: { readonly name: string | null; readonly email: string | null };
  /** Name of its public page (encoded id, else UUID); null when the platform gave neither. */
  readonly reference: string | null;
  readonly fields: readonly FieldChange[];
  /**
   * Set when it renews an expired credential, which surely costs its credit (docs/platform.md,
   * Credits); without it `credits` is only possible.
   */
  readonly renews?: true;
  /** Credits that this change may cost. */
  readonly credits: 0 | 1;
  /** The expiry day at the review. */
  readonly expiredOn: Day | null;
  /** `updated_at` at the review, as the platform gave it; shows what moved since. */
  readonly updatedAt: string | null;
}
