import { useEffect } from 'preact/hooks';
import type { Entry } from '../../lib/journal/entry';
import { runsOf } from '../../lib/journal/runs-of';
import type { Environment } from '../../lib/platform/environment';
import type { Session } from '../../lib/session/session';
import { countSights, type KnownChecks } from '../../lib/run/public-check/shown-sights';
import { formatMoment, t } from '../text';
import { NamedRows, SightCounts } from './sight-rows';

/** How often to look for something new. Nothing is asked of the platform by that. */
const LOOK_MS = 3_000;
/** Sights that may still become as confirmed. */
const OPEN = ['not-asked', 'old', 'other', 'no-answer'] as const;

/** Shows what everybody sees of a finished run's changes; nothing where that is not looked up. */
export function PublicSightCard(props: {
  session: Session;
  entries: readonly Entry[];
  environment: Environment;
}) {
  const { session, entries, environment } = props;
  const runs = runsOf(entries);
  const names = runs.join(' ');
  const { publicSight } = session;
  useEffect(() => {
    void publicSight.look(runs);
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void publicSight.lookAgain(runs);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [publicSight, names]);
  const isOff = session.policy.value?.mayReadPublicRecord === false;
  const checks: KnownChecks = new Map([...publicSight.checks.value].filter(([run]) => runs.includes(run)));
  if (checks.size === 0 && !isOff) return null;
  return (
    <section class="card" aria-labelledby="public-title">
      <h3 id="public-title">{t('publicTitle')}</h3>
      {isOff && <p class="quiet">{t('policy_publicRecord')}</p>}
      {checks.size > 0 && (
        <>
          <SightCounts checks={checks} />
          <NamedRows entries={entries} checks={checks} environment={environment} />
          <p class="small quiet">{t('publicNote')}</p>
          <Next checks={checks} canAsk={!isOff} onAsk={() => void publicSight.askNow(runs)} />
        </>
      )}
    </section>
  );
}

/** When it is asked again, and a button that asks now. */
function Next({ checks, canAsk, onAsk }: { checks: KnownChecks; canAsk: boolean; onAsk: () => void }) {
  const all = [...checks.values()];
  const isAsking = all.some((check) => check.isAsking);
  const times = all.flatMap(({ nextAt }) => nextAt ?? []); // null: not asked again
  const counts = countSights(checks);
  const isOpen = OPEN.some((sight) => counts.has(sight));
  const [next] = times.toSorted((a, b) => a - b);
  return (
    <p class="row">
      <span role="status" class="small">
        {isAsking
          ? t('publicAsking')
          : next === undefined
            ? t(isOpen ? 'publicOver' : 'publicDone')
            : t('publicNext', formatMoment(next))}
      </span>
      {isOpen && canAsk && (
        <button type="button" class="button" disabled={isAsking} onClick={onAsk}>
          {t('publicAskNow')}
        </button>
      )}
    </p>
  );
}
