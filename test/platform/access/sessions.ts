import { hexadecimal, seededRandom } from '../seeded-random';

/** Someone who can sign in at the dashboard. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const SESSION_COOKIE = '_dashboard_session';

/**
 * Headers with the session's value alone, both ways. A browser gives scripts no cookies, so a
 * stand-in in a worker is reached by these (test/demo/static-page).
 */
export const SESSION_HEADER = 'x-stand-in-session';
export const SET_SESSION_HEADER = 'x-stand-in-set-session';

/** The sessions of the dashboard. They are in memory and end with the stand-in. */
export interface Sessions {
  /** The value of a new session's cookie, or null when e-mail and password do not fit. */
  signIn(email: string, password: string): string | null;
  signOut(headers: Headers): void;
  signOutAll(): void;
  /** The session's value that the request carries, valid or not. */
  cookieOf(headers: Headers): string | null;
  /** The person of the request; null when it has no session, or one that has ended. */
  accountOf(headers: Headers): Account | null;
  /** How often anybody has signed in so far. */
  signIns(): number;
}

export function createSessions(accounts: readonly Account[], seed: number): Sessions {
  const random = seededRandom(seed, 'sessions');
  const sessions = new Map<string, Account>();
  let signIns = 0;

  const cookieOf = (headers: Headers): string | null => {
    for (const pair of (headers.get('cookie') ?? '').split(/;\s*/)) {
      if (pair.startsWith(`${SESSION_COOKIE}=`)) return pair.slice(SESSION_COOKIE.length + 1);
    }
    return headers.get(SESSION_HEADER);
  };

  return {
    cookieOf,
    signIn(email, password) {
      const account = accounts.find(
        (known) => known.email === email.trim().toLowerCase() && known.password === password,
      );
      if (account === undefined) return null;
      const session = hexadecimal(random, 32);
      sessions.set(session, account);
      signIns += 1;
      return session;
    },
    signOut(headers) {
      sessions.delete(cookieOf(headers) ?? '');
    },
    signOutAll: () => sessions.clear(),
    accountOf: (headers) => sessions.get(cookieOf(headers) ?? '') ?? null,
    signIns: () => signIns,
  };
}

/**
 * The Set-Cookie header of a session: out of reach of scripts, sent to the API hosts by way of its
 * domain.
 */
export function sessionCookie(session: string, domain: string | null): string {
  const end = session === '' ? '; Max-Age=0' : '';
  const reach = domain === null ? '' : `; Domain=${domain}`;
  return `${SESSION_COOKIE}=${session}; Path=/; HttpOnly; Secure; SameSite=Lax${reach}${end}`;
}
