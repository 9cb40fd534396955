import type { Attribute } from '../../../lib/credential/attribute';
import type { Promised } from '../../../lib/review/plan/plan-promise';
import { attributeLabel } from '../../parts/attribute-label';
import { t } from '../../text';

/** Names what a number of a promise is about. */
export function promisedLabel(of: Promised, attributes: readonly Attribute[]): string {
  if (of === 'credentials') return t('promiseCredentials');
  return of === 'credits' ? t('promiseCredits') : attributeLabel(of, attributes);
}
