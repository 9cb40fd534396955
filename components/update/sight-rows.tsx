import { useSignal } from '@preact/signals';
import type { Entry } from '../../lib/journal/entry';
import type { Environment } from '../../lib/platform/environment';
import { countSights, namedEntries, type KnownChecks } from '../../lib/run/public-check/shown-sights';
import { withSignsShown } from '../parts/shown-signs';
import { formatNumber, named, t, tn } from '../text';
import { Who } from './entry-list';

/** Rows that are named at once. */
const AT_ONCE = 20;

/** How many changes are seen as confirmed, still old, and so on. */
export function SightCounts({ checks }: { checks: KnownChecks }) {
  return (
    <dl class="counts">
      {[...countSights(checks)].map(([sight, count]) =>
        sight === 'no-change' ? null : (
          <div key={sight} data-kind={sight}>
            <dt>{t(named('public', sight))}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** The rows that are not seen as confirmed, each with its page. */
export function NamedRows(props: {
  entries: readonly Entry[];
  checks: KnownChecks;
  environment: Environment;
}) {
  const { entries, checks, environment } = props;
  const shown = useSignal(AT_ONCE);
  const lists = [...namedEntries(entries, checks)];
  return (
    <>
      {lists.map(([sight, list]) => (
        <details key={sight} open={sight === 'old' || sight === 'other'}>
          <summary>
            {t(named('public', sight))} <strong>{formatNumber(list.length)}</strong>
          </summary>
          <ul class="small listed">
            {list.slice(0, shown.value).map((entry) => (
              <li key={entry.credential}>
                {t('publicRow', String(entry.change.row))} <Who entry={entry} environment={environment} />{' '}
                <bdi class="quiet">{withSignsShown(entry.change.who.email ?? '')}</bdi>
              </li>
            ))}
          </ul>
          {list.length > shown.value && (
            <button type="button" class="link" onClick={() => (shown.value += AT_ONCE)}>
              {tn('entriesMore', Math.min(AT_ONCE, list.length - shown.value))}
            </button>
          )}
        </details>
      ))}
    </>
  );
}
