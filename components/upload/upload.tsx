import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Session } from '../../lib/session/session';
import { pastedFile } from '../../lib/session/file/create-file-model';
import { PageNotice } from '../guard/page-notice';
import type { PanelActions } from '../panel-actions';
import { isKeyTaken } from '../parts/key-taken';
import { late } from '../parts/late';
import { t } from '../text';
import { DropZone } from './drop-zone';

/* Nobody needs these before there is a file, or before somebody asks for them. */
const FileResult = late(async () => (await import('./file-result')).FileResult);

const PolicyNotice = late(async () => (await import('../parts/policy-notice')).PolicyNotice);
const WithoutSheet = late(async () => (await import('./without-sheet')).WithoutSheet);
const DownloadGroup = late(async () => (await import('./download-group')).DownloadGroup);

/** The first step: drop, choose or paste (docs/product.md 2.2). */
export function Upload({ session, actions }: { session: Session; actions: PanelActions }) {
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
      if (isKeyTaken(document, event.target)) return;
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
        {phase.kind !== 'open' && <PageNotice actions={actions} />}
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
      {session.template.phase.value.kind !== 'none' && <DownloadGroup session={session} actions={actions} />}
    </main>
  );
}
