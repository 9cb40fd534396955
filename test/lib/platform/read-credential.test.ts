import { expect, test } from 'vitest';
import { credentialId } from '../../../lib/credential/ids';
import type { Client } from '../../../lib/platform/client';
import { readCredential } from '../../../lib/platform/read-credential';
import { ok } from '../../../lib/result';
import { createPageSize } from '../../../lib/platform/page-size';

/* docs/platform.md, Own ids: which answer is about the credential that was asked for. */

function clientOf(answer: object): Client {
  const sent = () => Promise.resolve(ok(JSON.stringify(answer)));
  return {
    environment: 'production',
    signedInBy: 'key',
    pageSize: createPageSize(() => 0),
    send: sent,
    sendUnless: sent,
  };
}

/** [what the answer has, the name of the public page of 6, whether it is 6] */
test.each<[string, object, string | null, boolean]>([
  ['its number', { id: 6 }, null, true],
  ['its number, as text', { id: '6' }, 'e6', true],
  ['another number', { id: 5 }, null, false],
  ['another number and page', { id: 5, encoded_id: 'e5', uuid: 'u5' }, 'e6', false],
  ['its number beside an own id', { id: 'A-6', accredible_internal_id: 6 }, null, true],
  ['its number beside an own id like a number', { id: '5', accredible_internal_id: '6' }, null, true],
  ['its number beside the same', { id: 6, accredible_internal_id: 6 }, null, true],
  ['an own id that is 6, of another', { id: '6', accredible_internal_id: 5 }, null, false],
  [
    'an own id that is 6, of another page',
    { id: '6', accredible_internal_id: 5, encoded_id: 'e5' },
    'e6',
    false,
  ],
  [
    'an own id that the search has for its number',
    { id: '6', accredible_internal_id: 5, encoded_id: 'e6' },
    'e6',
    true,
  ],
  ['an own id alone, and its UUID', { id: 'A-6', uuid: 'u6' }, 'u6', true],
  ['an own id alone, and its address', { id: 'A-6', url: 'https://x.test/e6' }, 'e6', true],
  ['an own id alone', { id: 'A-6' }, null, false],
  ['an own id alone, and no page', { id: 'A-6', encoded_id: null }, 'e6', false],
])('asked for 6: %s', async (_name, ids, reference, is) => {
  const recipient = { name: 'A', email: 'a@example.org', phone_number: null, id: null };
  const client = clientOf({ credential: { ...ids, group_id: 7, custom_attributes: null, recipient } });
  const answer = await readCredential(client, { id: credentialId(6), reference });
  if (is) expect(answer).toMatchObject({ ok: true, value: { credential: { id: '6' } } });
  else expect(answer).toMatchObject({ ok: false, problem: { code: 'unexpected-answer' } });
});
