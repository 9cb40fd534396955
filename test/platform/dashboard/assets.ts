import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the dashboard that a browser gets as they are. */
const FILES = {
  'app.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'pages.js': 'text/javascript; charset=utf-8',
  'group-tabs.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
} as const;

/**
 * Nothing but the site's own files, nothing inline: as strict as a page can be that still runs
 * scripts.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * A file of the dashboard by its name, or null. Read each time: they are few and small, and can be
 * edited meanwhile.
 */
export function asset(name: string): { readonly text: string; readonly type: string } | null {
  if (!Object.hasOwn(FILES, name)) return null;
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  return { text, type: FILES[name as keyof typeof FILES] };
}
