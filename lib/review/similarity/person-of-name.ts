import { wordsOfName } from '../../credential/folded-name';
import { commonElement, isDegree, isTitle } from './titles-and-shared-names';
import { isSlavicSurname } from './declined-surname';
import { givenNameFirst, isFamilyName, isOfFamilyFirstScript } from './family-first';
import { generationOf } from './generation';

/** A name taken apart, as far as it says what its words are. */
export interface PersonOfName {
  /**
   * Its words, the given name first where the name says which it is, without title and generation.
   */
  readonly words: readonly string[];
  /** How many words in front are one given name: two in "Jean-Pierre". */
  readonly given: number;
  /** Whether the first word is the family name: "Wang Wei", "Ivanova Anna". */
  readonly isFamilyFirst: boolean;
  /** Whether that is so because of its script, or a Slavic ending: the family name may change. */
  readonly isFamilySure: boolean;
  /** A very common name in front that was taken away, as all its spellings: "Muhammad". */
  readonly common: string | null;
  readonly generation: string | null;
}

const COMMA = /[,،、]/u;
const SPACE = /\s+/u;
/** "V." is no fifth. */
const INITIAL = /^\p{L}\.$/u;
/** An abbreviation that is no initial: "Prof.", "Md.", "Dipl.-Ing." */
const ABBREVIATED = /^(?:-?\p{L}{2,}\.)+$/u;

/** Takes a name apart. `isShared`: whether many of the group have a first word. */
export function personOfName(name: string, isShared: (first: string) => boolean): PersonOfName {
  const { rest, generation } = withoutSuffixes(name);
  const { name: ordered, isKnown } = givenNameFirst(rest);
  const tokens = ordered.split(SPACE).filter((token) => wordsOfName(token).length > 0);
  while (tokens.length > 1 && isTitleToken(tokens[0] ?? '')) tokens.shift();
  const [first = ''] = wordsOfName(tokens[0] ?? '');
  const common = tokens.length > 1 ? commonElement(first) : null;
  const isFamilySure = !isKnown && (isOfFamilyFirstScript(first) || isSlavicSurname(first));
  return {
    words: tokens.flatMap(wordsOfName),
    given: wordsOfName(tokens[0] ?? '').length,
    isFamilyFirst: !isKnown && (isFamilySure || isFamilyName(first) || isShared(first)),
    isFamilySure,
    common,
    generation,
  };
}

function isTitleToken(token: string): boolean {
  const words = wordsOfName(token);
  if (words.every(isTitle)) return true;
  return ABBREVIATED.test(token) && commonElement(words[0] ?? '') === null;
}

/**
 * A name without degrees and generations behind it: "Smith Jr., John" -> "Smith, John".
 * "Jane Doe, PhD" -> "Jane Doe".
 */
function withoutSuffixes(name: string): { readonly rest: string; readonly generation: string | null } {
  let generation: string | null = null;
  const isLong = wordsOfName(name).length > 2;
  const parts = name.split(COMMA).flatMap((part, at) => {
    const tokens = part.split(SPACE).filter((token) => token !== '');
    const isSuffix = (token: string | undefined) => {
      const words = wordsOfName(token ?? '');
      const isInitial = INITIAL.test(token ?? '');
      const its = words.length === 1 && isLong && !isInitial ? generationOf(words[0]) : null;
      generation ??= its;
      return its !== null || (at > 0 && isDegree(words.join('')));
    };
    while (tokens.length > (at > 0 ? 0 : 1) && isSuffix(tokens.at(-1))) tokens.pop();
    return tokens.length === 0 ? [] : [tokens.join(' ')];
  });
  return { rest: parts.join(', '), generation };
}
