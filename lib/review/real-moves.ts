import type { AttributeId } from '../credential/attribute';
import type { Credential } from '../credential/credential';
import { wordsOfName } from './folded-name';
import type { JudgedRow } from './review';

/** A row in which the name (or e-mail) becomes really another one: more than case, accents, spacing or order. */
export interface Move {
  readonly row: number;
  /** The present and the new value, each as `identityKey` writes it. */
  readonly from: string;
  readonly to: string;
  /** The new value is plainly another person's; a typing error or a new surname is only a weak sign. */
  readonly isStrong: boolean;
}

/** The attributes that say who somebody is. */
export type IdentityAttribute = Extract<AttributeId, 'recipient-name' | 'recipient-email'>;

const PLAIN_WORDS = /^[A-Za-z ]+$/;

/** A name or e-mail so that spellings of the same one are equal: words of a name in any order, an e-mail without case. */
export function identityKey(attribute: IdentityAttribute, text: string): string {
  if (attribute === 'recipient-email') return text.trim().toLowerCase();
  const words = PLAIN_WORDS.test(text)
    ? text.toLowerCase().split(' ').filter(Boolean)
    : [...wordsOfName(text)];
  return words.sort().join(' ');
}

/** The moves of an attribute, in the order of the rows. Rows with errors count: what shifted a column did not stop there. */
export function realMoves(rows: readonly JudgedRow[], attribute: IdentityAttribute): readonly Move[] {
  const moves: Move[] = [];
  for (const { row, cells, findings, credential } of rows) {
    if (credential === null) continue;
    const cell = cells.find((of) => of.attribute === attribute && of.outcome === 'changed');
    if (typeof cell?.before !== 'string' || typeof cell.after !== 'string') continue; // not every row changes it
    const from = identityKey(attribute, cell.before);
    const to = identityKey(attribute, cell.after);
    if (from === '' || to === '' || from === to) continue;
    const nameClass = findings.find(({ code }) => code === 'name-change')?.facts.nameClass; // e-mails have none
    moves.push({
      row,
      from,
      to,
      isStrong: attribute === 'recipient-email' || nameClass === 'another-person',
    });
  }
  return moves;
}

/** An address that more credentials than this share is an office's, not one person's. */
const MOST_OF_ONE_PERSON = 20;

/** Who has each of the wanted names (or e-mails) now, as persons: several credentials of one person are one. */
export interface Holders {
  readonly personsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly personOfCredential: ReadonlyMap<string, string>;
}

/** Tells persons apart by the other attribute: by e-mail for names, by name for e-mails, else by the credential itself. */
export function holdersOf(
  credentials: readonly Credential[],
  attribute: IdentityAttribute,
  wanted: ReadonlySet<string>,
): Holders {
  const isName = attribute === 'recipient-name';
  const other = isName ? 'recipient-email' : 'recipient-name';
  const own = ({ recipientName, recipientEmail }: Credential) => (isName ? recipientName : recipientEmail);
  const found = credentials.flatMap((credential) => {
    const text = own(credential);
    const key = text === null ? '' : identityKey(attribute, text);
    if (!wanted.has(key)) return [];
    const otherText = isName ? credential.recipientEmail : credential.recipientName;
    return [{ id: credential.id, key, otherKey: otherText === null ? '' : identityKey(other, otherText) }];
  });
  const shared = new Map<string, number>();
  for (const { otherKey } of found) shared.set(otherKey, (shared.get(otherKey) ?? 0) + 1);
  const personsOf = new Map<string, Set<string>>();
  const personOfCredential = new Map<string, string>();
  for (const { id, key, otherKey } of found) {
    const isPerson = otherKey !== '' && (shared.get(otherKey) ?? 0) <= MOST_OF_ONE_PERSON;
    const person = isPerson ? `person ${otherKey}` : `credential ${id}`;
    personOfCredential.set(id, person);
    const persons = personsOf.get(key);
    if (persons) persons.add(person);
    else personsOf.set(key, new Set([person]));
  }
  return { personsOf, personOfCredential };
}
