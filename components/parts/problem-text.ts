import { assertNever } from '../../lib/assert-never';
import type { ConnectProblem, PlatformProblem } from '../../lib/platform/platform-problem';
import type { RunModelProblem } from '../../lib/session/run/run-model';
import { t } from '../text';

/**
 * The sentence for what the platform, or the way to it, did not do. The platform's own words stand
 * in quotes.
 */
export function platformProblemText(problem: PlatformProblem): string {
  switch (problem.code) {
    case 'signed-out':
      return t('problem_signed_out');
    case 'forbidden':
      return t('problem_forbidden', problem.words);
    case 'not-found':
      return t('problem_not_found', problem.words);
    case 'refused':
      return t('problem_refused', String(problem.status), problem.words);
    case 'throttled':
      return t('problem_throttled');
    case 'server-fault':
      return t('problem_server_fault', String(problem.status));
    case 'unreachable':
      return t('problem_unreachable');
    case 'not-allowed':
      return t(`policy_${problem.by}`);
    case 'unexpected-answer':
      return t('problem_unexpected_answer', problem.where);
    default:
      return assertNever(problem);
  }
}

/** The sentence for why nobody was let in. */
export function connectProblemText(problem: ConnectProblem): string {
  if (problem.code === 'in-container') return t('problem_in_container');
  return problem.code === 'no-access' ? t('problem_no_access', problem.host) : platformProblemText(problem);
}

/** The sentence for why a run was not begun or steered. */
export function runProblemText(problem: RunModelProblem): string {
  switch (problem.code) {
    case 'reader-ended':
      return t('problem_reader_ended');
    case 'no-such-run':
      return t('problem_no_such_run');
    case 'run-incomplete':
      return t('problem_run_incomplete', problem.expected, problem.found);
    case 'run-in-progress':
      return t('problem_run_in_progress');
    case 'values-deleted':
      return t('problem_values_deleted');
    case 'other-account':
      return t('problem_other_account');
    case 'not-as-accepted':
      return t('problem_not_as_accepted');
    case 'not-as-promised':
      return t('problem_not_as_promised');
    case 'journal-unavailable':
      return t('problem_journal_unavailable');
    default:
      return platformProblemText(problem);
  }
}
