import type { Recoding } from '../../assign/damage/recoding';
import type { AttributeId } from '../../credential/attribute';
import type { Formatting } from '../../credential/html-text';
import type { CredentialId, GroupId } from '../../credential/ids';
import type { Value } from '../../credential/value';

/** Errors keep a row from being updated (docs/product.md 2.4). */
export type ErrorCode =
  | 'no-match'
  | 'key-spelling'
  | 'new-address'
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
  | 'hidden-sign'
  | 'code-in-name'
  | 'formula-error'
  | 'damaged-id'
  | 'damaged-number'
  | 'wide-row';

/** Warnings must be confirmed, kind by kind (docs/product.md 2.4). */
export type WarningCode =
  | 'days-off-by-a-day'
  | 'days-exchanged'
  | 'future-issue'
  | 'unlikely-date'
  | 'name-change'
  | 'email-change'
  | 'value-cleared'
  | 'placeholder'
  | 'odd-name'
  | 'code-in-text'
  | 'converted-value'
  | 'invisible-sign'
  | 'formatting-lost'
  | 'renewal'
  | 'expiry-outside-year'
  | 'expiry-past'
  | 'published'
  | 'unpublished'
  | 'evidence-added'
  | 'changed-since-download'
  | 'many-changes';

/**
 * Alarms stop everything until they are overruled by typing the number of rows (docs/product.md
 * 2.4).
 */
export type AlarmCode =
  'names-shifted' | 'emails-shifted' | 'people-swapped' | 'names-copied' | 'other-people' | 'days-from-1904';

/** Alarms about names and e-mails that change hands. */
export type ExchangeCode = Exclude<AlarmCode, 'other-people' | 'days-from-1904'>;

/** Findings about days that are all off by the same distance. */
export type ShiftedDaysCode = 'days-off-by-a-day' | 'days-exchanged' | 'days-from-1904';

/** Findings that know of some cells which text is meant (view/meant-cells.ts). */
export type MeantCode =
  | 'key-spelling'
  | 'new-address'
  | 'email-change'
  | 'damaged-text'
  | 'code-in-name'
  | 'bad-phone'
  | 'odd-name'
  | 'code-in-text'
  | 'converted-value'
  | 'invisible-sign';

/**
 * Kinds of finding that offer a correction for all of their cells at once (corrections/mend.ts).
 */
export type MendableCode = ShiftedDaysCode | MeantCode;

export type FindingCode = ErrorCode | WarningCode | AlarmCode;

/** The codes of each severity. */
interface CodesBySeverity {
  readonly error: ErrorCode;
  readonly warning: WarningCode;
  readonly alarm: AlarmCode;
}

export type Severity = keyof CodesBySeverity;

/** How a new name differs from the present one (docs/product.md 2.4). */
export type NameChangeClass = 'spelling' | 'order' | 'typo' | 'surname' | 'another-person';

/**
 * How a new e-mail differs from the present one. `suggestion`: the address that may be meant; null:
 * nobody knows one.
 */
export type EmailChangeFacts =
  | { readonly emailClass: 'local-part' | 'domain' }
  | { readonly emailClass: 'look-alike'; readonly suggestion: string | null };

/** The cell or key as written. */
interface Written {
  readonly text: string;
}

/**
 * The text that is meant, where it is certain; null where it is not. It is offered as a correction.
 */
interface Correctable {
  readonly suggestion: string | null;
}

/** The kind says it all. */
type NoFacts = null;

/**
 * Rows that have what a row takes, the first of them, and how many rows the alarm is about in all.
 * `isPart`: it takes a part of the name, as the surname.
 */
export interface Exchange {
  readonly rows: readonly number[];
  readonly count: number;
  readonly isPart?: true;
}

/**
 * The facts of each kind of finding, from which the messages make its sentence. Rows are meant by
 * the numbers that the spreadsheet program shows. Lists have NAMED_AT_MOST entries at most; `count`
 * is the number of all.
 */
