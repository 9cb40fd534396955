import { assertNever } from '../../lib/assert-never';
import type { PauseReason } from '../../lib/journal/entry';
import { t } from '../text';

/**
 * Why a run is paused, and what to do. Failures are counted until the run is asked to stop;
 * requests that were under way then may fail as well, so that there are at least so many.
 */
export function pauseText(reason: PauseReason, account: string): string {
  switch (reason.kind) {
    case 'asked':
      return t('paused_asked');
    case 'signed-out':
      return t('paused_signed_out');
    case 'forbidden':
      return t('paused_forbidden', reason.words);
    case 'failures':
      return reason.words === ''
        ? t('paused_unanswered', String(reason.count))
        : t('paused_failures', String(reason.count), reason.words);
    case 'other-account':
      return t('paused_other_account', account);
    case 'restored':
      return t('paused_restored');
    case 'trial':
      return t('paused_trial');
    default:
      return assertNever(reason);
  }
}
