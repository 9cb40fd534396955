import { expect, test } from 'vitest';
import { programText } from '../../../../lib/assign/damage/program-text';

test.each<[string, string | null]>([
  ['Ada O&#039;Brien', "Ada O'Brien"],
  ['Ada O&#146;Brien', 'Ada O’Brien'],
  ['Pass &amp; merit', 'Pass & merit'],
  ['R&amp;amp;D', 'R&D'],
  ['Garc&iacute;a', 'García'],
  ['&Scaron;imi&ccaron;', 'Šimič'],
  ['A&nbsp;', 'A'],
  ['Health &lt;1&gt;', 'Health <1>'],
  ['caf&#xe9;', 'café'],
  ['R&amp D', 'R& D'],
  ['<b>Ada King</b>', 'Ada King'],
  ['<a href="https://x.example.org/u/2">Bob Stone</a>', 'Bob Stone'],
  ['<p>One</p><p>Two</p>', 'One Two'],
  ['One<br/>Two', 'One Two'],
  ['Jos\\u00e9 Garc\\u00eda', 'José García'],
  ['Jos\\xe9', 'José'],
  ['Jos%C3%A9', 'José'],
  ['Ada%20King', 'Ada King'],
  ['Jos=C3=A9', 'José'],
  ['["Ada King"]', 'Ada King'],
  ['[{"title":"Merit"}]', null],
  ['{"name":"Ada"}', null],
  ["['Ada King']", null],
  ["{'name': 'Ada'}", null],
  ['12;#Ada King', 'Ada King'],
  ['12;#Ada King;#13;#Bob Stone', null],
  ['Merit|0aef2c3d-1111-4222-8333-444455556666', 'Merit'],
  ['[object Object]', null],
  ['System.Object[]', null],
  ['com.example.Person@1b2c3d4e', null],
  ['<app.Person object at 0x7f>', null],
  ['{{first_name}}', null],
  ['Dear ${name}', null],
  ['*|FNAME|*', null],
  ['«First_Name»', null],
  ['=VLOOKUP(A1,B:C,2,0)', null],
  ['=Sheet1!A1', null],
  ['=?UTF-8?Q?Jos=C3=A9?=', null],
])('%s was written by a program: %s', (text, meant) => {
  expect(programText(text)).toEqual({ meant });
});

test.each([
  'R&D',
  'R&D by Jose\u0301',
  'AT&T',
  'Q&As;',
  'R&B; Soul',
  'C#',
  '100%',
  '100%25',
  '50%AB',
  '5%20',
  'A+',
  '[1]',
  '[Merit]',
  '{A}',
  '1 < 2 > 0',
  'Intro to <canvas>',
  'Ada <ada@example.org>',
  'https://example.org/a%20b?c=%C3%A9',
  'C:\\users\\new',
  'A|B',
  'Tom & Jerry; Friends',
  '«Merit»',
  '=)',
  '= 5',
  '$5',
  '#1',
  'f(x) = 2x',
  '12;13',
  'Object-Oriented Design',
  'Functions and graphs',
  '"Ada"',
  'x@y',
])('%s was not', (text) => {
  expect(programText(text)).toBeNull();
});

test('tags and entities belong to HTML', () => {
  expect(programText('<p>R&amp;D</p>', true)).toBeNull();
  expect(programText('[object Object]', true)).toEqual({ meant: null });
  expect(programText('Jos\\u00e9', true)).toEqual({ meant: 'José' });
});
