import { RESULT_FORMATS, type ResultFormat } from '../../lib/report/csv';
import type { SessionShape } from '../../lib/session/session';
import { t } from '../text';

/** What results are given as. */
export function FileFormat({ session }: { session: SessionShape }) {
  return (
    <label class="file-format">
      <span class="small quiet">{t('fileFormat')}</span>
      <select
        class="select"
        value={session.resultFormat.value}
        onChange={(event) => session.chooseResultFormat(event.currentTarget.value as ResultFormat)}
      >
        {RESULT_FORMATS.map((format) => (
          <option key={format} value={format}>
            {format.toUpperCase()}
          </option>
        ))}
      </select>
    </label>
  );
}
