import { expect, test } from 'vitest';
import { credentialId } from '../../../lib/credential/ids';
import type { PublicClient } from '../../../lib/platform/client';
import { readPublicRecord } from '../../../lib/platform/public-record';
import { ok } from '../../../lib/result';

const UUID = '00000000-0000-4000-8000-000000000007';

function answering(credential: object) {
  const paths: string[] = [];
  const client: PublicClient = {
    environment: 'production',
    send: ({ path }) => {
      paths.push(path);
      return Promise.resolve(ok(JSON.stringify({ credential })));
    },
  };
  return { client, paths };
}

/** [what, answer, reference, whether it is about credential 7] */
test.each<[string, object, string | null, boolean]>([
  ['its number', { id: 7 }, null, true],
  ['its number as a text', { id: '7' }, null, true],
  ['another number', { id: 8 }, null, false],
  ['an own id, and its uuid', { id: 'A-1', uuid: UUID }, UUID, true],
  ['an own id, and its page', { id: 'A-1', url: 'https://www.credential.net/e7' }, 'e7', true],
  ['no id, and its short id', { encoded_id: 'e7' }, 'e7', true],
  ['no id at all', { name: 'Welding' }, 'e7', false],
  ['an own id alone', { id: 'A-1' }, null, false],
  ['another page, and its number', { id: 7, url: 'https://own.test/x' }, 'e7', true],
  ['another page and number', { id: 8, url: 'https://own.test/e8' }, 'e7', false],
])('an answer with %s', async (_, answer, reference, isAbout) => {
  const { client, paths } = answering(answer);
  const read = await readPublicRecord(client, { id: credentialId(7), reference });
  expect(read.ok).toBe(isAbout);
  expect(paths).toEqual(['/v1/credential-net/credentials/7']);
});

test('what an answer does not have is missing, and null is none', async () => {
  const { client } = answering({
    id: 7,
    grade: 0,
    expired_on: null,
    issued_on: '2026-01-10T00:00:00.000Z',
    recipient: { name: 'Ada' },
    custom_attributes: { Ward: 3, Empty: '' },
    revoked_at: '2026-05-01T10:00:00.000Z',
  });
  const read = await readPublicRecord(client, { id: credentialId(7), reference: null });
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.isRevoked).toBe(true);
  expect(Object.fromEntries(read.value.values)).toEqual({
    'recipient-name': 'Ada',
    grade: '0',
    'issue-date': '2026-01-10',
    'expiry-date': null,
    'custom:Ward': '3',
  });
});

test('a day that is none makes the answer unexpected, not "no date"', async () => {
  const { client } = answering({ id: 7, expired_on: 'soon' });
  const read = await readPublicRecord(client, { id: credentialId(7), reference: null });
  expect(read).toMatchObject({ ok: false, problem: { code: 'unexpected-answer' } });
});
