import { skippedSilently } from '../../lib/assign/edit/skipped-silently';
import type { ReviewSummary } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { Counted } from '../parts/counted';
import { t, tn } from '../text';

/**
 * The first line: how many rows are updated, and a bar and counts whose parts add up to all rows
 * (docs/product.md 2.4). What is a part of another count stands in brackets behind it.
 */
export function Summary({ session, summary }: { session: Session; summary: ReviewSummary }) {
  const { rows, toUpdate, unchanged, withWarnings, withErrors, notMatched, excluded } = summary;
  const isAllThere = unchanged === rows && rows > 0;
  const assign = session.assign.state.value;
  // Columns that nobody decided about: nothing spoke for them.
  const skipped = assign === null ? 0 : skippedSilently(assign.guesses, assign.assignment);
  return (
    <div class="sentence summary" role="status" aria-label={t('summary')}>
      <span class="visually-hidden">{tn('rows', rows)} · </span>
      {isAllThere && <strong class="total good">{tn('sum_allThere', rows)}</strong>}
      <span class={isAllThere ? 'quiet small' : ''}>
        <strong class={isAllThere ? '' : 'total'}>{tn('sum_toUpdate', toUpdate)}</strong>
        {withWarnings > 0 && (
          <span class="small quiet">
            {' '}
            <Counted text={tn('sum_withWarnings', withWarnings)} count={withWarnings} style="caution" />
          </span>
        )}
      </span>
      <Bar summary={summary} />
      <span class="small">
        <Counted text={tn('sum_unchanged', unchanged)} count={unchanged} />
        {withErrors > 0 && (
          <>
            <span class="quiet"> · </span>
            <Counted text={tn('sum_errors', withErrors)} count={withErrors} style="error" />
          </>
        )}
        {notMatched > 0 && <span class="quiet"> {tn('sum_notMatched', notMatched)}</span>}
        {excluded > 0 && (
          <>
            <span class="quiet"> · </span>
            <Counted text={tn('sum_leftOut', excluded)} count={excluded} />
          </>
        )}
        {skipped > 0 && <span class="quiet"> · {tn('columnsSkipped', skipped)}</span>}
      </span>
      {summary.creditsAtMost > 0 && <Credits session={session} most={summary.creditsAtMost} />}
    </div>
  );
}

/** Each row is in exactly one part. */
function Bar({ summary }: { summary: ReviewSummary }) {
  const parts = [
    ['update', summary.toUpdate],
    ['unchanged', summary.unchanged],
    ['left-out', summary.excluded],
    ['error', summary.withErrors],
  ] as const;
  return (
    <span class="parts" aria-hidden="true">
      {parts
        .filter(([, count]) => count > 0)
        .map(([part, count]) => (
          <span key={part} data-part={part} style={{ flexGrow: count }} />
        ))}
    </span>
  );
}

function Credits({ session, most }: { session: Session; most: number }) {
  const phase = session.connection.phase.value;
  const balance = phase.kind === 'connected' ? phase.connection.credits : null;
  return (
    <span class="credits small">
      <span class="mark">{t('sum_credits', tn('credits', most))}</span>
      {balance !== null && <span class="quiet"> {t('sum_balance', balance)}</span>}
    </span>
  );
}
