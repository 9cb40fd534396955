import type { AttributeId } from '../../credential/attribute';

/**
 * Yes and no in English, German, Spanish, French, Italian, Portuguese, Dutch, Polish and Arabic;
 * "checked" is Airtable's.
 */
const YES = new Set(
  'true yes y t 1 on x checked ✓ ✔ ☑ ja j wahr sí sì si s verdadero oui o vrai vero sim verdadeiro waar tak prawda نعم'.split(
    ' ',
  ),
);
const NO = new Set(
  'false no n f 0 off unchecked ✗ ✘ ☐ nein falsch falso non faux não nao nee onwaar nie fałsz لا'.split(' '),
);

/** Words with a meaning only in a column of that attribute. */
const OWN_WORDS: Readonly<Record<string, ReadonlyMap<string, boolean>>> = {
  published: new Map([
    ['published', true],
    ['approved', true],
    ['unpublished', false],
    ['unapproved', false],
    ['draft', false],
    ['publié', true],
    ['publie', true],
    ['approuvé', true],
    ['non publié', false],
    ['non publie', false],
    ['brouillon', false],
    ['publicado', true],
    ['publicada', true],
    ['no publicado', false],
    ['no publicada', false],
    ['borrador', false],
    ['منشور', true],
    ['منشورة', true],
    ['غير منشور', false],
    ['غير منشورة', false],
    ['مسودة', false],
  ]),
  private: new Map([
    ['private', true],
    ['public', false],
    ['privé', true],
    ['prive', true],
    ['privado', true],
    ['privada', true],
    ['público', false],
    ['pública', false],
    ['خاص', true],
    ['خاصة', true],
    ['عام', false],
    ['عامة', false],
  ]),
};

/**
 * Reads yes or no, else null. An unknown word is never "no": unpublishing a credential by mistake
 * is the worse error.
 */
export function readFlag(text: string, attribute: AttributeId): boolean | null {
  const word = text.normalize('NFC').toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  const own = Object.hasOwn(OWN_WORDS, attribute) ? OWN_WORDS[attribute] : undefined;
  return own?.get(word) ?? null; // most attributes have no own words
}
