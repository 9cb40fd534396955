import type { GroupPage } from '../../platform/environment';
import type { FilePhase } from './file-model';

/**
 * Place among the sheet's records of the one that counts: of what its maker saw of this very group,
 * in a download or a change set. Null where there is none.
 *
 * Example: a file joined from downloads of the groups 8 and 7, in group 7 -> 1.
 */
export function ownRecord(phase: FilePhase, { environment, groupId }: GroupPage): number | null {
  if (phase.kind === 'open' && phase.checked !== undefined) return 0; // only sets of this group open
  if (phase.kind !== 'open' || phase.file.download.kind !== 'known') return null;
  const place = phase.file.download.records.findIndex(
    ({ origin }) => origin.environment === environment && origin.groupId === groupId,
  );
  return place < 0 ? null : place;
}
