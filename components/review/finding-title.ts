import type { CodeWithSeverity } from '../../lib/review/terms/finding';
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
