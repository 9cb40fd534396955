// @ts-check

/** Where zod makes functions from text: the first only to see whether that is allowed. */
const FILES = /\/zod\/v4\/core\/(?:util|doc)\.js$/;
const CONSTRUCTOR = 'const F = Function;';
const REFUSAL = "const F = class { constructor() { throw new Error('no code from text'); } };";

/**
 * Plugin of Vite that takes the constructor of functions out of zod. The extension's policy forbids
 * it and `lib/zod.ts` switches its use off, but reviewers and scanners of the stores find it in the
 * bundle (addons-linter: DANGEROUS_EVAL). zod takes the refusal for a page that forbids it.
 */
export function noCodeFromText() {
  return {
    name: 'no-code-from-text',
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      return FILES.test(id) ? { code: withoutConstructor(code, id), map: null } : undefined;
    },
  };
}

/**
 * The source of one of these files without the constructor. Throws where it is not there: a newer
 * zod has it elsewhere, and it would come into the bundle unseen.
 *
 * @param {string} code
 * @param {string} id
 */
export function withoutConstructor(code, id) {
  if (!code.includes(CONSTRUCTOR))
    throw new Error(`${id} no longer has "${CONSTRUCTOR}": look where zod has it now.`);
  return code.replaceAll(CONSTRUCTOR, REFUSAL);
}
