import type { CheckingProblem } from '../../lib/session/checking/change-set-model';
import { formatMoment, named, t } from '../text';
import { runProblemText } from './problem-text';

/** The sentence for why a change set is not opened: what happened, and what to do. */
export function checkingProblemText(problem: CheckingProblem): string {
  switch (problem.code) {
    case 'set-damaged':
      return t('problem_set_damaged');
    case 'set-version':
      return t('problem_set_version', String(problem.version));
    case 'set-passphrase':
      return t('problem_set_passphrase');
    case 'set-elsewhere':
      return t('problem_set_elsewhere', problem.group, t(named('environment', problem.environment)));
    case 'set-own':
      return t(named('problem_set_own', problem.by));
    case 'set-run-before':
      return t('problem_set_run_before', formatMoment(problem.at));
    case 'set-nothing-left':
      return t('problem_set_nothing_left');
    default:
      return runProblemText(problem);
  }
}
