import { z } from '../../zod';

const NAMES = ['Chrome', 'Edge', 'Firefox', 'Opera', 'other'] as const;
const SYSTEMS = ['Windows', 'macOS', 'Linux', 'ChromeOS', 'other'] as const;

export const browserFactsSchema = z.strictObject({
  name: z.enum(NAMES),
  /** The first part of its version; null where it says none. */
  version: z.int().positive().max(9_999).nullable(),
  system: z.enum(SYSTEMS),
});

/** Each browser by what only it says of itself; Chrome last, because the others say that too. */
const BROWSERS: readonly (readonly [(typeof NAMES)[number], RegExp])[] = [
  ['Edge', /\bEdg\/(\d{1,4})\b/],
  ['Opera', /\bOPR\/(\d{1,4})\b/],
  ['Firefox', /\bFirefox\/(\d{1,4})\b/],
  ['Chrome', /\bChrome\/(\d{1,4})\b/],
];
const SYSTEM_SIGNS: readonly (readonly [(typeof SYSTEMS)[number], RegExp])[] = [
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/**
 * Reads the browser out of `navigator.userAgent`. Only words of the lists and a number are passed
 * on: an organisation can make the rest of it say anything.
 */
export function browserFacts(userAgent: string): z.output<typeof browserFactsSchema> {
  const system = SYSTEM_SIGNS.find(([, sign]) => sign.test(userAgent))?.[0] ?? 'other';
  for (const [name, sign] of BROWSERS) {
    const version = Number(sign.exec(userAgent)?.[1]); // NaN: it is not this one
    if (version > 0) return { name, version, system };
  }
  return { name: 'other', version: null, system };
}
