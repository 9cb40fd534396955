import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import { NO_HEADER_ROW } from '../../lib/sheet/table/table';
import { t } from '../text';

/**
 * Says that the header row may be a person of the list, and reads it as data on request
 * (docs/product.md 2.2).
 */
export function ValueInHeader({ session, state }: { session: Session; state: AssignState }) {
  const value = session.assign.report.value?.valueInHeader ?? null; // not counted yet
  const { headerRow } = state.table;
  if (value === null || headerRow === NO_HEADER_ROW) return null;
  return (
    <span class="caution" role="status">
      {t('valueInHeader', value, String(headerRow))}{' '}
      <button type="button" class="link" onClick={() => void session.file.chooseHeaderRow(NO_HEADER_ROW)}>
        {t('readHeaderAsData', String(headerRow))}
      </button>
    </span>
  );
}
