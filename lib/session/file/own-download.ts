import type { GroupPage } from '../../platform/environment';
import type { FilePhase } from './file-model';

/** Whether the file is a download of this very group, whose record is whole. */
export function isOwnDownload(phase: FilePhase, { environment, groupId }: GroupPage): boolean {
  if (phase.kind !== 'open' || phase.file.download.kind !== 'known') return false;
  const { origin } = phase.file.download;
  return origin.environment === environment && origin.groupId === groupId;
}
