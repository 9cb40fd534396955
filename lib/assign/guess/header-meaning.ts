import type { BuiltinAttributeId } from '../../credential/attribute';
import { aboutAnother } from './about-another';
import { headerText, withoutHint, withoutRepeatNumber } from './header-text';
import { ideasOf, type HeaderIdea } from './header-vocabulary';

/**
 * What the words of a header say of its column.
 * - `certain`: all words are known and together mean the attribute. The values must agree.
 * - `perhaps`: they mean it, with a word that is not known, or not by themselves: "Passport
 *   expiry".
 * - `other`: they speak of somebody or something else: "Created by", "Last login".
 * - `unknown`: they say nothing.
 */
export type HeaderMeaning =
  | { readonly kind: 'certain' | 'perhaps'; readonly attribute: BuiltinAttributeId }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown' };

/** Short forms before an apostrophe, which headerText would join with their word: "d'émission". */
const ELIDED = /(?<![\p{L}\p{N}])(d|l|qu|jusqu|dell|all|nell|sull|dall)['’ʼ`](?=\p{L})/giu;
/** A letter that Unicode does not take apart. */
const STROKED = /ł/gu;

/**
 * Reads a header by its words and their order. Examples: "Certification Grade" -> certain grade.
 * "Date de fin de validité" -> certain expiry-date. "Name auf dem Zertifikat" -> certain
 * recipient-name. "Zertifikatsname" -> certain credential-name. "Passport expiry" -> perhaps
 * expiry-date. "Previous expiry date" -> other. "Region" -> unknown.
 */
export function meaningOf(header: string): HeaderMeaning {
  const bare = withoutHint(withoutRepeatNumber(header)).replace(ELIDED, '$1 ');
  const words = headerText(bare).replace(STROKED, 'l').split(' ');
  if (aboutAnother(header) !== null) return { kind: 'other' };
  // "Cert No" ends with a number. In "Nome no certificado" the same word is "on the".
  const ideas: Ideas = words.map((word, at) =>
    ideasOf(word === 'no' && at === words.length - 1 ? 'nr' : word),
  );
  const speaksOfOther = ideas.some((of) => isOther(of, ideas));
  const found = dateMeaning(ideas) ?? textMeaning(ideas) ?? nameMeaning(ideas) ?? contactMeaning(ideas);
  if (found === null) return { kind: speaksOfOther ? 'other' : 'unknown' };
  const { attribute, isCertain, needsAll = false } = found;
  if (speaksOfOther && (!isCertain || attribute === 'grade')) return { kind: 'other' };
  const isWhole = !speaksOfOther && ideas.every((of) => of.size > 0);
  if (!isWhole && needsAll) return { kind: 'unknown' };
  return { kind: isWhole && isCertain ? 'certain' : 'perhaps', attribute };
}

type Ideas = readonly ReadonlySet<HeaderIdea>[];

interface Found {
  readonly attribute: BuiltinAttributeId;
  /** Certain, if all words are known. */
  readonly isCertain: boolean;
  /** Says nothing beside a word that is not known: "Account Name". */
  readonly needsAll?: boolean;
}

function has(ideas: Ideas, ...wanted: readonly HeaderIdea[]): boolean {
  return wanted.every((idea) => ideas.some((of) => of.has(idea)));
}

function hasOnly(ideas: Ideas, ...allowed: readonly HeaderIdea[]): boolean {
  return ideas.every((of) => of.size === 0 || allowed.some((idea) => of.has(idea)));
}

/** "Start" speaks of another matter, except in "Start of validity". */
function isOther(of: ReadonlySet<HeaderIdea>, ideas: Ideas): boolean {
  return of.has('other-matter') && !(of.has('from') && has(ideas, 'valid'));
}

/** "ISSUE DT", "Gültig bis", "Data de validade"; and "Issued to", which is no date. */
function dateMeaning(ideas: Ideas): Found | null {
  const isExpiry = has(ideas, 'expire') || has(ideas, 'valid', 'until');
  const isIssue = has(ideas, 'issue');
  if (isIssue && !isExpiry && has(ideas, 'to') && !has(ideas, 'date'))
    return { attribute: 'recipient-name', isCertain: true };
  const others: readonly HeaderIdea[] = ['name', 'grade', 'email', 'number', 'description'];
  if (others.some((idea) => has(ideas, idea)) || (isIssue && isExpiry)) return null;
  if (isExpiry) return { attribute: 'expiry-date', isCertain: true };
  if (isIssue) return { attribute: 'issue-date', isCertain: true };
  if (has(ideas, 'valid', 'from')) return { attribute: 'issue-date', isCertain: false };
  if (has(ideas, 'valid')) return { attribute: 'expiry-date', isCertain: false, needsAll: true };
  const isOfPaper = has(ideas, 'done') || has(ideas, 'credential');
  return has(ideas, 'date') &&
    isOfPaper &&
    hasOnly(ideas, 'date', 'done', 'credential', 'course', 'person', 'filler')
    ? { attribute: 'issue-date', isCertain: false }
    : null;
}

/** Names of people, and of courses: "Full name", "Vor- und Nachname", "Nome do curso". */
function nameMeaning(ideas: Ideas): Found | null {
  if (has(ideas, 'number') || has(ideas, 'email') || has(ideas, 'phone')) return null;
  const isPart = has(ideas, 'given') || has(ideas, 'family');
  if (has(ideas, 'given', 'family') || (isPart && has(ideas, 'name', 'and')))
    return { attribute: 'recipient-name', isCertain: true };
  if (isPart) return null;
  const isOfCourse = has(ideas, 'credential') || has(ideas, 'course');
  const isOfPerson = has(ideas, 'person');
  if (has(ideas, 'name')) {
    if (has(ideas, 'full') || isOnPaper(ideas)) return { attribute: 'recipient-name', isCertain: true };
    if (isOfCourse && !isOfPerson) return { attribute: 'credential-name', isCertain: true };
    return { attribute: 'recipient-name', isCertain: isOfPerson && !isOfCourse, needsAll: true };
  }
  if (isOfCourse && !isOfPerson && (has(ideas, 'title') || hasOnly(ideas, 'credential', 'course', 'filler')))
    return { attribute: 'credential-name', isCertain: has(ideas, 'title'), needsAll: !has(ideas, 'title') };
  return isOfPerson && hasOnly(ideas, 'person', 'filler')
    ? { attribute: 'recipient-name', isCertain: false, needsAll: true }
    : null;
}

/** "Name on certificate", "Nombre en el certificado": a name, where it stands, and the paper. */
function isOnPaper(ideas: Ideas): boolean {
  const name = ideas.findIndex((of) => of.has('name'));
  const on = ideas.findIndex((of, at) => at > name && of.has('as-printed'));
  return on !== -1 && ideas.some((of, at) => at > on && of.has('credential'));
}

/** "Final Score", "Note finale", "Course total (Real)", "Course description". */
function textMeaning(ideas: Ideas): Found | null {
  const isOfCourse = has(ideas, 'credential') || has(ideas, 'course');
  if (has(ideas, 'grade') && !has(ideas, 'date') && !has(ideas, 'number'))
    return { attribute: 'grade', isCertain: has(ideas, 'final') || isOfCourse };
  if (has(ideas, 'final', 'course', 'real')) return { attribute: 'grade', isCertain: true };
  return has(ideas, 'description') && isOfCourse ? { attribute: 'description', isCertain: true } : null;
}

/** "E-mail do aluno", "Numero di telefono". */
function contactMeaning(ideas: Ideas): Found | null {
  const own: readonly HeaderIdea[] = ['email', 'phone', 'person', 'address', 'main', 'number', 'filler'];
  const isCertain = hasOnly(ideas, ...own);
  if (has(ideas, 'email')) return { attribute: 'recipient-email', isCertain };
  const kinds = ideas.filter((of) => of.has('phone')).length; // "Mobile phone" may be a second one
  return kinds > 0 ? { attribute: 'recipient-phone', isCertain: isCertain && kinds === 1 } : null;
}
