import { RESULT_FORMATS, type ResultFormat } from '../../lib/report/csv';
import type { Session } from '../../lib/session/session';
import { t } from '../text';

/** Chooses the format of result files. */
export function FileFormat({ session }: { session: Session }) {
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
