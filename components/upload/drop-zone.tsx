import type { OpenedTable } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { withSignsShown } from '../parts/shown-signs';
import { t, tn } from '../text';

/** Place where a file is dropped or chosen; small once there is one. */
export function DropZone({
  session,
  onFiles,
}: {
  session: Session;
  onFiles: (files: FileList | null) => void;
}) {
  const phase = session.file.phase.value;
  const input = (
    <input
      class="visually-hidden"
      type="file"
      aria-label={t('uploadInput')}
      accept=".xlsx,.xlsm,.xlsb,.xls,.ods,.fods,.csv,.tsv,.tab,.txt,.xml,.html,.htm,.numbers,.slk,.dif,.zip"
      onChange={(event) => {
        onFiles(event.currentTarget.files);
        // The same file, corrected, may be chosen again.
        event.currentTarget.value = '';
      }}
    />
  );
  if (phase.kind === 'open' || (phase.kind === 'reading' && phase.firstRows !== null)) {
    return (
      <div class="state">
        {phase.kind === 'open' ? (
          <p class="sentence">
            <strong class="isolated">{withSignsShown(phase.name)}</strong>
            {phase.table.ok && <TableSize table={phase.table.value} />}
          </p>
        ) : (
          <p role="status" class="sentence">
            {t('uploadReading', phase.name)}
          </p>
        )}
        <label class="button end">
          {t('uploadAnother')}
          {input}
        </label>
      </div>
    );
  }
  return (
    <div class="drop">
      <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
        <path
          d="M7 5h26v30H7zM7 13h26M7 20h26M7 27h26M17 13v22"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
        />
      </svg>
      {phase.kind === 'reading' ? (
        <p role="status" class="sentence">
          {t('uploadReading', phase.name)}
        </p>
      ) : (
        <h2 class="sentence">{t('uploadTitle')}</h2>
      )}
      <label class="button primary">
        {t('uploadChoose')}
        {input}
      </label>
      <p class="quiet small">{t('uploadKinds')}</p>
      <button type="button" class="link" onClick={() => void session.template.begin()}>
        {t('templateDownload')}
      </button>
    </div>
  );
}

function TableSize({ table }: { table: OpenedTable }) {
  return (
    <>
      {' · '}
      {tn('rows', table.rows)} · {tn('columns', table.columns.length)}
    </>
  );
}
