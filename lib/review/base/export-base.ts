import type { AttributeId } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import { itemAt } from '../../element-at';
import { sipHash, type SipKey } from './sip-hash';

/** Where a download comes from. */
export interface BaseOrigin {
  readonly environment: string;
  readonly groupId: string;
  /** When it was made, as an ISO timestamp in UTC. */
  readonly at: string;
  /** A backup: the record notes what the run after it writes, and not what is in the cells. */
  readonly isBackup?: true;
}

/** A column of a download. */
export interface BaseColumn {
  readonly attribute: AttributeId;
  readonly header: string;
}

/** One cell as a download noted it. */
export interface ExportedCell {
  /** Whether this is the wording (wordings.ts) that was exported. */
  is(wording: string): boolean;
}

/**
 * Record of a download in its own file (docs/product.md 3): for each credential and attribute a
 * keyed digest of the exported value. The values themselves are not in it.
 */
export interface ExportBase {
  readonly origin: BaseOrigin;
  readonly columns: readonly BaseColumn[];
  /** How many credentials it knows. */
  readonly credentials: number;
  /** The cell of a credential and an attribute; null where it was not exported. */
  cellOf(credential: CredentialId, attribute: AttributeId): ExportedCell | null;
  /**
   * Whether a backup has written this very text for a value that its run was to change. Missing: it
   * is no backup.
   */
  readonly isBackedUp?: (credential: CredentialId, attribute: AttributeId, text: string) => boolean;
}

/** Digests of values: of 36 bits, so that 6 characters hold one. */
const DIGEST = 2 ** 36;

/**
 * The digest by which a credential is found. 48 bits: among 100,000 credentials no two have the
 * same one (1 in 50,000 files).
 */
export function credentialDigest(key: SipKey, credential: CredentialId): number {
  return sipHash(key, credential);
}

/**
 * The digest of a cell. It holds the credential and the place of the column, so that the
 * digests of equal values in different cells differ.
 */
export function cellDigest(key: SipKey, credential: CredentialId, place: number, wording: string): number {
  return sipHash(key, `${credential}\0${String.fromCharCode(place)}${wording}`) % DIGEST;
}

/** The digests of a download, row by row. */
export interface BaseDigests {
  /** The row of each credential by its digest. */
  readonly rows: ReadonlyMap<number, number>;
  /** The digest of a cell: in each row there is one for each column, in a backup two. */
  readonly cellAt: (row: number, place: number) => number;
}

/** Makes the base of a download of its digests. */
export function exportBase(
  origin: BaseOrigin,
  key: SipKey,
  columns: readonly BaseColumn[],
  { rows, cellAt }: BaseDigests,
): ExportBase {
  const placeOf = new Map(columns.map(({ attribute }, place) => [attribute, place]));
  const isBackup = origin.isBackup === true;
  const find = (credential: CredentialId, attribute: AttributeId) => {
    const place = placeOf.get(attribute);
    const row = place === undefined ? undefined : rows.get(credentialDigest(key, credential));
    return place === undefined || row === undefined ? null : { place, row };
  };
  return {
    origin,
    columns,
    credentials: rows.size,
    cellOf(credential, attribute) {
      const found = find(credential, attribute);
      if (found === null) return null;
      const { place, row } = found;
      const digest = cellAt(row, place);
      return { is: (wording) => cellDigest(key, credential, place, wording) === digest };
    },
    ...(isBackup && {
      isBackedUp: (credential: CredentialId, attribute: AttributeId, text: string) => {
        const found = find(credential, attribute);
        if (found === null) return false;
        const place = columns.length + found.place;
        return cellDigest(key, credential, place, text) === cellAt(found.row, place);
      },
    }),
  };
}

/**
 * Several downloads in one file, as somebody brings the sheets of two workbooks together. Those of
 * one group count together: a cell was exported as any of them says. Those of different groups do
 * not, because another environment may have the same numbers for other people. One for each group,
 * in the order in which they are met.
 */
export function joinedBases(bases: readonly ExportBase[]): readonly ExportBase[] {
  const ofGroup = new Map<string, readonly ExportBase[]>();
  for (const base of bases) {
    const group = JSON.stringify([base.origin.environment, base.origin.groupId]);
    ofGroup.set(group, [...(ofGroup.get(group) ?? []), base]);
  }
  return [...ofGroup.values()].map(joinedOfGroup);
}

/** The bases of one group, of which there is one at least, as a single one. */
function joinedOfGroup(bases: readonly ExportBase[]): ExportBase {
  const first = itemAt(bases, 0);
  if (bases.length === 1) return first;
  return {
    origin: first.origin,
    columns: bases.flatMap(({ columns }) => columns),
    credentials: bases.reduce((sum, { credentials }) => sum + credentials, 0),
    cellOf(credential, attribute) {
      const cells = bases.flatMap((base) => base.cellOf(credential, attribute) ?? []);
      return cells.length === 0 ? null : { is: (wording) => cells.some((cell) => cell.is(wording)) };
    },
    ...(bases.some(({ isBackedUp }) => isBackedUp !== undefined) && {
      isBackedUp: (credential: CredentialId, attribute: AttributeId, text: string) =>
        bases.some((base) => base.isBackedUp?.(credential, attribute, text) === true),
    }),
  };
}
