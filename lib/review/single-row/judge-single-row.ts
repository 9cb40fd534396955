import type { AttributeId } from '../../credential/attribute';
import type { Value } from '../../credential/value';
import { int32At, itemAt, uint8At } from '../../element-at';
import { diffRow, type DiffOptions } from '../diff/diff';
import { ANOTHER_PERSON, classNumber, EMAIL_CLASSES, NAME_CLASSES, SURNAME } from '../terms/finding-classes';
import { exchangedPart } from '../identity/exchanged-part';
import { exactNameHash } from '../identity/exact-names';
import { identityHash, type IdentityAttribute } from '../identity/identity-hash';
import { applyRowRules } from './apply-row-rules';
import { excludedIn } from '../terms/exclusions';
import { NONE, positionOfRow, whyUnmatched } from '../match/match-rows';
import { THEIRS, whoseRow } from '../match/whose-row';
import { placeIn, type ReviewFrame } from './review-frame';
import { outcomeNumber, STATUSES, type RowColumns } from './row-columns';
import { shiftOfCell } from '../diff/shift-of-cell';
import type { ReviewedCell } from '../terms/reviewed-row';
import type { RowDiff } from '../terms/row-diff';
import type { MatchedRow } from '../terms/matched-row';

const NO_DIFF: RowDiff = {
  cells: [],
  fields: [],
  unreadable: [],
  typed: [],
  disagreements: [],
  takesAnothersName: false,
  moved: [],
  needsDetail: false,
  cosmetic: 0,
};

/**
 * Compares a row with the credential at a position, in all its cells or only those that ask for
 * something. `index`: its place in the table.
 */
export function matchedRowAt(
  frame: ReviewFrame,
  index: number,
  position: number,
  cells: DiffOptions['cells'],
): MatchedRow {
  const { input, columns, context } = frame;
  const row = itemAt(input.table.rows, index);
  const surplus = input.table.wideRows.get(row) ?? 0; // most rows are no wider
  const credential = input.group.all[position];
  if (credential === undefined)
    return {
      row,
      surplus,
      match: whyUnmatched(input, columns, frame.index, row),
      diff: NO_DIFF,
      context,
    };
  const excluded = excludedIn(frame.exclusions, row);
  const { group } = input;
  const isChosen = input.corrected.chosen.has(row);
  const base = input.base ?? null; // most sheets are no downloads
  const options = { cells, excluded, group, position, isChosen, base };
  const diff = diffRow(input.table, row, columns, credential, options);
  return { row, surplus, match: { kind: 'one', credential }, diff, context };
}

/**
 * Judges a row by itself. `index`: its place in the table. The verdict is written into the columns
 * at `at`, where nothing was written yet.
 */
export function judgeSingleRow(frame: ReviewFrame, rows: RowColumns, index: number, at: number): void {
  const { input, columns, attributes } = frame;
  const likely = at === 0 ? 0 : int32At(rows.position, at - 1) + 1; // behind that of the row above
  const position = positionOfRow(input, columns, frame.index, itemAt(input.table.rows, index), likely);
  const row = matchedRowAt(frame, index, position, 'what-changes');
  rows.position[at] = position;
  const { diff } = row;
  if (diff.needsDetail) rows.needsDetail[at] = 1;
  rows.cosmetic[at] = diff.cosmetic;
  if (position !== NONE && diff.cells.length === 0 && diff.fields.length === 0) {
    noteWhose(frame, rows, at, row);
    return;
  }

  const { findings, credits, status } = applyRowRules(row);
  rows.status[at] = STATUSES.indexOf(status);
  rows.credits[at] = credits;
  for (const finding of findings) {
    rows.codes.add(at, finding.code);
    if (finding.code === 'name-change') {
      const { nameClass, isDoubt } = finding.facts;
      rows.nameClass[at] = classNumber(NAME_CLASSES, nameClass);
      rows.isStranger[at] = Number(nameClass === 'another-person' && isDoubt !== true);
    }
    if (finding.code === 'email-change')
      rows.emailClass[at] = classNumber(EMAIL_CLASSES, finding.facts.emailClass);
  }
  noteWhose(frame, rows, at, row);
  const first = at * attributes.length;
  for (const cell of diff.cells) {
    const place = placeIn(frame.placeOf, cell.attribute);
    rows.outcomes[first + place] = outcomeNumber(cell.outcome);
    if (cell.outcome !== 'changed') continue;
    // A rule moves every day on purpose.
    if (cell.branch === undefined && frame.dayPlaces.includes(place))
      rows.dayShifts[first + place] = shiftOfCell(cell);
    if (isIdentity(cell.attribute))
      noteIdentity(frame, rows, at, cell.attribute, cell, diff.takesAnothersName);
  }
}

/**
 * Notes whose row it is by the names in it. A new name that may be the same person's needs no
 * second look.
 */
function noteWhose(
  { input, nameColumns }: ReviewFrame,
  rows: RowColumns,
  at: number,
  { row, match }: MatchedRow,
): void {
  if (match.kind !== 'one' || nameColumns.length === 0) return;
  const nameClass = uint8At(rows.nameClass, at);
  const isTheirs = nameColumns.length === 1 && nameClass !== 0 && nameClass !== ANOTHER_PERSON;
  rows.whose[at] = isTheirs ? THEIRS : whoseRow(input.table, row, nameColumns, match.credential);
}

function isIdentity(attribute: AttributeId): attribute is IdentityAttribute {
  return attribute === 'recipient-name' || attribute === 'recipient-email';
}

function noteIdentity(
  { presentNames, presentEmails }: ReviewFrame,
  rows: RowColumns,
  at: number,
  attribute: IdentityAttribute,
  { before, after }: Pick<ReviewedCell, 'before' | 'after'>,
  isAnothersName: boolean,
): void {
  const isName = attribute === 'recipient-name';
  const numbers = isName ? rows.names : rows.emails;
  const from = isName ? rows.fromName : rows.fromEmail;
  const to = isName ? rows.toName : rows.toEmail;
  const present = (isName ? presentNames : presentEmails).at(int32At(rows.position, at));
  const wanted = typeof after === 'string' ? identityHash(attribute, after) : 0;
  // An address that only changes its case stays where it is: nobody takes it from anybody.
  if (!isName && present === wanted) return;
  if (isAnothersName && isName && present === wanted) {
    // The two names differ only in accents or order: their exact forms distinguish them.
    from[at] = numbers.of(exactNameHash(String(before)));
    to[at] = numbers.of(exactNameHash(String(after)));
    return;
  }
  from[at] = numbers.of(present);
  to[at] = numbers.of(wanted);
  if (isName) notePart(rows, at, before, after);
}

/** Notes the part of a name that is exchanged. A typing error exchanges none. */
function notePart(rows: RowColumns, at: number, before: Value, after: Value): void {
  const nameClass = uint8At(rows.nameClass, at);
  if (nameClass !== SURNAME && nameClass !== ANOTHER_PERSON) return;
  if (typeof before !== 'string' || typeof after !== 'string') return;
  const part = exchangedPart(before, after, rows.isStranger[at] === 0);
  if (part === null) return;
  rows.lostPart[at] = rows.parts.of(part.lost);
  rows.wonPart[at] = rows.parts.of(part.won);
}
