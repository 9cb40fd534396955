import type { AlarmCode, ErrorCode, WarningCode } from '../../lib/review/terms/finding';
import type { FindingGroup } from '../../lib/review/cross-row/review';
import { named } from '../text';

/** The key of the message that names a kind of finding. */
export function titleOf(group: FindingGroup) {
  switch (group.severity) {
    case 'alarm':
      return named('alarm', group.code as AlarmCode);
    case 'error':
      return named('error', group.code as ErrorCode);
    case 'warning':
      return named('warning', group.code as WarningCode);
  }
}
