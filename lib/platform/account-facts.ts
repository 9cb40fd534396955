/**
 * Facts about an account that runs found out by reading back, of which the documentation says
 * nothing (docs/platform.md, Write). They hold no value of a sheet and no name.
 */
export const FACT_VALUES = {
  /** Is a grade that was sent there afterwards? */
  grade: ['taken', 'ignored'],
  private: ['taken', 'ignored'],
  /** The value by which a field was cleared. */
  clear: ['null', 'empty-string'],
  /** Are custom attributes that a write does not name left as they are, or removed? */
  custom: ['merged', 'replaced'],
  /** Credentials have ids that the issuer gave. */
  'own-ids': ['seen'],
  /** Does the search show writes of the last seconds? `far-behind`: not those of 10 s ago. */
  search: ['up-to-date', 'behind', 'far-behind'],
} as const;

export type FactName = keyof typeof FACT_VALUES;
export type FactValue<Name extends FactName> = (typeof FACT_VALUES)[Name][number];

/** The facts known of an account, each with the moment at which it was seen last. */
export type AccountFacts = {
  readonly [Name in FactName]?: { readonly is: FactValue<Name>; readonly at: number };
};

/** Notes what was seen now. */
export type Learn = <Name extends FactName>(name: Name, is: FactValue<Name>) => void;

/** The facts of one account, kept on this computer. */
export interface AccountMemory {
  known(): Promise<AccountFacts>;
  readonly learn: Learn;
}
