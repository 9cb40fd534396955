import type { AttributeId } from '../../lib/credential/attribute';
import type { AccountFacts, FactName } from '../../lib/platform/account-facts';
import type { Session } from '../../lib/session/session';
import { formatDate, named, t } from '../text';

/** The built-in attributes of which it is known by itself whether they can be cleared. */
const CLEARED = ['recipient-phone', 'expiry-date', 'grade', 'description'] as const;

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

function sentences(facts: AccountFacts): string[] {
  const { grade, private: hidden, clear, custom, search, surplus, public: seen } = facts;
  const line = (text: string, at: number) => t('factSeen', text, formatDate(at));
  const cleared = CLEARED.flatMap((attribute) => {
    const fact = facts[`clear-${attribute}`];
    if (fact === undefined) return [];
    return [line(t(named('fact_cleared', fact.is), t(named('attribute', attribute))), fact.at)];
  });
  const { 'own-ids': ownIds, 'clear-custom': customCleared } = facts;
  return [
    ...(grade === undefined ? [] : [line(t(named('fact_grade', grade.is)), grade.at)]),
    ...(hidden === undefined ? [] : [line(t(named('fact_private', hidden.is)), hidden.at)]),
    ...(clear === undefined ? [] : [line(t(named('fact_clear', clear.is)), clear.at)]),
    ...cleared,
    ...(customCleared === undefined
      ? []
      : [line(t(named('fact_custom_cleared', customCleared.is)), customCleared.at)]),
    ...(custom === undefined ? [] : [line(t(named('fact_custom', custom.is)), custom.at)]),
    ...(ownIds === undefined ? [] : [line(t('fact_own_ids_seen'), ownIds.at)]),
    ...(search === undefined ? [] : [line(t(named('fact_search', search.is)), search.at)]),
    ...(surplus === undefined ? [] : [line(t(named('fact_surplus', surplus.is)), surplus.at)]),
    ...(seen === undefined ? [] : [line(t(named('fact_public', seen.is)), seen.at)]),
  ];
}

/** Whether anything was found out. */
export function isAnythingKnown(session: Session): boolean {
  return (Object.keys(factsOf(session)) as FactName[]).length > 0;
}
