import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { namedPlural, tn } from '../text';

/**
 * Differences that are no changes unless the admin wants them to be, each with how many rows have
 * it.
 */
export function QuietDifferences({ session, state }: { session: Session; state: ReviewState }) {
  const { cosmetic: differences } = state.summary;
  if (differences.length === 0) return null;
  return (
    <section class="notes">
      {differences.map(({ cosmetic, count, isCounted }) => (
        <label key={cosmetic} class="check small">
          <input
            type="checkbox"
            checked={isCounted}
            onChange={(event) =>
              void session.review.decide({
                kind: 'count-cosmetic',
                cosmetic,
                counted: event.currentTarget.checked,
              })
            }
          />
          {tn(namedPlural('countSlight', cosmetic), count)}
        </label>
      ))}
    </section>
  );
}
