import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { OpenedTable } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { pastedFile } from '../../lib/session/file/create-file-model';
import { late } from '../parts/late';
import { t, tn } from '../text';
import { withSignsShown } from '../parts/shown-signs';

/** Nobody needs it before there is a file. */
const FileResult = late(async () => (await import('./file-result')).FileResult);

const PolicyNotice = late(async () => (await import('../parts/policy-notice')).PolicyNotice);
const WithoutSheet = late(async () => (await import('./without-sheet')).WithoutSheet);

/** The first step: drop, choose or paste (docs/product.md 2.2). */
export function Upload({ session }: { session: Session }) {
  const phase = session.file.phase.value;
  const over = useSignal(false);
  const open = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file === undefined) return;
    const count = files?.length ?? 0;
    if (count > 1) session.file.refuse(file.name, { code: 'several-files', files: count });
    else void session.file.open(file);
  };

  // Pasting has no place of its own: cells copied from a spreadsheet program arrive wherever the
  // focus is. Heard from the moment in which the step is drawn: an effect comes after the next
  // frame, and what is pasted before that was lost.
  useLayoutEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const { clipboardData } = event;
      if (clipboardData === null) return;
      // Spreadsheet programs copy both: text keeps each cell as it is shown. A table of a page may
      // come as HTML alone.
      const copied = ['text/plain', 'text/html'].map((type) => clipboardData.getData(type));
      const text = copied.find((one) => one.trim() !== '');
      if (clipboardData.files.length > 0) open(clipboardData.files);
      else if (text !== undefined) void session.file.open(pastedFile(t('pastedName'), text));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [session]);

  return (
    <main
      class="step upload"
      data-over={over.value}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        open(event.dataTransfer?.files);
      }}
    >
      <DropZone session={session} onFiles={open} />
      <div class="scroll">
        <PolicyNotice session={session} />
        <FileResult session={session} phase={phase} />
        {(phase.kind === 'none' || phase.kind === 'failed') && <WithoutSheet session={session} />}
      </div>
      <footer class="foot">
        <span class="small quiet">{t('uploadPrivacy')}</span>
        <div class="end">
          <button
            type="button"
            class="button primary"
            disabled={session.assign.state.value === null || phase.kind !== 'open' || !phase.table.ok}
            onClick={() => session.goTo('assign')}
          >
            {t('assignColumns')}
          </button>
        </div>
      </footer>
    </main>
  );
}

/** Place where a file is dropped or chosen; small once there is one. */
function DropZone({ session, onFiles }: { session: Session; onFiles: (files: FileList | null) => void }) {
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
