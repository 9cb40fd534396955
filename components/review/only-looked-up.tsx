import type { Session } from '../../lib/session/session';
import { t, tn } from '../text';

/**
 * Says what a look-up cannot tell: whether the platform's search looks at capital letters is not
 * known, and then an address that is stored with some is not found. Said where it matters, next to
 * the way to be sure: rows match nothing, or e-mails are given to somebody.
 */
export function OnlyLookedUp({ session, notMatched }: { session: Session; notMatched: number }) {
  const load = session.credentials.phase.value;
  const assignment = session.assign.state.value?.assignment;
  const givesEmails = assignment?.columns.some(
    ({ target, write }) =>
      target.kind === 'attribute' && target.id === 'recipient-email' && write !== 'never',
  );
  const isKey = assignment?.key === 'recipient-email';
  if (load.kind !== 'in-part' || (notMatched === 0 && (givesEmails !== true || isKey))) return null;
  return (
    <p class="small">
      {notMatched > 0 ? tn('onlyLookedUpRows', notMatched) : t('onlyLookedUpEmails')}{' '}
      <button type="button" class="link" onClick={() => void session.readWholeGroup()}>
        {t('readWholeGroup')}
      </button>
    </p>
  );
}
