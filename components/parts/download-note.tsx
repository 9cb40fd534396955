import { ownRecord } from '../../lib/session/file/own-download';
import type { Session } from '../../lib/session/session';
import { formatMoment, t, tn } from '../text';

/** Says whether a download of ours still has its record; nothing for any other sheet. */
export function DownloadNote({ session }: { session: Session }) {
  const said = sentenceOf(session);
  return said === null ? null : (
    <span class={`small ${said.isCaution ? 'caution' : 'quiet'}`}>{said.text}</span>
  );
}

function sentenceOf({ file, page }: Session): { readonly text: string; readonly isCaution: boolean } | null {
  const phase = file.phase.value;
  if (phase.kind !== 'open') return null;
  const { download } = phase.file;
  switch (download.kind) {
    case 'none':
      return null;
    case 'without-record':
      return { text: t('downloadWithoutRecord'), isCaution: true };
    case 'record-damaged':
      return { text: t('downloadDamaged'), isCaution: true };
    case 'known': {
      const record = download.records[ownRecord(phase, page.value) ?? -1]; // of another group
      if (record === undefined) return { text: t('downloadElsewhere'), isCaution: true };
      const { origin, credentials } = record;
      const at = formatMoment(Date.parse(origin.at));
      const known = origin.isBackup === true ? 'backupKnown' : 'downloadKnown';
      return { text: tn(known, credentials, at), isCaution: false };
    }
  }
}