export interface FindingFacts {
  /**
   * `suggestion`: a key of the group that may be meant; null: there is none, or nobody has looked
   * for one.
   */
  readonly 'no-match': Written & { readonly suggestion: string | null };
  readonly 'key-spelling': Written & { readonly suggestion: string };
  /** `name` and `present`: the credential that is meant, and its address; null: it has none. */
  readonly 'new-address': Written & {
    readonly credential: CredentialId;
    readonly name: string;
    readonly present: string | null;
  };
  /** `groupName` null: only the id of the group is known. */
  readonly 'other-group': Written & { readonly groupId: GroupId; readonly groupName: string | null };
  readonly 'several-match': Written & {
    readonly credentials: readonly CredentialId[];
    readonly count: number;
  };
  /**
   * `rows`: the other rows of the same credential. `count`: how many there are, this row included.
   */
  readonly repeated: { readonly rows: readonly number[]; readonly count: number };
  readonly 'key-missing': NoFacts;
  readonly 'key-disagrees': Written;
  readonly 'bad-date': Written & Correctable;
  readonly 'expiry-before-issue': NoFacts;
  readonly 'bad-email': Written & Correctable;
  /** The credentials that have the address, and the other rows that want it. */
  readonly 'email-taken': Written & {
    readonly credentials: readonly CredentialId[];
    readonly rows: readonly number[];
  };
  readonly 'bad-link': Written & Correctable;
  readonly 'bad-phone': Written & Correctable;
  readonly 'bad-flag': Written & Correctable;
  /** `recoding`: the encodings between which the text has words of the present value. */
  readonly 'damaged-text': Written & Correctable & { readonly recoding?: Recoding };
  readonly 'hidden-sign': Written & Correctable;
  readonly 'code-in-name': Written & Correctable;
  readonly 'formula-error': Written & Correctable;
  readonly 'damaged-id': Written & Correctable;
  readonly 'damaged-number': Written & Correctable;
  /** `count`: how many cells the row has more than the header row. */
  readonly 'wide-row': { readonly count: number };

  readonly 'days-off-by-a-day': NoFacts;
  readonly 'days-exchanged': NoFacts;
  readonly 'future-issue': NoFacts;
  readonly 'unlikely-date': NoFacts;
  /**
   * `nameClass` null: there was no name that the new one could be compared with. `isDoubt`: it may
   * be one person, but for many others of the group whose names begin in the same way.
   */
  readonly 'name-change': { readonly nameClass: NameChangeClass | null; readonly isDoubt?: true };
  readonly 'email-change': EmailChangeFacts;
  readonly 'value-cleared': NoFacts;
  readonly placeholder: NoFacts;
  readonly 'odd-name': Correctable;
  readonly 'code-in-text': Correctable;
  readonly 'converted-value': Correctable;
  readonly 'invisible-sign': Correctable;
  /** The kinds of formatting that the new text has not. */
  readonly 'formatting-lost': { readonly formatting: readonly Formatting[] };
  readonly renewal: NoFacts;
  readonly 'expiry-outside-year': NoFacts;
  readonly 'expiry-past': NoFacts;
  readonly published: NoFacts;
  readonly unpublished: NoFacts;
  readonly 'evidence-added': NoFacts;
  /** The value that was exported; null where it is not known. */
  readonly 'changed-since-download': { readonly exported: Value } | null;
  /** `count`: how many rows change the attribute. */
  readonly 'many-changes': { readonly count: number };

  readonly 'names-shifted': Exchange;
  readonly 'emails-shifted': Exchange;
  readonly 'people-swapped': Exchange;
  readonly 'days-from-1904': NoFacts;
  readonly 'names-copied': Exchange;
  /** `text`: the name that the sheet has. `count`: how many rows have somebody else's. */
  readonly 'other-people': Written & { readonly count: number };
}

/** A finding of one kind, about one row, or about one cell of it where `attribute` is set. */
export interface FindingOf<Code extends FindingCode, Its extends Severity> {
  readonly code: Code;
  readonly severity: Its;
  readonly row: number;
  readonly attribute: AttributeId | null;
  readonly facts: FindingFacts[Code];
}

export type ErrorFinding = { [Code in ErrorCode]: FindingOf<Code, 'error'> }[ErrorCode];
export type WarningFinding = { [Code in WarningCode]: FindingOf<Code, 'warning'> }[WarningCode];
export type AlarmFinding = { [Code in AlarmCode]: FindingOf<Code, 'alarm'> }[AlarmCode];

/** A rule's statement about a row. */
export type Finding = ErrorFinding | WarningFinding | AlarmFinding;

/** The severity of a code. */
export type SeverityOf<Code extends FindingCode> = {
  [Its in Severity]: Code extends CodesBySeverity[Its] ? Its : never;
}[Severity];

/** A code with its severity. */
export type CodeWithSeverity = {
  readonly [Its in Severity]: { readonly severity: Its; readonly code: CodesBySeverity[Its] };
}[Severity];
