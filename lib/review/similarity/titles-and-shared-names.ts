/*
 * First words of a name that do not tell a person: titles, and names that whole countries share.
 */

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Titles and forms of address before a name, as `wordsOfName` gives them. */
const TITLES = listed(
  'dr prof professor doctor mr mrs ms miss mx mister sir dame lady lord rev reverend fr father pastor bishop ' +
    'hon capt captain lt col maj gen sgt cpl eng engr ing ir arch atty adv judge ' +
    'herr frau hr dipl mag univ doz mme mlle madame monsieur maitre sr sra srta senor senora don dona lic ' +
    'dott dottssa avv rag geom signor signora drs mgr inz bc judr mudr phdr rndr mvdr phd hab ' +
    'dato datuk datin tuan puan encik haji hj hajah hjh ustaz ustadz ' +
    'shri smt kumari sheikh shaikh khun bapak ibu pak dra др д-р проф доктор السيد السيدة الدكتور',
);

/** Degrees and the like behind a name: "Jane Doe, PhD". */
const DEGREES = listed(
  'phd md mba cpa esq msc bsc ma ba rn dds dvm jd llm llb edd pmp cfa cissp dphil mph msn bsn pharmd meng beng ' +
    'mphil bed med mpa mfa frcs mrcs facs mim dba emba obe mbe',
);

/**
 * Names that so many people have in front of another one that it does not tell them apart, and of
 * Bali those by the order of birth. Spellings of one stand together.
 */
const SHARED = new Map(
  [
    'muhammad mohammad mohammed mohamed muhamad mohamad muhammed mohd muhd md محمد',
    'abdul abd abdel abdal abdoul عبد',
    'nur noor nurul',
    'abu abou ابو',
    'umm um ام',
    'ahmad ahmed احمد',
    'syed sayyid sayed',
    'maria ma мария',
    'siti sitti',
    'sri',
    ...'wayan made nyoman ketut putu kadek komang gede'.split(' '),
  ].flatMap((spellings) => spellings.split(' ').map((word) => [word, spellings] as const)),
);

/** Tells whether a first word is a title: "dr", "frau". */
export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

/** The very common name that a word is, the same for its spellings; null for any other word. */
export function commonElement(word: string): string | null {
  return SHARED.get(word) ?? null; // most words are none
}

/** Tells whether a word behind a comma is a degree: "phd". */
export function isDegree(word: string): boolean {
  return DEGREES.has(word);
}
