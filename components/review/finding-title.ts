import type { AlarmCode, CodeWithSeverity, WarningCode } from '../../lib/review/terms/finding';
import { named } from '../text';

/** The key of the message that names a kind of finding. */
export function titleOf(group: CodeWithSeverity) {
  switch (group.severity) {
    case 'alarm':
      return named('alarm', group.code);
    case 'error':
      return named('error', group.code);
    case 'warning':
      return named('warning', group.code);
  }
}

/** The key of the message that names a kind of finding of a plan. */
export function confirmedTitle(code: AlarmCode | WarningCode) {
  switch (code) {
    case 'names-shifted':
    case 'emails-shifted':
    case 'people-swapped':
    case 'days-from-1904':
    case 'names-copied':
    case 'other-people':
      return named('alarm', code);
    default:
      return named('warning', code);
  }
}
