import { assertNever } from '../../lib/assert-never';
import {
  isKnownAlarm,
  isKnownWarning,
  updatedOf,
  type ConfirmedKind,
  type HistoryRun,
} from '../../lib/report/history';
import type { HistoryNews } from '../../lib/session/history/history-model';
import { runProblemText } from '../parts/problem-text';
import { formatList, formatMoment, named, t, tn } from '../text';

/** Says the outcome of something that was asked for in the history. */
export function newsText(news: HistoryNews): string {
  switch (news.kind) {
    case 'values-deleted':
      return t('historySaid_values');
    case 'kept-days':
      return news.days === 0 ? t('historySaid_zero') : tn('historySaid_days', news.days);
    case 'everything-deleted':
      return t('historySaid_everything');
    case 'unreadable':
      return tn('unreadableEntries', news.entries);
    case 'refused':
      return refusalText(news.problem);
    default:
      return assertNever(news);
  }
}

function refusalText(problem: Extract<HistoryNews, { kind: 'refused' }>['problem']): string {
  switch (problem.code) {
    case 'runs-not-over':
      return t('problem_runs_not_over', formatList(problem.groups));
    case 'not-deleted':
      return t('problem_not_deleted');
    case 'reader-ended':
      return t('problem_no_results_file');
    default:
      return runProblemText(problem);
  }
}

/** "8 updated · 1 not updated", "8 updated · 2 in part · 1 not updated". */
export function resultText(run: HistoryRun): string {
  const { updated, partly, notUpdated } = updatedOf(run);
  if (partly > 0) return t('historyResultPart', updated, partly, notUpdated);
  return t('historyResult', updated, notUpdated);
}

/** How other texts name a run: its file and when it was. */
export function runName({ fileName, startedAt }: HistoryRun): string {
  return t('historyRunNamed', fileName, formatMoment(startedAt));
}

/** When a run ended, and how where that is not the ordinary way. */
export function endText({ endedAt, state }: HistoryRun): string {
  if (endedAt === null) return t('historyNotEnded', t(named('historyState', state)));
  if (state === 'finished') return formatMoment(endedAt);
  return t('historyEndedAs', formatMoment(endedAt), t(named('historyState', state)));
}

/** Whether the values of a run are still here, and until when. */
export function valuesText({ values }: HistoryRun): string {
  if (values.kind === 'deleted')
    return values.at === null ? t('historyDeleted') : t('historyDeletedAt', formatMoment(values.at));
  return values.until === null ? t('historyKeptOpen') : t('historyKeptUntil', formatMoment(values.until));
}

/**
 * A kind that was confirmed or overruled, with its rows. A kind of another version of ours has no
 * words but its code.
 */
export function kindText({ code, rows }: ConfirmedKind<string>): string {
  return tn('historyKindRows', rows, titleOf(code));
}

function titleOf(code: string): string {
  if (isKnownAlarm(code)) return t(named('alarm', code));
  return isKnownWarning(code) ? t(named('warning', code)) : code;
}

/** The id of the element that stands for a run in the list. */
export function lineId(run: HistoryRun['id']): string {
  return `history-${run}`;
}
