import type { Assignment, ColumnChoice } from '../../assign/choice/assignment';
import type { CellReading } from '../../assign/read/read-cell';
import { rowKeyOf, type RowKey } from '../../assign/read/row-key';
import type { Attribute, EvidenceNumber } from '../../credential/attribute';
import type { CountableDifference } from '../terms/countable-difference';
import type { Credential } from '../../credential/credential';
import { isKeyAttribute } from '../../credential/attributes';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { Value } from '../../credential/value';
import { valueReader } from '../../credential/value-of';

/** An assigned column with its attribute at hand. */
export interface AssignedColumn {
  readonly column: number;
  readonly attribute: Attribute;
  readonly choice: ColumnChoice;
  /** The credential's present value of the attribute. */
  readonly presentOf: (credential: Credential) => Value;
  /**
   * Memo of the days and flags that texts of the column were read as: thousands of rows share a
   * few, and reading one is slow.
   */
  readonly readings: Map<string, CellReading>;
  /** Cosmetic differences that count as changes. */
  readonly counted: ReadonlySet<CountableDifference>;
}

/** The columns of one piece of evidence. */
export interface EvidenceColumns {
  readonly number: EvidenceNumber;
  readonly url: AssignedColumn | null;
  readonly description: AssignedColumn | null;
}

/** The assigned columns of a sheet by what the review does with them. */
export interface SheetColumns {
  readonly key: RowKey;
  /** Whether keys that no credential has are looked for in other spellings. */
  readonly anySpelling: boolean;
  /** Written when they differ; never what rows are matched by. */
  readonly fields: readonly AssignedColumn[];
  /** Only have to agree: Group ID, and every key that was not chosen. */
  readonly checks: readonly AssignedColumn[];
  readonly evidence: readonly EvidenceColumns[];
  /**
   * The key, where it is the recipient's e-mail alone: it is written in rows for which the admin
   * chose a credential with another address.
   */
  readonly address: AssignedColumn | null;
  /** Columns by which a row that matches nothing says who it is. */
  readonly nameColumn: number | null;
  readonly emailColumn: number | null;
}

/**
 * Sorts the columns of an assignment. One without a key is a bug: Assign keeps Review shut until
 * there is one.
 */
export function sheetColumnsOf(
  assignment: Assignment,
  attributes: readonly Attribute[],
  counted: ReadonlySet<CountableDifference> = new Set(),
): SheetColumns {
  const attributeById = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const assigned = assignment.columns.flatMap((choice): readonly AssignedColumn[] => {
    const attribute = choice.target.kind === 'attribute' ? attributeById.get(choice.target.id) : undefined;
    if (attribute === undefined) return [];
    const presentOf = valueReader(attribute.id);
    return [{ column: choice.column, attribute, choice, presentOf, readings: new Map(), counted }];
  });
  const columnOf = (id: Attribute['id']) => assigned.find(({ attribute }) => attribute.id === id) ?? null;
  const key = rowKeyOf(assignment, attributes);
  if (key === null) throw new Error('a review needs an assigned key');

  const [{ attribute: first }, second] = key;
  const hasAddress = first.id === 'recipient-email' && second === undefined;
  const rest = assigned.filter(({ attribute }) => !key.some((part) => part.attribute.id === attribute.id));
  const isEvidence = ({ attribute }: AssignedColumn) => evidencePartOf(attribute.id) !== null;
  const isCheck = ({ attribute }: AssignedColumn) => attribute.role === 'key' || attribute.role === 'check';
  const numbers: readonly EvidenceNumber[] = [1, 2, 3];
  return {
    key,
    anySpelling: assignment.anySpelling === true && second === undefined && isKeyAttribute(first.id),
    fields: rest.filter((column) => !isEvidence(column) && !isCheck(column)),
    checks: rest.filter(isCheck),
    evidence: numbers
      .map((number) => ({
        number,
        url: columnOf(`evidence-url-${number}`),
        description: columnOf(`evidence-description-${number}`),
      }))
      .filter(({ url, description }) => url !== null || description !== null),
    address: hasAddress ? columnOf('recipient-email') : null,
    nameColumn: columnOf('recipient-name')?.column ?? null, // not every sheet has names
    emailColumn: columnOf('recipient-email')?.column ?? null, // nor e-mails
  };
}
