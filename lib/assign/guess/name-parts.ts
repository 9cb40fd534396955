import type { ColumnFacts } from '../facts/describe-columns';
import { headerText, withoutRepeatNumber } from './header-text';

/** Headers of first and last names in four languages, and as CRM exports write them. */
const GIVEN =
  /^(?:.* )?(?:first ?name|given ?names?|fore ?name|vornamen?|rufname|prenoms?|nombres?|primer nombre)(?: .*)?$/;
const FAMILY =
  /^(?:.* )?(?:last ?name|family ?name|sur ?name|nachnamen?|familienname|zuname|apellidos?|nom de famille)(?: .*)?$/;
/** Header of the surname beside a first name: "Name, Vorname", "Nom, Prénom". */
const BARE_NAME = /^(?:name|nom)$/;

/** Finds the columns of first and last name. Null unless the sheet has one of each. */
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
