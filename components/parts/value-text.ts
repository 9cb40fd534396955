import type { Value } from '../../lib/credential/value';
import { t } from '../text';

/** A value in the admin's words: text as it is, yes or no, or that there is none. */
export function valueText(value: Value): string {
  if (value === null) return t('none');
  return typeof value === 'boolean' ? t(value ? 'yes' : 'no') : value;
}
