import { float64At, int32At, itemAt } from '../../element-at';
import { textOf } from '../../sheet/cells/sheet';
import { wordsOfName } from '../../credential/folded-name';
import { identityHash } from '../identity/identity-hash';
import { NONE } from '../match/match-rows';
import { namesInRow } from '../match/whose-row';
import type { ReviewFrame } from '../single-row/review-frame';
import type { RowColumns } from '../single-row/row-columns';
import type { Marks, NewAddresses } from './cross-row';

const NOBODY: NewAddresses = new Map();
/**
 * An address as people type it; any other text gets no offer. No two parts of the pattern take the
 * same sign, so that a cell of many thousand dots is read once.
 */
const ADDRESS = /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/u;
/**
 * Rows that are looked at, spread evenly, to know whether a column holds addresses: all of a sheet
 * with fewer than 4,000. A column of former addresses is blank in most rows.
 */
const LOOKED_AT = 2_000;
/** Scripts that write a whole name without a space. */
const UNDIVIDED = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

/** A row that may be about somebody with another address. */
interface Claim {
  readonly place: number;
  /** The credential that alone has the name; NONE while it was not found. */
  position: number;
}

/**
 * Finds rows whose address no credential has, and whose name exactly one has: she may have a new
 * address. Each of them gets `new-address` in place of `no-match`. It is an offer, and never a
 * match: a namesake who is new to the list looks the same.
 *
 * There is no offer where anything speaks for another one: a second row with the name, a row that
 * is matched to that credential, its own address anywhere else in the sheet, or an address that is
 * one letter from its own, which is a typing error.
 *
 * Example: "Ada King, ada@new.org", and the group has Ada King, ada@old.org -> ada@old.org may have
 * become ada@new.org. With a row "Ada King, ada@old.org" beside it -> no offer.
 */
export function judgeNewAddresses(frame: ReviewFrame, rows: RowColumns, marks: Marks): NewAddresses {
  const { columns, nameColumns, input } = frame;
  if (columns.address === null || nameColumns.length === 0 || !input.group.isWhole) return NOBODY;
  const claims = claimsOf(frame, rows, marks);
  if (claims.size === 0) return NOBODY;
  findByName(frame, claims);
  dropWanted(rows, claims);
  const byPosition = byPositionOf(claims);
  for (const position of rows.position) byPosition.delete(position);
  dropAddressesInSheet(frame, byPosition);
  const noMatch = marks.codes.column('no-match');
  const newAddress = marks.codes.column('new-address');
  const found = [...byPosition].map(([position, { place }]) => [place, position] as const);
  for (const [place] of found) {
    noMatch.remove(place);
    newAddress.add(place);
  }
  return new Map(found);
}

/** Rows without a match by the hash of their name, where no other such row has it. */
function claimsOf(
  { input: { table }, columns, nameColumns }: ReviewFrame,
  { position }: RowColumns,
  { codes }: Marks,
): Map<number, Claim> {
  const isUnknown = codes.column('no-match');
  if (!position.some((_, place) => isUnknown.has(place))) return new Map();
  const claims = new Map<number, Claim | null>();
  for (let place = 0; place < position.length; place += 1) {
    if (position[place] !== NONE) continue;
    const row = itemAt(table.rows, place);
    const name = namesInRow(table, row, nameColumns);
    const hash = identityHash('recipient-name', name);
    if (hash === 0) continue;
    const address = columns.address === null ? '' : textOf(table.cell(row, columns.address.column)).trim();
    const mayBe = isUnknown.has(place) && ADDRESS.test(address) && isWholeName(name);
    claims.set(hash, mayBe && !claims.has(hash) ? { place, position: NONE } : null);
  }
  return new Map([...claims].flatMap(([hash, claim]) => (claim === null ? [] : [[hash, claim]])));
}

/** "Ada" alone may be anybody. */
function isWholeName(name: string): boolean {
  return wordsOfName(name).length > 1 || UNDIVIDED.test(name);
}

/** Finds the credential of each name. Names that several have, or nobody, go. */
function findByName({ presentNames, input }: ReviewFrame, claims: Map<number, Claim>): void {
  const hashes = presentNames.all();
  const shared = new Set<number>();
  for (let position = 0; position < input.group.all.length; position += 1) {
    const hash = float64At(hashes, position);
    const claim = claims.get(hash);
    if (claim === undefined) continue;
    if (claim.position !== NONE) shared.add(hash);
    claim.position = position;
  }
  for (const [hash, { position }] of claims) if (position === NONE || shared.has(hash)) claims.delete(hash);
}

/** Names that another row gives to its credential go. */
function dropWanted({ toName, names }: RowColumns, claims: Map<number, Claim>): void {
  if (claims.size === 0) return;
  for (let place = 0; place < toName.length; place += 1) {
    const name = int32At(toName, place);
    if (name !== 0) claims.delete(names.hashOf(name));
  }
}

function byPositionOf(claims: ReadonlyMap<number, Claim>): Map<number, Claim> {
  return new Map([...claims.values()].map((claim) => [claim.position, claim]));
}

/** Credentials go whose own address another row has, in any column, or nearly the row's own. */
function dropAddressesInSheet({ input, columns }: ReviewFrame, claims: Map<number, Claim>): void {
  const { table, group } = input;
  const positions = new Map<string, number>();
  for (const [position, { place }] of claims) {
    const { recipientEmail } = itemAt(group.all, position);
    const row = itemAt(table.rows, place);
    const address = columns.address === null ? '' : textOf(table.cell(row, columns.address.column));
    if (group.withEmailNear(address.trim().toLowerCase()).includes(position)) claims.delete(position);
    else if (recipientEmail !== null) positions.set(recipientEmail.trim().toLowerCase(), position);
  }
  if (positions.size === 0) return;
  for (const { index: column } of table.columns) {
    if (!holdsAddresses(input, column)) continue;
    for (const row of table.rows) {
      const position = positions.get(textOf(table.cell(row, column)).trim().toLowerCase());
      const claim = position === undefined ? undefined : claims.get(position);
      if (position !== undefined && claim !== undefined && table.rows[claim.place] !== row)
        claims.delete(position);
    }
  }
}

function holdsAddresses({ table }: ReviewFrame['input'], column: number): boolean {
  const step = Math.max(1, Math.floor(table.rows.length / LOOKED_AT));
  for (let at = 0; at < table.rows.length; at += step)
    if (textOf(table.cell(itemAt(table.rows, at), column)).includes('@')) return true;
  return false;
}
