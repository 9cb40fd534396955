import { beforeAll, describe, expect, test } from 'vitest';
import { decodeEntities } from '../../../../lib/sheet/html/html-entities';
import { readHtml } from '../../../../lib/sheet/html/read-html';
import { textsOf } from '../cells-of';
import { leastCost, MOST_TIMES } from '../least-cost';

const tablesOf = (html: string) => {
  const read = readHtml(html);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.map((sheet) => textsOf(sheet));
};
const cell = (inside: string) => `<table><tr><td>${inside}</td><td>.</td></tr></table>`;

test.each([
  ['as written, no guess at numbers and dates', '00123', '00123'],
  ['spaces as a browser shows them', '  a \n\t b  ', 'a b'],
  ['spaces around tags within', 'R&amp;D <b>Lab</b> <i>Oslo</i>', 'R&D Lab Oslo'],
  ['tags without spaces', 'Zo<b>ë</b>', 'Zoë'],
  ['line breaks', 'one<br>two<br/> three', 'one\ntwo\nthree'],
  ['paragraphs', '<p>one</p><p>two</p>', 'one\ntwo'],
  ['a block around everything', '<div><div>one</div></div>', 'one'],
  ['preformatted text', '<pre>a  b\nc</pre>', 'a  b\nc'],
  ['a space that does not break', 'a&nbsp;b', 'a\u00A0b'],
  ['only no-break spaces', '&nbsp; &#160;', ''],
  ['comments', 'a<!-- <td>no</td> -->b', 'ab'],
  ['what Excel writes for other programs', 'a<![if !supportMisalignedColumns]>b<![endif]>', 'ab'],
  ['scripts and styles', 'a<script>if (1 < 2) "</td>"</script><style>td{}</style>b', 'ab'],
  ['phonetic readings', '<ruby>漢<rt>かん</rt></ruby>', '漢'],
  ['less than', '1 < 2 and 3<4', '1 < 2 and 3<4'],
  ['a bracket within a value', '<span title="a > b">x</span>', 'x'],
  ['a stray quote in a tag', '<span title=x">x</span>', 'x'],
  ['names that objects have', '__proto__', '__proto__'],
])('a cell: %s', (_, inside, text) => {
  expect(tablesOf(cell(inside))).toEqual([[[text, '.']]]);
});

test.each<[string, string, readonly (readonly (readonly string[])[])[]]>([
  [
    'tags that are not closed',
    '<TABLE><TR><TD>a<TD>b<TR><TD>c<TD>d',
    [
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ],
  ['cells without a row', '<table><td>a</td><td>b</td></table>', [[['a', 'b']]]],
  ['a cell over columns', '<table><tr><td colspan="2">a</td><td>b</td></tr></table>', [[['a', '', 'b']]]],
  [
    'a cell over rows',
    '<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>',
    [
      [
        ['a', 'b'],
        ['', 'c'],
        ['d', ''],
      ],
    ],
  ],
  [
    'a cell over rows and columns',
    "<table><tr><th>x<th rowspan='2' colspan='2'>a<th>y<tr><td>b<td>c</table>",
    [
      [
        ['x', 'a', '', 'y'],
        ['b', '', '', 'c'],
      ],
    ],
  ],
  [
    'two tables',
    '<table><tr><td>a</td></tr></table><p>between</p><table><tr><td>b</td></tr></table>',
    [[['a']], [['b']]],
  ],
  [
    'a layout table around another',
    '<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>',
    [[['a']]],
  ],
  [
    'head, body and caption',
    '<table><caption>no</caption><thead><tr><th>a<tbody><tr><td>b</table>',
    [[['a'], ['b']]],
  ],
  ['a row that is only closed', '<table></tr></td><tr><td>a</table></table>', [[['a']]]],
  ['text that breaks off in a tag', '<table><tr><td>a</td><td cla', [[['a']]]],
])('a table: %s', (_, html, tables) => {
  expect(tablesOf(html)).toEqual(tables);
});

test('notes merged cells', () => {
  const read = readHtml('<table><tr><td colspan=2>a<tr><td>b<td>c</table>');
  expect(read.ok && read.value[0]?.notes).toEqual([{ code: 'merged-cells', count: 1 }]);
});

test.each([
  ['&uuml;&Eacute;&szlig;&euro;&lstrok;&Zcaron;', 'üÉß€łŽ'],
  ['&#252;&#xFC;&#X1F600;', 'üü😀'],
  ['&#146;, as windows-1252 has it', '’, as windows-1252 has it'],
  ['&lt;b&gt; &amp;uuml; &#60;', '<b> &uuml; <'],
  ['old names without a semicolon: a&nbsp b &copy', 'old names without a semicolon: a\u00A0 b ©'],
  [
    'no characters: &#0; &#xD800; &#9999999; &unknown; AT&T; &',
    'no characters: &#0; &#xD800; &#9999999; &unknown; AT&T; &',
  ],
  ['a prototype: &constructor; &__proto__;', 'a prototype: &constructor; &__proto__;'],
])('decodes entities: %s', (html, text) => {
  expect(decodeEntities(html)).toBe(text);
});

describe('hostile', () => {
  const ordinary = '<tr><td>Ada Lovelace</td><td>ada@example.com</td><td>2026-01-31</td></tr>'.repeat(15_000);
  let most = 0;
  beforeAll(async () => {
    most = MOST_TIMES * (await leastCost(() => readHtml(`<table>${ordinary}</table>`)));
  });

  test.each([
    ['tags that never end', '<td '.repeat(200_000)],
    ['quotes that never end', '<td a="'.repeat(200_000)],
    ['brackets', '<'.repeat(1_000_000)],
    ['comments that never end', '<!--'.repeat(200_000)],
    ['end tags that never end', `<script>${'</script'.repeat(100_000)}`],
    ['tables in tables', '<table><tr><td>'.repeat(60_000)],
    ['cells over cells', `<tr>${'<td rowspan=65534 colspan=1000>x'.repeat(20)}`.repeat(3000)],
    ['rows below a wide cell', `<tr><td colspan=1000 rowspan=0>x${'<tr><td>y'.repeat(100_000)}`],
    ['many inline tags', `<tr><td>${'<b> a </b>'.repeat(100_000)}`],
  ])('%s cost little more than an ordinary table', async (_, inside) => {
    let read = readHtml('');
    const cost = await leastCost(() => (read = readHtml(`<table>${inside}`)), most);
    expect(read.ok || read.problem.code === 'too-many-cells').toBe(true);
    expect(cost).toBeLessThan(most);
  });
});
