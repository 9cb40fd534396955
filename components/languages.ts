/** A language that all messages are in. */
interface Language {
  /** Its BCP 47 tag, which is the name of its folder in `public/_locales`. */
  readonly code: string;
  /** Its own name for itself: who cannot read the present language finds it by that. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The languages that can be chosen: those of `public/_locales` (a test compares the two). */
export const LANGUAGES: readonly Language[] = [
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'de', name: 'Deutsch', direction: 'ltr' },
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
];

/** Where lines begin in a language; from left to right in one that is not listed. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return LANGUAGES.find(({ code }) => code === language)?.direction ?? 'ltr';
}
