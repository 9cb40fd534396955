import { warningAt, type RowRule } from '../row-in-hand';

/** What programs and people write where there is no value, in English, German, Spanish and French; in small letters, without spaces. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  (
    'n/a na n.a. n.a #n/a null (null) nil none undefined nan unknown tbd tba tbc todo ' +
    '- -- --- – — . .. ... … ? ?? ??? _ / // * (leer) k.a. k.a k/a keine keines unbekannt ' +
    's/d s.d. n/d n.d. n.d nd ninguno ninguna desconocido (vacío) s.o. s.o néant aucun aucune inconnu (vide) (blank) (empty)'
  ).split(' '),
);
const LONGEST = Math.max(...Array.from(PLACEHOLDERS, (text) => text.length));

/** A text is to become one that stands for no value: it would be printed on the credential as it is. */
export const placeholder: RowRule = ({ row, diff }) =>
  diff.fields.flatMap(({ attribute, after }) =>
    typeof after === 'string' && isPlaceholder(after)
      ? [warningAt(row, 'placeholder', attribute, { text: after })]
      : [],
  );

function isPlaceholder(text: string): boolean {
  return text.length <= LONGEST && PLACEHOLDERS.has(text.toLowerCase().replace(/\s/gu, ''));
}
