import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Value } from '../../../../lib/credential/value';
import { attributeFinder, searchedFieldStatesOf } from '../../../../lib/run/entry/field-state';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { changeTo } from '../../../fakes/run';

/** [attribute, before, after, what the platform has now, where the field is] */
test.each<[AttributeId, Value, Value, WrittenCredential, string]>([
  ['recipient-name', 'Ada', 'Ada King', { recipientName: 'Ada King ' }, 'after'],
  ['recipient-name', 'Ada', 'Ada King', { recipientName: 'Ada' }, 'before'],
  ['recipient-name', 'Ada', 'Ada King', { recipientName: 'Bob' }, 'other'],
  ['recipient-email', 'a@x.org', 'b@x.org', { recipientEmail: 'B@x.org' }, 'after'],
  // Where only spaces or the case of an e-mail are to change, only the very value is the wanted one.
  ['recipient-name', 'Ada King ', 'Ada King', { recipientName: 'Ada King ' }, 'before'],
  ['recipient-name', 'Ada King ', 'Ada King', { recipientName: 'Ada King' }, 'after'],
  ['recipient-name', 'Ada King ', 'Ada King', { recipientName: 'Ada Queen' }, 'other'],
  ['recipient-email', 'ADA@x.org', 'Ada@X.org', { recipientEmail: 'ADA@x.org' }, 'before'],
  // The platform has made it small: not what was wanted, and nothing that somebody else did.
  ['recipient-email', 'ADA@x.org', 'Ada@X.org', { recipientEmail: 'ada@x.org' }, 'before'],
])('%s from %j to %j, %j now: %s', (attribute, before, after, now, expected) => {
  const change = changeTo('1', [[attribute, before, after]]);
  const [standing] = searchedFieldStatesOf(change, credentialOf({ id: '1', ...now }), attributeFinder([]));
  expect(standing?.is).toBe(expected);
});
