import type { StoredItem } from '../../lib/rpc/contract/stored-item';

/** Names of what is stored, as docs/privacy.md lists them, by what the admin reads about each. */
const KINDS = [
  ['key', /^session key:[a-z]+$/],
  ['closed-key', /^local closed:key:[a-z]+$/],
  ['assignment', /^local closed:assignment:[0-9a-f]+$/],
  ['settings', /^local settings$/],
  ['pace', /^local pace$/],
  ['account', /^local account:/],
  ['pages', /^local pages:/],
  ['installation', /^local installation$/],
  ['first-page', /^local first-page$/],
  ['public-checks', /^local public-checks$/],
  ['environment', /^local environment$/],
  ['language', /^local language$/],
  ['sent', /^session sent$/],
  ['journal', /^database (?:runs|entries)$/],
  ['backup', /^file runs\//],
  ['history', /^file history\//],
  ['secret', /^file secrets\//],
] as const;

export type StoredKind = (typeof KINDS)[number][0] | 'other';

/** Says what a stored thing is; "other" where this version does not know it. */
export function storedKind({ area, name }: StoredItem): StoredKind {
  return KINDS.find(([, pattern]) => pattern.test(`${area} ${name}`))?.[0] ?? 'other'; // none fits
}
