import { useEffect } from 'preact/hooks';
import type { Attribute } from '../../../lib/credential/attribute';
import type { TrialRow } from '../../../lib/review/plan/trial';
import { guarded } from '../../guard/guard';
import { attributeLabel } from '../../parts/attribute-label';
import { withSignsShown } from '../../parts/shown-signs';
import { formatUnits, t, tn } from '../../text';
import { confirmedTitle } from '../finding-title';
import type { NetProps } from './net';
import { NetItem } from './net-item';

/** Tries the update on a few rows, which are named with what each of them shows. */
export function TrialNet({ session, facts, attributes, keepsNothing, mayUpdate }: NetProps) {
  const { trial } = session;
  useEffect(() => void trial.choose(), [trial, facts.plan]);
  const rows = trial.rows.value;
  if (rows === null) return null;
  return (
    <NetItem title={tn('tryTitle', rows.length)} why={t('tryWhy')}>
      <ul class="small">
        {rows.map((row) => (
          <li key={row.row}>
            {t('tryRow', String(row.row))} <bdi>{withSignsShown(row.who.name ?? row.who.email ?? '')}</bdi>{' '}
            <span class="quiet">{shows(row, attributes)}</span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button"
        disabled={!mayUpdate}
        onClick={guarded(() => void session.updateNow({ keepsNothing: keepsNothing.value, isTrial: true }))}
      >
        {tn('tryNow', rows.length)}
      </button>
    </NetItem>
  );
}

/** "covers: Recipient Name, Expiry Date, Renewal": what the rows before it do not show. */
function shows({ attributes: its, codes }: TrialRow, attributes: readonly Attribute[]): string {
  const parts = [
    ...its.map((id) => attributeLabel(id, attributes)),
    ...codes.map((code) => t(confirmedTitle(code))),
  ];
  return parts.length === 0 ? t('tryAgainSame') : t('tryCovers', formatUnits(parts));
}
