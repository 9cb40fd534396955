import type { Attribute } from '../../lib/credential/attribute';
import { attributesOf } from '../../lib/credential/attributes';
import type { Session } from '../../lib/session/session';

/** The attributes of the account that is connected, by whose labels a run is described. */
export function attributesHere(session: Session): readonly Attribute[] {
  const connection = session.connection.phase.value;
  return attributesOf(connection.kind === 'connected' ? connection.connection.customAttributes : []);
}
