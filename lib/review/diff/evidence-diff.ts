import type { Credential, EvidenceItem } from '../../credential/credential';
import { comparableText } from '../../credential/comparable-text';
import type { FieldChange } from '../../credential/change';
import type { Table } from '../../sheet/table/table';
import { compareCell, type ComparedCell } from './compare-cell';
import type { ReviewedCell } from '../terms/reviewed-row';
import type { RowDiff, UnreadableCell } from '../terms/row-diff';
import type { EvidenceColumns } from '../match/sheet-columns';

type EvidencePart = Pick<RowDiff, 'cells' | 'fields' | 'unreadable'>;

/**
 * Compares a row's evidence with the credential's. Evidence is its URL, wherever it stands in the
 * platform's order:
 * - a URL that is there already is no change, whatever its number;
 * - a new URL is added, with its description;
 * - another description of a URL that is there gives that item another description (`evidenceId`
 *   says which);
 * - a blank cell takes nothing away;
 * - a description without a URL belongs to nothing: `bad-link`, unless the credential has evidence
 *   described so (evidence that is a file or text has no URL, and an export shows it like this);
 * - the same URL twice in a row with two descriptions: `bad-link` at the second;
 * - a column that only fills what is empty gives no other description where there is one, and its
 *   n-th URL is no new one where the credential has an n-th piece already.
 */
export function diffEvidence(
  table: Table,
  row: number,
  columns: readonly EvidenceColumns[],
  evidence: NonNullable<Credential['detail']>['evidence'],
): EvidencePart {
  const cells: ReviewedCell[] = [];
  const fields: FieldChange[] = [];
  const unreadable: UnreadableCell[] = [];
  const described = new Map<string, string | null>();
  const put = (compared: ComparedCell) => {
    cells.push(compared.cell);
    const { attribute, before, after, text, outcome } = compared.cell;
    if (compared.code !== null) unreadable.push({ attribute, code: compared.code, text });
    if (outcome === 'changed') fields.push({ attribute, before, after });
  };

  for (const { number, url, description } of columns) {
    const readUrl = url && compareCell(table.cell(row, url.column), url, null);
    const readDescription =
      description && compareCell(table.cell(row, description.column), description, null);
    const link = textOf(readUrl);
    const words = textOf(readDescription);
    if (readUrl && link === null) put(readUrl);
    if (readDescription && words === null) put(readDescription);
    if (link === null) {
      // An unreadable link is said once, at the link.
      if (readDescription === null || words === null || readUrl?.code) continue;
      const isThere = evidence.some((item) => comparableText(item.description) === comparableText(words));
      put(isThere ? same(readDescription, words) : badLink(readDescription));
      continue;
    }
    const earlier = described.get(link);
    if (readUrl && earlier !== undefined) {
      put(same(readUrl, link));
      if (readDescription && words !== null)
        put(words === earlier ? same(readDescription, words) : badLink(readDescription));
      continue;
    }
    described.set(link, words);
    const item = itemWith(link, words, evidence);
    const inItsPlace = evidence[number - 1];
    if (item === undefined && inItsPlace !== undefined && url?.choice.write === 'only-empty') {
      if (readUrl) put(kept(readUrl, inItsPlace.url));
      if (readDescription && words !== null) put(kept(readDescription, wordsOf(inItsPlace)));
      continue;
    }
    if (readUrl) put(item ? same(readUrl, link) : readUrl);
    if (readDescription === null || words === null) continue;
    if (!item) put(readDescription);
    else if (comparableText(item.description) === comparableText(words)) put(same(readDescription, words));
    else {
      const before = wordsOf(item);
      if (before !== null && description?.choice.write === 'only-empty') {
        put(kept(readDescription, before));
        continue;
      }
      cells.push({ ...readDescription.cell, before });
      fields.push({ attribute: readDescription.cell.attribute, before, after: words, evidenceId: item.id });
    }
  }
  return { cells, fields, unreadable };
}

/** Reads a cell that is compared with nothing: its text, or null when it is blank or unreadable. */
function textOf(compared: ComparedCell | null): string | null {
  return compared?.cell.outcome === 'changed' ? String(compared.cell.after) : null;
}

/** The item of a URL; of two with the same URL the one that is described so. */
function itemWith(
  url: string,
  words: string | null,
  evidence: readonly EvidenceItem[],
): EvidenceItem | undefined {
  const items = evidence.filter(
    (item) => item.url !== null && comparableText(item.url) === comparableText(url),
  );
  return items.find((item) => item.description === words) ?? items[0];
}

function same(compared: ComparedCell, value: string): ComparedCell {
  return {
    cell: { ...compared.cell, before: value, after: value, outcome: 'same' },
    code: null,
    cosmetic: null,
  };
}

function kept(compared: ComparedCell, before: string | null): ComparedCell {
  return {
    cell: { ...compared.cell, before, after: before, outcome: 'kept-because-filled' },
    code: null,
    cosmetic: null,
  };
}

function wordsOf({ description }: EvidenceItem): string | null {
  return description === '' ? null : description;
}

function badLink(compared: ComparedCell): ComparedCell {
  return {
    cell: { ...compared.cell, before: null, after: null, outcome: 'unreadable' },
    code: 'bad-link',
    cosmetic: null,
  };
}
