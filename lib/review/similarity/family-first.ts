/*
 * The order of the words of a name. Most names begin with the given name, some with the family
 * name, and nothing in the word itself tells which. So this knows the signs that there are.
 */

/** Scripts in which a name begins with the family name. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]+$/u;

/**
 * The family names that most people have where they stand first, as `wordsOfName` gives them: of
 * Chinese, Korean, Vietnamese and Hungarian people in Latin letters. Nine in ten Vietnamese have
 * one of fourteen, and half of the Koreans one of three.
 */
const FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie ' +
    'song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ' +
    'ren shen yao lai cheung chan wong leung lam ng chow tsang kwok ' +
    'tan goh ong teo koh chua chia toh seah quek yeo low loh chong tay ang foo heng khoo lau leong liew mok ' +
    'ooi pang phua soh tham teh yap yip yong chin chew chiang lui kwan kwong mak ngai siu tse tsui yuen yeung ' +
    'kim lee park choi jung jeong kang cho yoon yun jang lim shin seo kwon hwang ahn oh ' +
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh ' +
    'sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki ' +
    'yamaguchi matsumoto inoue kimura hayashi shimizu saito yamazaki mori ikeda hashimoto ishikawa ' +
    'nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos'
  ).split(' '),
);

/**
 * Tells whether a first word (as `wordsOfName` gives it) is mostly the family name where it stands
 * first.
 */
export function isFamilyName(word: string): boolean {
  return FAMILY_NAMES.has(word);
}

/** Tells whether a word is written in a script in which the family name stands first. */
export function isOfFamilyFirstScript(word: string): boolean {
  return FAMILY_FIRST.test(word);
}

const COMMA = /[,،、]/u;
/** Two letters at least, all of them capitals: "SMITH" of "SMITH John". */
const CAPITALS = /^\p{Lu}[\p{Lu}\p{M}'’-]*\p{Lu}\p{M}*$/u;

/**
 * Puts the given name first where the name says which it is (`isKnown`): behind a comma, or beside
 * a family name in capitals. Examples: "Doe, Jane" -> "Jane Doe". "DOE Jane" -> "Jane DOE".
 */
export function givenNameFirst(name: string): { readonly name: string; readonly isKnown: boolean } {
  const [surname = '', given, more] = name.split(COMMA);
  if (given !== undefined)
    return more === undefined ? { name: `${given} ${surname}`, isKnown: true } : { name, isKnown: false };
  const words = name.split(/\s+/u).filter((word) => word !== '');
  const family = words.filter((word) => CAPITALS.test(word));
  if (family.length === 0 || family.length === words.length) return { name, isKnown: false };
  const rest = words.filter((word) => !CAPITALS.test(word));
  return { name: [...rest, ...family].join(' '), isKnown: true };
}
