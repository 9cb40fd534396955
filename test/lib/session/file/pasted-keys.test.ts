import { expect, test } from 'vitest';
import { pastedKeys } from '../../../../lib/session/file/pasted-keys';

/* docs/product.md 2.2, an update without a sheet: ids or e-mails are typed or pasted. */

test.each([
  ['ada@x.example, bo@x.example', ['Recipient Email', 'ada@x.example', 'bo@x.example']],
  ['ada@x.example\r\nbo@x.example\r\n', ['Recipient Email', 'ada@x.example', 'bo@x.example']],
  ['"ada@x.example";"bo@x.example"', ['Recipient Email', 'ada@x.example', 'bo@x.example']],
  ['1001\n1002\t1003', ['Credential ID', '1001', '1002', '1003']],
  ['1001\n1001\n', ['Credential ID', '1001']],
  ['00000000-0000-4000-8000-00000000000A', ['Credential UUID', '00000000-0000-4000-8000-00000000000A']],
  ['LIC-1\nLIC-2', ['ID', 'LIC-1', 'LIC-2']],
  ['1001\nLIC-2', ['ID', '1001', 'LIC-2']],
])('%j', (typed, lines) => {
  expect(pastedKeys(typed)).toEqual({ text: lines.join('\n'), count: lines.length - 1 });
});

test.each(['', ' \n , ;', '1001\nada@x.example', '"",""'])('%j is no list of ids or e-mails', (typed) => {
  expect(pastedKeys(typed)).toBeNull();
});
