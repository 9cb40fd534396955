import type { AttributeId } from '../../credential/attribute';
import type { CredentialId, GroupId } from '../../credential/ids';

/** Errors keep a row from being updated (docs/product.md 2.4). */
export type ErrorCode =
  | 'no-match'
  | 'other-group'
  | 'several-match'
  | 'repeated'
  | 'key-missing'
  | 'key-disagrees'
  | 'bad-date'
  | 'expiry-before-issue'
  | 'bad-email'
  | 'email-taken'
  | 'bad-link'
  | 'bad-phone'
  | 'bad-flag'
  | 'damaged-text'
  | 'formula-error'
  | 'damaged-id'
  | 'damaged-number'
  | 'wide-row';

/** Warnings must be confirmed, kind by kind (docs/product.md 2.4). */
export type WarningCode =
  | 'name-change'
  | 'email-change'
  | 'value-cleared'
  | 'placeholder'
  | 'renewal'
  | 'expiry-outside-year'
  | 'expiry-past'
  | 'published'
  | 'unpublished'
  | 'evidence-added'
  | 'many-changes';

/** Alarms stop everything until they are overruled by typing the number of rows (docs/product.md 2.4). */
export type AlarmCode = 'names-shifted' | 'emails-shifted' | 'people-swapped';

export type FindingCode = ErrorCode | WarningCode | AlarmCode;

export type Severity = 'error' | 'warning' | 'alarm';

/** How a new name differs from the present one (docs/product.md 2.4). */
export type NameChangeClass = 'spelling' | 'order' | 'typo' | 'surname' | 'another-person';

/** Facts of a finding; the sentence is made from them by the messages, once. */
export interface FindingFacts {
  /** The cell or key as written. */
  readonly text?: string;
  /** Other rows of the sheet that are involved, as the spreadsheet program numbers them. */
  readonly rows?: readonly number[];
  /** Other credentials that are involved. */
  readonly credentials?: readonly CredentialId[];
  readonly groupId?: GroupId;
  readonly groupName?: string;
  readonly nameClass?: NameChangeClass;
  /** Look-alike or changed mail domain. */
  readonly emailClass?: 'local-part' | 'domain' | 'look-alike';
  readonly suggestion?: string;
  readonly count?: number;
}

/** Something that a rule has to say about one row, or one cell of it when `attribute` is set. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly row: number;
  readonly attribute: AttributeId | null;
  readonly facts: FindingFacts;
}
