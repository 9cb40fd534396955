import { seededRandom } from '../seeded-random';
import type { Credential, StandInState } from '../state/schema';
import { ATTRIBUTE_KEYS, groupsOn, ISSUER, MAIN_GROUP } from './catalogue';
import { generateCredential } from './credential';
import { createPeople } from './people';

const FIRST_ID = 10_498_221;
/** Credentials of each group beside the main one. */
const SIDE_GROUP_SIZE = 36;

export interface GenerateOptions {
  /** Credentials of the main group. */
  readonly credentials: number;
  readonly seed: number;
  /** The day that dates stand around, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * Two pairs of credentials share an e-mail: a couple with one mailbox, and one person who has it
 * twice.
 */
function shareEmails(credentials: readonly Credential[]): readonly Credential[] {
  const [first, second, , third, fourth] = credentials;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) {
    return credentials;
  }
  const shared = new Map<number, Credential['recipient']>([
    [second.id, { ...second.recipient, email: first.recipient.email }],
    [fourth.id, { ...fourth.recipient, email: third.recipient.email, name: third.recipient.name }],
  ]);
  return credentials.map((credential) => {
    const recipient = shared.get(credential.id);
    return recipient === undefined ? credential : { ...credential, recipient };
  });
}

/**
 * An account in full: one issuer, two departments, four groups, of which the main one (555) has as
 * many credentials as asked. The same options give the same state, to the byte.
 */
export function generateState({ credentials: size, seed, today }: GenerateOptions): StandInState {
  const random = seededRandom(seed, 'state');
  const nextPerson = createPeople(seededRandom(seed, 'people'));
  const groups = groupsOn(today);
  let id = FIRST_ID;
  let serial = 0;
  const credentials = groups.flatMap((group) => {
    const isMain = group.id === MAIN_GROUP;
    const made = Array.from({ length: isMain ? size : SIDE_GROUP_SIZE }, () => {
      // Ids of one account are not in a row: others issue at the same time.
      id += 1 + Math.floor(random() * 9);
      serial += 1;
      return generateCredential({ id, serial, group, person: nextPerson(), today }, random);
    });
    return isMain ? shareEmails(made) : made;
  });
  return { issuer: ISSUER, groups, attribute_keys: ATTRIBUTE_KEYS, credentials };
}
