import type { KeyAttributeId } from '../../lib/credential/attribute';
import { isWorthLookingUp, SMALL_GROUP } from '../../lib/session/group/cheaper-reading';
import type { Session } from '../../lib/session/session';
import { t, tn } from '../text';

/** The header of the column whose values are looked up by a key. */
function columnOf(session: Session, key: KeyAttributeId): string {
  const state = session.assign.state.value;
  const choice = state?.assignment.columns.find(
    ({ target }) => target.kind === 'attribute' && target.id === key,
  );
  return state?.table.columns.find(({ column }) => column === choice?.column)?.header ?? ''; // it has gone
}

/** Whether e-mails are written that are no key: those that change are looked up after the keys. */
function givesEmails(session: Session): boolean {
  const assignment = session.assign.state.value?.assignment;
  if (assignment === undefined || assignment.key === 'recipient-email') return false;
  return assignment.columns.some(
    ({ target, write }) =>
      target.kind === 'attribute' && target.id === 'recipient-email' && write !== 'never',
  );
}

/**
 * How the group is read, and with how many requests: whole, or only the rows of the sheet.
 * `canChoose`: with the ways to do it now, or to read all of it.
 */
export function GroupNote({ session, canChoose = false }: { session: Session; canChoose?: boolean }) {
  const load = session.credentials.phase.value;
  const toLookUp = session.assign.report.value?.toLookUp ?? null; // not counted yet
  if (load.kind === 'loaded') {
    // In a small group there was nothing to choose, and nothing to wait for.
    if (canChoose && load.count <= SMALL_GROUP) return null;
    return <span class="group-note small quiet">{tn('groupReadWhole', load.requests, load.count)}</span>;
  }
  if (load.kind !== 'in-part') return null;
  const { count, pages, lookedUp, requests } = load;
  const isLookedUp = toLookUp === null && lookedUp > 0;
  const isWorth = toLookUp?.kind === 'look-up' && isWorthLookingUp(toLookUp.requests, pages);
  const canLookUp = toLookUp?.kind === 'look-up';
  return (
    <span class="group-note small quiet">
      {isLookedUp
        ? tn('groupLookedUp', requests, lookedUp, count, pages)
        : isWorth
          ? tn(
              'groupToLookUp',
              toLookUp.requests,
              count,
              pages,
              toLookUp.values,
              columnOf(session, toLookUp.key),
            )
          : tn('groupLarge', pages, count)}
      {isWorth && toLookUp.key !== 'recipient-email' && givesEmails(session) && ` ${t('groupThenEmails')}`}
      {canChoose && canLookUp && (
        <button type="button" class="link" onClick={() => void session.lookUpRows()}>
          {t('lookUpNow')}
        </button>
      )}
      {canChoose && (
        <button type="button" class="link" onClick={() => void session.readWholeGroup()}>
          {t('readWholeGroup')}
        </button>
      )}
    </span>
  );
}
