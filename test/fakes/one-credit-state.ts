import { generateState } from '../platform/generate/generate-state';
import { MAIN_GROUP } from '../platform/generate/catalogue';
import { addDays } from '../platform/rules/days';
import type { Credential, StandInState } from '../platform/state/schema';

/**
 * A group of which all expired the day before today but the third, which does so today; the account
 * has one credit.
 */
export function oneCreditState(today: string): StandInState {
  const state = generateState({ credentials: 8, seed: 3, today });
  let n = -1;
  const credentials = state.credentials.map((credential): Credential => {
    if (credential.group_id !== MAIN_GROUP) return credential;
    n += 1;
    const expired_on = n === 2 ? today : addDays(today, -1);
    return { ...credential, issued_on: '2020-01-01', expired_on, grade: null };
  });
  return { ...state, credentials, issuer: { ...state.issuer, certificate_left: 1 } };
}
