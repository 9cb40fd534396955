import { expect, test } from 'vitest';
import { credentialId } from '../../../lib/credential/ids';
import { z } from '../../../lib/zod';
import { parseBody } from '../../../lib/platform/client';
import { viewedCredential } from '../../../lib/platform/wire-credential';
import { writeRequests } from '../../../lib/platform/write-requests';

/** [what, the platform's text, what is read] */
test.each<[string, string, unknown]>([
  ['a number that a computer holds', '{"id":9007199254740991}', { id: 9007199254740991 }],
  ['one that it would round', '{"id":9007199254740993}', { id: '9007199254740993' }],
  ['a negative one', '[-9007199254740993]', ['-9007199254740993']],
  ['long digits in a text', '{"a":"x 12345678901234567890 \\" 1"}', { a: 'x 12345678901234567890 " 1' }],
  [
    'a text that ends in a backslash',
    '{"a":"\\\\","b":12345678901234567890}',
    { a: '\\', b: '12345678901234567890' },
  ],
  ['a fraction and a power', '[0.12345678901234567890,1.5e300]', [0.12345678901234568, 1.5e300]],
  ['a name of a field', '{"12345678901234567890":1}', { '12345678901234567890': 1 }],
])('%s', (_name, body, read) => {
  expect(parseBody(body, z.unknown())).toEqual({ value: read });
});

test('a custom attribute that nobody changes is sent back with all its digits', () => {
  const body = `{"credential":{"id":1,"name":"C","group_id":2,"recipient":{"name":"A","email":"a@b.c"},
    "custom_attributes":{"Member":12345678901234567890,"Ward":"North"}}}`;
  const current = parseBody(body, z.object({ credential: viewedCredential }))?.value.credential;
  if (current === undefined) throw new Error('not read');
  const change = { attribute: 'custom:Ward', before: 'North', after: 'South' } as const;
  expect(
    writeRequests(credentialId(1), [change], [change], current, null).map(({ request }) => request.body),
  ).toEqual([{ credential: { custom_attributes: { Member: '12345678901234567890', Ward: 'South' } } }]);
});
