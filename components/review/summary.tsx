import type { ReviewSummary } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { formatNumber, t, tn } from '../text';

/** The first line: how many rows, and what becomes of them (docs/product.md 2.4). */
export function Summary({ session, summary }: { session: Session; summary: ReviewSummary }) {
  const phase = session.connection.phase.value;
  const balance = phase.kind === 'connected' ? phase.connection.credits : null;
  const parts: { key: string; count: number; words: string; style?: string; always?: boolean }[] = [
    { key: 'rows', count: summary.rows, words: tn('sum_rows', summary.rows), always: true },
    { key: 'update', count: summary.toUpdate, words: t('sum_toUpdate'), always: true },
    { key: 'unchanged', count: summary.unchanged, words: t('sum_unchanged'), always: true },
    { key: 'warnings', count: summary.withWarnings, words: t('sum_withWarnings'), style: 'caution' },
    { key: 'errors', count: summary.withErrors, words: t('sum_errors'), style: 'error' },
    { key: 'unmatched', count: summary.notMatched, words: t('sum_notMatched'), style: 'error' },
    { key: 'excluded', count: summary.excluded, words: t('sum_leftOut') },
  ];
  return (
    <p class="sentence summary" role="status" aria-label={t('summary')}>
      {parts
        .filter(({ count, always }) => count > 0 || always === true)
        .map(({ key, count, words, style }, index) => (
          <span key={key}>
            {index > 0 && <span class="quiet"> · </span>}
            <strong class={style ?? ''}>{formatNumber(count)}</strong> {words}
          </span>
        ))}
      {summary.creditsAtMost > 0 && (
        <span>
          <span class="quiet"> · </span>
          <strong>{t('sum_credits', tn('credits', summary.creditsAtMost))}</strong>
          {balance !== null && <span class="quiet"> {t('sum_balance', balance)}</span>}
        </span>
      )}
    </p>
  );
}
