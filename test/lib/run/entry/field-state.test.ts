import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Value } from '../../../../lib/credential/value';
import { attributeFinder, searchedFieldStatesOf } from '../../../../lib/run/entry/field-state';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { changeTo } from '../../../fakes/run';

/** [attribute, before, after, the platform's value now, the state of the field] */
test.each<[AttributeId, Value, Value, WrittenCredential, string]>([
  ['recipient-name', 'Ada', 'Ada King', { recipientName: 'Ada King ' }, 'after'],
  ['recipient-name', 'Ada', 'Ada King', { recipientName: 'Ada' }, 'before'],
  ['recipient-name', 'Ada', 'Ada King', { recipientName: 'Bob' }, 'other'],
  ['recipient-email', 'a@x.org', 'b@x.org', { recipientEmail: 'B@x.org' }, 'after'],
  // A change of spaces or of the case of an e-mail only: only the exact value is the wanted one.
  ['recipient-name', 'Ada King ', 'Ada King', { recipientName: 'Ada King ' }, 'before'],
  ['recipient-name', 'Ada King ', 'Ada King', { recipientName: 'Ada King' }, 'after'],
  ['recipient-name', 'Ada King ', 'Ada King', { recipientName: 'Ada Queen' }, 'other'],
  ['recipient-email', 'ADA@x.org', 'Ada@X.org', { recipientEmail: 'ADA@x.org' }, 'before'],
  // The platform has made it lower case: not the wanted value, and no edit of somebody else.
  ['recipient-email', 'ADA@x.org', 'Ada@X.org', { recipientEmail: 'ada@x.org' }, 'before'],
])('%s from %j to %j, %j now: %s', (attribute, before, after, now, expected) => {
  const change = changeTo('1', [[attribute, before, after]]);
  const [standing] = searchedFieldStatesOf(change, credentialOf({ id: '1', ...now }), attributeFinder([]));
  expect(standing?.is).toBe(expected);
});
