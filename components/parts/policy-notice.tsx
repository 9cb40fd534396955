import type { AttributeId } from '../../lib/credential/attribute';
import { attributesOf } from '../../lib/credential/attributes';
import { ENVIRONMENTS } from '../../lib/platform/hosts';
import { MOST_KEPT_DAYS } from '../../lib/run/afterwards/kept-values';
import type { Policy } from '../../lib/rpc/contract/policy';
import type { Session } from '../../lib/session/session';
import { formatList, named, t, tn } from '../text';
import { attributeLabel } from './attribute-label';

/** The limits of the organisation (docs/policies.md); nothing where it has set none. */
export function PolicyNotice({ session }: { session: Session }) {
  const policy = session.policy.value;
  const limits = policy === null ? [] : limitsOf(policy);
  if (limits.length === 0) return null;
  return (
    <section class="notice calm" aria-labelledby="policy-title">
      <h2 id="policy-title" class="small">
        {t('policyTitle')}
      </h2>
      <ul class="small listed">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  );
}

/** Each limit in a sentence. */
export function limitsOf(policy: Policy): readonly string[] {
  const { environments, neverChange, mostRows, mostCredits, mostKeptDays } = policy;
  const limits: string[] = [];
  if (environments.length === 0) limits.push(t('limit_noEnvironment'));
  else if (environments.length < ENVIRONMENTS.length)
    limits.push(t('limit_environments', formatList(environments.map((one) => t(named('environment', one))))));
  if (neverChange === 'all') limits.push(t('limit_nothingChanges'));
  else if (neverChange.length > 0) limits.push(t('limit_neverChange', formatList(neverChange.map(labelOf))));
  if (mostRows !== null) limits.push(tn('limit_mostRows', mostRows));
  if (mostCredits !== null) limits.push(tn('limit_mostCredits', mostCredits));
  if (mostKeptDays < MOST_KEPT_DAYS) limits.push(tn('limit_daysOfHistory', mostKeptDays));
  if (!policy.mayRememberKey) limits.push(t('limit_rememberKey'));
  if (policy.lookUpByIdOnly) limits.push(t('limit_lookUpByIdOnly'));
  if (!policy.mayReadPublicRecord) limits.push(t('limit_publicRecord'));
  if (policy.fourEyesRequired) limits.push(t('limit_fourEyesRequired'));
  if (policy.promiseRequired) limits.push(t('limit_promiseRequired'));
  limits.push(...policy.unreadable.map((name) => t('limit_unreadable', name)));
  return [...limits, ...policy.unknown.map((name) => t('limit_unknown', name))];
}

function labelOf(id: AttributeId): string {
  return attributeLabel(id, attributesOf([])).replace(/^custom:/, '');
}
