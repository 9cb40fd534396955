import type { AttributeId } from '../../lib/credential/attribute';
import type { AccountFacts, FactName } from '../../lib/platform/account-facts';
import type { Session } from '../../lib/session/session';
import { formatDate, named, t } from '../text';

/** The facts that runs found out about the account that is connected. */
export function factsOf(session: Session): AccountFacts {
  const phase = session.connection.phase.value;
  return (phase.kind === 'connected' ? phase.connection.learned : undefined) ?? {}; // nothing is kept
}

/** The day on which this account ignored an attribute that was sent; null: it was not seen to. */
export function ignoredOn(session: Session, attribute: AttributeId): string | null {
  const facts = factsOf(session);
  const seen = attribute === 'grade' || attribute === 'private' ? facts[attribute] : undefined;
  return seen?.is === 'ignored' ? formatDate(seen.at) : null;
}

/**
 * A report on the account, line by line, for an organisation that wants to say what its platform
 * does. It holds no value, no name and no id.
 */
export function accountReport(session: Session): string {
  const phase = session.connection.phase.value;
  const pageSize = phase.kind === 'connected' ? phase.connection.pageSize : undefined;
  const lines = sentences(factsOf(session));
  const pages = pageSize === undefined ? [] : [t('factPages', pageSize)];
  return [
    t('factsTitle', t(named('environment', session.page.value.environment))),
    ...lines,
    ...pages,
    '',
  ].join('\n');
}

function sentences({
  grade,
  private: hidden,
  clear,
  custom,
  'own-ids': ownIds,
  search,
}: AccountFacts): string[] {
  const line = (text: string, at: number) => t('factSeen', text, formatDate(at));
  return [
    ...(grade === undefined ? [] : [line(t(named('fact_grade', grade.is)), grade.at)]),
    ...(hidden === undefined ? [] : [line(t(named('fact_private', hidden.is)), hidden.at)]),
    ...(clear === undefined ? [] : [line(t(named('fact_clear', clear.is)), clear.at)]),
    ...(custom === undefined ? [] : [line(t(named('fact_custom', custom.is)), custom.at)]),
    ...(ownIds === undefined ? [] : [line(t('fact_own_ids_seen'), ownIds.at)]),
    ...(search === undefined ? [] : [line(t(named('fact_search', search.is)), search.at)]),
  ];
}

/** Whether anything was found out. */
export function isAnythingKnown(session: Session): boolean {
  return (Object.keys(factsOf(session)) as FactName[]).length > 0;
}
