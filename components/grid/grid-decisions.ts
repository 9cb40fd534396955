import type { Signal } from '@preact/signals';
import type { Attribute, AttributeId } from '../../lib/credential/attribute';
import type { CredentialId } from '../../lib/credential/ids';
import type { ReviewSummary } from '../../lib/review/cross-row/review';
import { asksFor, type ReviewedRow } from '../../lib/review/terms/reviewed-row';
import type { ReviewModel } from '../../lib/session/review/review-model';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';

/** The credential that a row with a new address is likely about; null for any other row. */
export function newAddressOwner(row: ReviewedRow): CredentialId | null {
  const found = row.findings.find((finding) => finding.code === 'new-address');
  return found?.code === 'new-address' ? found.facts.credential : null;
}

/**
 * Decisions that keys and buttons of the grid make. `said`, the live region, says what each did.
 */
export function gridDecisions(
  review: ReviewModel,
  summary: ReviewSummary,
  attributes: readonly Attribute[],
  said: Signal<string>,
) {
  const labelOf = (attribute: AttributeId) => attributeLabel(attribute, attributes);
  return {
    toggleRow(row: ReviewedRow | undefined) {
      if (row === undefined || row.status === 'unchanged') return;
      const excluded = !row.excluded;
      void review.decide({ kind: 'exclude', rows: [row.row], excluded });
      said.value = t(excluded ? 'liveLeftOut' : 'liveTakenIn', String(row.row));
    },
    toggleCell(row: ReviewedRow | undefined, attribute: AttributeId | undefined) {
      const cell = row?.cells.find((of) => of.attribute === attribute);
      if (row === undefined || attribute === undefined) return;
      if (cell === undefined || !asksFor(cell.outcome)) {
        said.value = t('liveCellNothing', labelOf(attribute), String(row.row));
        return;
      }
      const excluded = cell.outcome !== 'excluded';
      void review.decide({ kind: 'exclude-cell', row: row.row, attribute, excluded });
      said.value = t(excluded ? 'liveCellLeftOut' : 'liveCellTakenIn', labelOf(attribute), String(row.row));
    },
    toggleColumn(attribute: AttributeId | undefined) {
      const of = summary.attributes.find((one) => one.attribute === attribute);
      if (of === undefined) return;
      void review.decide({ kind: 'exclude-column', attribute: of.attribute, excluded: !of.isExcluded });
      said.value = t(of.isExcluded ? 'liveColumnTakenIn' : 'liveColumnLeftOut', labelOf(of.attribute));
    },
    take(row: ReviewedRow, attribute: AttributeId, text: string) {
      void review.decide({ kind: 'edit', row: row.row, attribute, text });
      said.value = t('liveEdited', labelOf(attribute), String(row.row));
    },
    changeAddress(row: ReviewedRow, credential: CredentialId) {
      void review.decide({ kind: 'choose', row: row.row, credential });
      said.value = t('liveAddress', String(row.row));
    },
    paste(text: string, from: number, into: readonly AttributeId[]) {
      void review.paste(text, from, into);
      said.value = t('livePasted');
    },
    /**
     * Gives the place of the next row of that severity behind `after`; null where there is none, or
     * other rows are shown by now.
     */
    async findNext(severity: 'error' | 'warning', after: number): Promise<number | null> {
      const found = await review.findNext(severity, after);
      if (found === 'outdated') return null;
      said.value = found === null ? t(severity === 'error' ? 'liveNoErrors' : 'liveNoWarnings') : '';
      return found;
    },
  };
}
