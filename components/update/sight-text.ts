import type { PublicSight } from '../../lib/run/public-check/public-sight';
import { named, t } from '../text';

/** A sentence more for a row whose public page is not as confirmed; else nothing. */
export function sightText(sight: PublicSight): string {
  switch (sight) {
    case 'old':
    case 'other':
    case 'not-public':
    case 'revoked':
      return ` ${t(named('result_public', sight))}`;
    default:
      return '';
  }
}
