import { useEffect } from 'preact/hooks';
import type { HistoryRun } from '../../lib/report/history';
import type { KnownChecks } from '../../lib/run/public-check/shown-sights';
import type { Session } from '../../lib/session/session';
import { runProblemText } from '../parts/problem-text';
import { t } from '../text';
import { NamedRows, SightCounts } from '../update/sight-rows';

/** Shows what everybody sees of a run of the history; its rows are read when they are asked for. */
export function PublicSightFacts({ session, run: of }: { session: Session; run: HistoryRun }) {
  const { id: run, changes, environment } = of;
  const { publicSight } = session;
  useEffect(() => void publicSight.look([run]), [publicSight, run]);
  const check = publicSight.checks.value.get(run);
  if (check === undefined) return null;
  const checks: KnownChecks = new Map([[run, check]]);
  const named = publicSight.named.value;
  const rows = named?.run === run ? named.entries : null;
  return (
    <section aria-label={t('publicTitle')} class="public-facts">
      <h4 class="small">{t('publicTitle')}</h4>
      <SightCounts checks={checks} />
      {rows?.ok === false && (
        <p class="error small" role="alert">
          {runProblemText(rows.problem)}
        </p>
      )}
      {rows?.ok === true ? (
        <NamedRows entries={rows.value} checks={checks} environment={environment} />
      ) : (
        <p>
          <button type="button" class="link" onClick={() => void publicSight.nameRows(run, changes)}>
            {t('publicShowRows')}
          </button>
        </p>
      )}
    </section>
  );
}
