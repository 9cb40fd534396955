/**
 * The parts of the platform: the API, the dashboard, a credential's public page, or the stand-in's
 * own controls.
 */
export type Part = 'api' | 'dashboard' | 'public' | 'control';

const DASHBOARD = /^(?:(?:eu|sandbox)\.)?dashboard\.accredible\.com$/;
const API = /^(?:(?:eu|sandbox)\.)?api\.accredible\.com$/;
const PUBLIC = /^(?:(?:www|eu|sandbox)\.)?credential\.net$/;

/**
 * The part of the platform that a URL belongs to (docs/platform.md, Hosts). On a host that is not
 * the platform's, such as 127.0.0.1, the path alone decides, so that everything can be reached
 * without name resolution.
 */
export function partOf(url: Pick<URL, 'hostname' | 'pathname'>): Part {
  if (url.pathname.startsWith('/stand-in/')) return 'control';
  if (DASHBOARD.test(url.hostname)) return 'dashboard';
  if (API.test(url.hostname)) return 'api';
  if (PUBLIC.test(url.hostname)) return 'public';
  return /^\/v[12]\//.test(url.pathname) ? 'api' : 'dashboard';
}

/** The host of public pages that goes with an API host (docs/platform.md, Public pages). */
export function publicHostOf(apiHost: string): string {
  const [, region = 'www'] = /^(eu|sandbox)\./.exec(apiHost) ?? [];
  return `${region}.credential.net`;
}

/**
 * Domain of the session cookie: one that the API hosts are sent too, or none on a host of another
 * name.
 */
export function cookieDomain(hostname: string): string | null {
  return hostname.endsWith('.accredible.com') ? 'accredible.com' : null;
}
