import type { GroupPage } from '../../platform/environment';
import type { FilePhase } from './file-model';

/**
 * Whether the sheet has a record of what its maker saw: a download of this very group, whose record
 * is whole, or a change set.
 */
export function isOwnDownload(phase: FilePhase, { environment, groupId }: GroupPage): boolean {
  if (phase.kind === 'open' && phase.checked !== undefined) return true; // only sets of this group open
  if (phase.kind !== 'open' || phase.file.download.kind !== 'known') return false;
  const { origin } = phase.file.download;
  return origin.environment === environment && origin.groupId === groupId;
}
