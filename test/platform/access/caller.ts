import { keyRefused, noKeysInPlan, sessionRefused, signedOut, type Refusal } from '../api/errors';
import type { Switches } from '../switches';
import type { Sessions } from './sessions';

/** How a request proved who it is, for the log. */
export type Proof = 'none' | 'key' | 'department-key' | 'session';

/** The caller, with the one department that they see, or null for the whole account. */
export interface Caller {
  readonly kind: 'caller';
  readonly departmentId: number | null;
}

export interface Keys {
  readonly account: string;
  /** Key of a department -> id of the department. */
  readonly departments: Readonly<Record<string, number>>;
}

const WHOLE_ACCOUNT: Caller = { kind: 'caller', departmentId: null };

/** The key in `Authorization: Token token=KEY` (D), with or without quotes, or null. */
function keyOf(headers: Headers): string | null {
  const [, key = null] = /^Token token="?([^"\s]+)"?$/i.exec(headers.get('authorization') ?? '') ?? [];
  return key;
}

/** The credentials that the request carries, valid or not. */
export function proofOf(headers: Headers, keys: Keys, sessions: Sessions): Proof {
  const key = keyOf(headers);
  if (key !== null && Object.hasOwn(keys.departments, key)) return 'department-key';
  if (headers.has('authorization')) return 'key';
  return sessions.cookieOf(headers) === null ? 'none' : 'session';
}

/**
 * Finds the caller of the API. A key decides when there is one, right or wrong. Without one the
 * dashboard's session does, as far as the switch `session` allows.
 */
export function callerOf(
  headers: Headers,
  keys: Keys,
  sessions: Sessions,
  switches: Switches,
): Caller | Refusal {
  if (headers.has('authorization')) {
    const key = keyOf(headers);
    if (switches.keys !== 'taken') return switches.keys === '403' ? noKeysInPlan : keyRefused;
    if (key === keys.account) return WHOLE_ACCOUNT;
    const departmentId = key !== null && Object.hasOwn(keys.departments, key) ? keys.departments[key] : null;
    return typeof departmentId === 'number' ? { kind: 'caller', departmentId } : keyRefused;
  }
  if (sessions.cookieOf(headers) === null) return keyRefused;
  const isUnsigned = switches.session === 'signed' && !headers.has('x-signature');
  if (switches.session === 'refused' || isUnsigned) return sessionRefused;
  return sessions.accountOf(headers) === null ? signedOut : WHOLE_ACCOUNT;
}

/** Whether the caller may see what belongs to this department. */
export const sees = (caller: Caller, departmentId: number): boolean =>
  caller.departmentId === null || caller.departmentId === departmentId;
