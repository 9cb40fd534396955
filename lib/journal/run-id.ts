declare const runIdBrand: unique symbol;

/** The id of a run: random, and never used again. */
export type RunId = string & { readonly [runIdBrand]: true };
