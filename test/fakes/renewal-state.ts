import { MAIN_GROUP } from '../platform/generate/catalogue';
import { generateState } from '../platform/generate/generate-state';
import type { Credential, StandInState } from '../platform/state/schema';

/** Fields of a credential that a renewal looks at. */
export type RenewalFields = Partial<Pick<Credential, 'expired_on' | 'grade'>>;

/**
 * A main group of these credentials, all issued on 2020-01-01. The account has `credits` credits.
 */
export function renewalState(fields: readonly RenewalFields[], credits = 50): StandInState {
  const state = generateState({ credentials: fields.length, seed: 3, today: '2026-11-22' });
  let n = -1;
  const credentials = state.credentials.map((credential): Credential => {
    if (credential.group_id !== MAIN_GROUP) return credential;
    n += 1;
    return { ...credential, issued_on: '2020-01-01', expired_on: null, grade: null, ...fields[n] };
  });
  return { ...state, credentials, issuer: { ...state.issuer, certificate_left: credits } };
}
