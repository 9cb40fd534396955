import type { ColumnFacts } from '../facts/describe-columns';
import { headerText, withoutRepeatNumber } from './header-text';

/** Headers of given names and of surnames, in the four languages and as CRM exports write them. */
const GIVEN =
  /^(?:.* )?(?:first ?name|given ?names?|fore ?name|vornamen?|rufname|prenoms?|nombres?|primer nombre)(?: .*)?$/;
const FAMILY =
  /^(?:.* )?(?:last ?name|family ?name|sur ?name|nachnamen?|familienname|zuname|apellidos?|nom de famille)(?: .*)?$/;
/** What stands for the surname where there is a column for given names: "Name, Vorname", "Nom, Prénom". */
const BARE_NAME = /^(?:name|nom)$/;

/** The columns of a given name and of a surname, where a sheet has one of each; null when it does not. */
export function nameParts(
  facts: readonly Pick<ColumnFacts, 'column' | 'header'>[],
): { readonly given: number; readonly family: number } | null {
  const which = (pattern: RegExp) =>
    facts.filter(({ header }) => pattern.test(headerText(withoutRepeatNumber(header))));
  const [given, another] = which(GIVEN);
  if (given === undefined || another !== undefined) return null;
  const families = which(FAMILY);
  const [family, other] = families.length > 0 ? families : which(BARE_NAME);
  if (family === undefined || other !== undefined || family.column === given.column) return null;
  return { given: given.column, family: family.column };
}
