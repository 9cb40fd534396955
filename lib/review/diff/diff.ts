import type { AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import type { ExportBase } from '../base/export-base';
import type { Group } from '../group/group';
import { isAnothersIdentity } from '../identity/anothers-identity';
import { takesAnothersName } from '../identity/takes-anothers-name';
import { backedUpCell } from './backed-up-cell';
import { checkCell, isOldAddress } from './check-cell';
import { compareCell, isPlainlySame } from './compare-cell';
import { compareRuled } from './compare-ruled';
import { diffEvidence } from './evidence-diff';
import { KEPT, MOVED, cosmeticBit } from './cosmetic-bits';
import { recodedCell } from './recoded-cell';
import { isDifferent, threeWayOfCell, withExport } from './three-way';
import { asksFor, isKeptByRule, type ReviewedCell } from '../terms/reviewed-row';
import type { Disagreement, RowDiff, TypedCell, UnreadableCell } from '../terms/row-diff';
import type { AssignedColumn, EvidenceColumns, SheetColumns } from '../match/sheet-columns';

/** The options of a comparison. */
export interface DiffOptions {
  /**
   * `what-changes` omits cells that plainly ask for nothing: judging needs no more, and most cells
   * are such.
   */
  readonly cells: 'all' | 'what-changes';
  /** Attributes that the admin excludes in this row. */
  readonly excluded: ReadonlySet<AttributeId>;
  /**
   * The whole group, as a foreign key may be somebody else's, and the credential's position in it.
   */
  readonly group: Group;
  readonly position: number;
  /** Whether the admin chose the credential, so that its address is compared as well. */
  readonly isChosen: boolean;
  /** The record of the download that the sheet is; null: it is none. */
  readonly base: ExportBase | null;
}

/** Compares the assigned cells of a row with the credential that it was matched to. */
export function diffRow(
  table: Table,
  row: number,
  columns: SheetColumns,
  credential: Credential,
  { cells: which, excluded, group, position, isChosen, base }: DiffOptions,
): RowDiff {
  const cells: ReviewedCell[] = [];
  const fields: FieldChange[] = [];
  const unreadable: UnreadableCell[] = [];
  const disagreements: Disagreement[] = [];
  let typed: TypedCell[] | null = null; // hardly a row has one
  let moved: AttributeId[] | null = null; // nor this
  let isAnothersName = false;
  let needsDetail = false;
  let cosmetic = 0;
  const { address } = columns;
  for (const assigned of isChosen && address !== null ? [...columns.fields, address] : columns.fields) {
    const inSheet = table.cell(row, assigned.column);
    const { cell, column } = backedUpCell(inSheet, assigned, credential.id, base) ?? {
      cell: inSheet,
      column: assigned,
    };
    const id = column.attribute.id;
    const isExcluded = excluded.size > 0 && excluded.has(id);
    if (isDetailMissing(column, credential)) {
      needsDetail ||= !isExcluded && asksForDetail(column, cell);
      continue;
    }
    const present = column.presentOf(credential);
    const ruled = cell.kind === 'blank' ? column.choice.ruled : undefined; // typed over, or no rule at all
    if (ruled === undefined && which === 'what-changes' && isPlainlySame(cell, column, present)) continue;
    const written =
      ruled === undefined
        ? compareCell(cell, column, present)
        : compareRuled(table, row, column, ruled, credential);
    const verdict =
      base !== null && ruled === undefined && isDifferent(written)
        ? threeWayOfCell(cell, column, credential, present, base)
        : 'edited';
    const compared = withExport(written, verdict, column);
    const { before, after, text, outcome } = compared.cell;
    const recoded = recodedCell(cell, column, compared, group);
    if (recoded !== null && !isExcluded) {
      cells.push({ ...compared.cell, after: before, outcome: 'unreadable' });
      unreadable.push({ attribute: id, code: 'damaged-text', text, recoded });
      continue;
    }
    const isKept = isKeptByRule(outcome);
    const isAnothers =
      isKept && ruled === undefined && isAnothersIdentity(id, text, before, group.holders, position);
    cosmetic |= cosmeticBit(compared.cosmetic) | (isKept && !isAnothers ? KEPT : 0);
    const asks = isAnothers || asksFor(outcome);
    if (isExcluded && asks) {
      cells.push({ ...compared.cell, outcome: 'excluded' });
      continue;
    }
    if (isAnothers) {
      cells.push({ ...compared.cell, outcome: 'unreadable' });
      disagreements.push({ attribute: id, text });
      continue;
    }
    const isNotEdited = outcome === 'kept-because-not-edited';
    if (isNotEdited) cosmetic |= MOVED;
    if (asks || isNotEdited || which === 'all') cells.push(compared.cell);
    if (outcome === 'changed' || outcome === 'cleared') {
      fields.push({ attribute: id, before, after });
      if (verdict === 'both' || verdict === 'not-edited') {
        cosmetic |= MOVED;
        (moved ??= []).push(id);
      }
    }
    if (outcome === 'changed' && isTyped(cell, column))
      (typed ??= []).push({ attribute: id, kind: cell.kind });
    if (id === 'recipient-name' && outcome === 'changed' && typeof after === 'string')
      isAnothersName = takesAnothersName(typeof before === 'string' ? before : null, after, position, group);
    if (compared.code !== null) unreadable.push({ attribute: id, code: compared.code, text });
  }
  for (const column of columns.checks) {
    const cell = table.cell(row, column.column);
    const before = column.presentOf(credential);
    if (cell.kind === 'blank' || (cell.kind === 'text' && cell.text === before)) continue;
    const fault = checkCell(cell, column, credential, group);
    if (fault === null || (base !== null && isAsExported(cell, column, credential, base))) continue;
    if (!('code' in fault) && isOldAddress(fault, table, row, columns, credential, group)) continue;
    const { id } = column.attribute;
    cells.push({ attribute: id, before, after: before, text: textOf(cell), outcome: 'unreadable' });
    if ('code' in fault) unreadable.push(fault);
    else disagreements.push(fault);
  }
  if (columns.evidence.length > 0 && hasEvidence(table, row, columns.evidence, excluded)) {
    if (credential.detail === null) needsDetail = true;
    else {
      const wanted = columns.evidence.map((evidence) => withoutExcluded(evidence, excluded));
      const evidence = diffEvidence(table, row, wanted, credential.detail.evidence);
      cells.push(...evidence.cells);
      if (evidence.cells.some(({ outcome }) => outcome === 'kept-because-filled')) cosmetic |= KEPT;
      fields.push(...evidence.fields);
      unreadable.push(...evidence.unreadable);
    }
  }
  if (excluded.size > 0) cells.push(...excludedEvidence(table, row, columns.evidence, excluded));
  return {
    cells,
    fields,
    unreadable,
    typed: typed ?? NO_CELLS,
    moved: moved ?? NO_FIELDS,
    disagreements,
    takesAnothersName: isAnothersName,
    needsDetail,
    cosmetic,
  };
}

const NO_CELLS: readonly TypedCell[] = [];
const NO_FIELDS: readonly AttributeId[] = [];

/** Whether a key disagrees only because the platform has another one since the download. */
function isAsExported(cell: Cell, column: AssignedColumn, credential: Credential, base: ExportBase): boolean {
  const verdict = threeWayOfCell(cell, column, credential, column.presentOf(credential), base);
  return verdict === 'not-edited' || verdict === 'same';
}

/** Whether a cell that becomes a text is none in the file. */
function isTyped(
  cell: Cell,
  { attribute: { kind } }: AssignedColumn,
): cell is Cell & { kind: TypedCell['kind'] } {
  return (
    (kind === 'text' || kind === 'name') &&
    (cell.kind === 'day' || cell.kind === 'number' || cell.kind === 'flag')
  );
}

/** Whether a row has a cell that can only be compared with a credential that was read whole. */
export function needsDetailOf(table: Table, row: number, columns: SheetColumns): boolean {
  const says = columns.fields.some(
    (column) => column.attribute.needsDetail && asksForDetail(column, table.cell(row, column.column)),
  );
  return says || hasEvidence(table, row, columns.evidence, NOTHING);
}

/** Whether a cell says something of its attribute, or a rule does in its place. */
function asksForDetail({ choice }: AssignedColumn, cell: Cell): boolean {
  return cell.kind !== 'blank' || choice.blank === 'clear' || choice.ruled !== undefined;
}

const NOTHING: ReadonlySet<AttributeId> = new Set();

function isDetailMissing(column: AssignedColumn, credential: Credential): boolean {
  return column.attribute.needsDetail && credential.detail === null;
}

function hasEvidence(
  table: Table,
  row: number,
  evidence: readonly EvidenceColumns[],
  excluded: ReadonlySet<AttributeId>,
): boolean {
  return evidence.some((columns) => {
    const { url, description } = withoutExcluded(columns, excluded);
    return [url, description].some(
      (column) => column !== null && table.cell(row, column.column).kind !== 'blank',
    );
  });
}

/** Excluded evidence. A description belongs to its link: it is excluded together with the link. */
function withoutExcluded(columns: EvidenceColumns, excluded: ReadonlySet<AttributeId>): EvidenceColumns {
  if (excluded.size === 0) return columns;
  const { number, url, description } = columns;
  const isUrlOut = excluded.has(`evidence-url-${number}`);
  const isDescriptionOut = isUrlOut || excluded.has(`evidence-description-${number}`);
  return { number, url: isUrlOut ? null : url, description: isDescriptionOut ? null : description };
}

function excludedEvidence(
  table: Table,
  row: number,
  evidence: readonly EvidenceColumns[],
  excluded: ReadonlySet<AttributeId>,
): readonly ReviewedCell[] {
  return evidence.flatMap((columns) => {
    const kept = withoutExcluded(columns, excluded);
    return [columns.url, columns.description].flatMap((column): readonly ReviewedCell[] => {
      if (column === null || column === kept.url || column === kept.description) return [];
      const text = textOf(table.cell(row, column.column));
      if (text === '') return [];
      return [{ attribute: column.attribute.id, before: null, after: text, text, outcome: 'excluded' }];
    });
  });
}
