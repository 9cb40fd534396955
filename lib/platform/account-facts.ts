import type { AttributeId } from '../credential/attribute';

const IS_TAKEN = ['taken', 'ignored'] as const;

/**
 * Facts about an account that runs found out by reading back, of which the documentation says
 * nothing (docs/platform.md, Write). They hold no value of a sheet and no name.
 */
export const FACT_VALUES = {
  /** Is a grade that was sent there afterwards? */
  grade: IS_TAKEN,
  private: IS_TAKEN,
  /** The value by which a field was cleared. */
  clear: ['null', 'empty-string'],
  /** Is a value gone after both ways of clearing it? `clear-custom`: of any custom attribute. */
  'clear-recipient-phone': IS_TAKEN,
  'clear-expiry-date': IS_TAKEN,
  'clear-grade': IS_TAKEN,
  'clear-description': IS_TAKEN,
  'clear-custom': IS_TAKEN,
  /** Are custom attributes that a write does not name left as they are, or removed? */
  custom: ['merged', 'replaced'],
  /** Credentials have ids that the issuer gave. */
  'own-ids': ['seen'],
  /** Does the search show writes of the last seconds? `far-behind`: not those of 10 s ago. */
  search: ['up-to-date', 'behind', 'far-behind'],
  /** Evidence that came more than once by itself: did deleting the surplus remove it? */
  surplus: ['removed', 'stays'],
  /** When did everybody see what was written? `at-once`: half a minute after the run. */
  public: ['at-once', 'later', 'stays-old'],
} as const;

export type FactName = keyof typeof FACT_VALUES;
/** The facts that say whether a value can be cleared. */
export type ClearFact = Extract<FactName, `clear-${string}`>;
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

/**
 * The fact that says whether values of an attribute can be cleared; null: none does.
 *
 * Examples: grade -> clear-grade. custom:Ward -> clear-custom. recipient-name -> null.
 */
export function clearFactOf(attribute: AttributeId): ClearFact | null {
  const name = `clear-${attribute.startsWith('custom:') ? 'custom' : attribute}`;
  return isClearFact(name) ? name : null;
}

function isClearFact(name: string): name is ClearFact {
  return name.startsWith('clear-') && name in FACT_VALUES;
}
