import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Attribute } from '../../lib/credential/attribute';
import type { MovedRow } from '../../lib/review/view/moved-rows';
import type { RadarModel } from '../../lib/session/review/radar-model';
import type { Session } from '../../lib/session/session';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { readableText } from '../parts/value-text';
import { watchSeen } from '../parts/watch-seen';
import { t, tn } from '../text';

/** How often the platform is asked while somebody can see the review. */
const LOOK_MS = 60_000;
/** Rows that are named at once. */
const MOST_NAMED = 20;

/** The radar of the review that is shown; null until its script is read. */
export function useRadar(session: Session): RadarModel | null {
  const radar = useSignal<RadarModel | null>(null);
  useEffect(() => {
    let isSeen = false;
    const unwatch = watchSeen(document.body, (seen) => (isSeen = seen));
    void session.openRadar().then((model) => (radar.value = model));
    const timer = setInterval(() => {
      if (isSeen) void radar.peek()?.look();
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      unwatch();
    };
  }, [session, radar]);
  return radar.value;
}

/**
 * Tells which rows somebody has changed on the platform meanwhile, and offers to take that over.
 */
export function RadarNote({ radar, attributes }: { radar: RadarModel; attributes: readonly Attribute[] }) {
  const rows = radar.moved.value;
  return (
    <>
      <p role="status" class={rows.length > 0 ? 'small caution' : 'small quiet'}>
        {rows.length > 0 ? tn('radarMoved', rows.length) : radar.isOff.value ? t('radarOff') : ''}
      </p>
      {rows.length > 0 && (
        <section class="notes small">
          <ul class="listed">
            {rows.slice(0, MOST_NAMED).map((row) => (
              <Moved key={row.row} of={row} radar={radar} attributes={attributes} />
            ))}
          </ul>
          {rows.length > 1 && (
            <button type="button" class="button" onClick={() => void radar.refresh(rows)}>
              {tn('radarRefreshAll', rows.length)}
            </button>
          )}
        </section>
      )}
    </>
  );
}

function Moved(props: { of: MovedRow; radar: RadarModel; attributes: readonly Attribute[] }) {
  const { of, radar, attributes } = props;
  const { row, name, fields } = of;
  return (
    <li>
      {fields.length === 0 && <span>{t('radarHidden', String(row), name ?? '')}</span>}
      {fields.map(({ attribute, before, now }) => {
        const kind = attributeKind(attribute, attributes);
        return (
          <span key={attribute}>
            <strong>{t('driftField', String(row), name ?? '', attributeLabel(attribute, attributes))}</strong>
            <br />
            {t('radarValues', readableText(before, kind), readableText(now, kind))}
            <br />
          </span>
        );
      })}{' '}
      <button
        type="button"
        class="link"
        aria-label={t('radarRefreshRow', String(row))}
        onClick={() => void radar.refresh([of])}
      >
        {t('radarRefresh')}
      </button>
    </li>
  );
}
