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
 * A file of the dashboard by its name, or null. Read each time: they are few and small, and can be
 * edited meanwhile.
 */
export function asset(name: string): { readonly text: string; readonly type: string } | null {
  if (!Object.hasOwn(FILES, name)) return null;
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  return { text, type: FILES[name as keyof typeof FILES] };
}
