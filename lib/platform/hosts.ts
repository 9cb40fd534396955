import type { Environment } from './environment';

interface Hosts {
  readonly dashboard: string;
  readonly api: string;
  /** Host of public pages, where the organisation has no domain of its own (docs/platform.md). */
  readonly publicPages: string;
}

/**
 * The hosts (docs/platform.md, Hosts (D)). The API host is inferred from that of the dashboard (I).
 */
const HOSTS: Readonly<Record<Environment, Hosts>> = {
  production: {
    dashboard: 'dashboard.accredible.com',
    api: 'api.accredible.com',
    publicPages: 'www.credential.net',
  },
  eu: {
    dashboard: 'eu.dashboard.accredible.com',
    api: 'eu.api.accredible.com',
    publicPages: 'eu.credential.net',
  },
  sandbox: {
    dashboard: 'sandbox.dashboard.accredible.com',
    api: 'sandbox.api.accredible.com',
    publicPages: 'sandbox.credential.net',
  },
};

export const ENVIRONMENTS: readonly Environment[] = ['production', 'eu', 'sandbox'];

/** The dashboard of an environment, without a slash at its end. */
export function dashboardOrigin(environment: Environment): string {
  return `https://${HOSTS[environment].dashboard}`;
}

/** The API of an environment, without a slash at its end. */
export function apiOrigin(environment: Environment): string {
  return `https://${HOSTS[environment].api}`;
}

/**
 * What the browser has to permit for an environment: its dashboard and its API, as match patterns.
 */
export function hostsToPermit(environment: Environment): readonly string[] {
  return [dashboardOrigin(environment), apiOrigin(environment)].map((origin) => `${origin}/*`);
}

/** The public pages of an environment, without a slash at its end. */
export function publicPagesOrigin(environment: Environment): string {
  return `https://${HOSTS[environment].publicPages}`;
}

/** The environment that a dashboard host belongs to, null for every other host. */
export function environmentOfDashboard(hostname: string): Environment | null {
  return ENVIRONMENTS.find((environment) => HOSTS[environment].dashboard === hostname.toLowerCase()) ?? null;
}
