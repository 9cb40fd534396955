import { wordsOfName } from '../../credential/folded-name';
import { BETWEEN, foldedUnit, INSIDE, UNKNOWN } from '../similarity/folded-units';

/** The attributes that say who somebody is. */
export type IdentityAttribute = 'recipient-name' | 'recipient-email';

/** The attribute by which persons who share this one are distinguished. */
export function otherIdentity(attribute: IdentityAttribute): IdentityAttribute {
  return attribute === 'recipient-name' ? 'recipient-email' : 'recipient-name';
}

/**
 * A number for a name or e-mail: the same for spellings of the same one (the words of a name in any
 * order, case and accents, an e-mail in any case), and another for another one. 0 when there is no
 * letter in it.
 *
 * 53 bits, so that among 100,000 people two that differ share one once in two million sheets; texts
 * instead would take most of the time of a review to join and to look up.
 */
export function identityHash(attribute: IdentityAttribute, text: string): number {
  // A row asks for the hash of its new name more than once.
  if (text === lastText && attribute === lastAttribute) return lastHash;
  low = 0;
  high = 0;
  const isPlain = attribute === 'recipient-email' ? addPlainEmail(text) : addPlainName(text);
  if (!isPlain) {
    low = 0;
    high = 0;
    if (attribute === 'recipient-email') addWord(text.trim().toLowerCase());
    // A sum does not know the order of its terms.
    else for (const word of wordsOfName(text)) addWord(word);
  }
  // 21 bits of one half above 32 of the other. Only nothing at all is 0.
  lastText = text;
  lastAttribute = attribute;
  lastHash = (high & 0x1fffff) * 0x100000000 + (low >>> 0);
  return lastHash;
}

let lastText = '';
let lastAttribute: IdentityAttribute | null = null;
let lastHash = 0;

/** The two halves of the hash that is being made. */
let low = 0;
let high = 0;

const ONE = 0x811c9dc5;
const OTHER = 0x9e3779b9;
const PRIME = 0x01000193;

/** Adds a word: FNV-1a over the code units from two seeds. */
function addWord(word: string): void {
  if (word === '') return;
  let one = ONE;
  let other = OTHER;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    one = Math.imul(one ^ unit, PRIME);
    other = Math.imul(other ^ unit, PRIME);
  }
  add(one, other);
}

function add(one: number, other: number): void {
  low = (low + mixed(one)) | 0;
  high = (high + mixed(other)) | 0;
}

/**
 * Adds the words of a name as `wordsOfName` parts them, without making them; false when more than
 * its signs must be known.
 */
function addPlainName(name: string): boolean {
  let one = ONE;
  let other = OTHER;
  let letters = 0;
  for (let at = 0; at < name.length; at += 1) {
    const unit = foldedUnit(name.charCodeAt(at));
    if (unit === UNKNOWN) return false;
    if (unit === INSIDE) continue;
    if (unit !== BETWEEN) {
      one = Math.imul(one ^ unit, PRIME);
      other = Math.imul(other ^ unit, PRIME);
      letters += 1;
    } else if (letters > 0) {
      add(one, other);
      one = ONE;
      other = OTHER;
      letters = 0;
    }
  }
  if (letters > 0) add(one, other);
  return true;
}

/** Adds an e-mail in ASCII without space; false when it is no such one. */
function addPlainEmail(email: string): boolean {
  let one = ONE;
  let other = OTHER;
  for (let at = 0; at < email.length; at += 1) {
    const unit = email.charCodeAt(at);
    if (unit <= 32 || unit > 126) return false;
    const small = inLowerCase(unit);
    one = Math.imul(one ^ small, PRIME);
    other = Math.imul(other ^ small, PRIME);
  }
  if (email !== '') add(one, other);
  return true;
}

function inLowerCase(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

/** Spreads the bits (the end of MurmurHash3), so that sums of two spread as well. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
