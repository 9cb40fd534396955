import { expect, test } from 'vitest';
import { withoutEntities } from '../../../lib/credential/html-entities';
import { formattingLost, hasTags, htmlText } from '../../../lib/credential/html-text';

test.each([
  ['<p>Basics</p>', 'Basics'],
  ['<p>R&amp;D <b>basics</b></p>', 'R&D basics'],
  ['<p>One</p>\n<p>Two</p>', 'One Two'],
  ['<ul><li>One</li><li>Two</li></ul>', 'One Two'],
  ['Fit<b>ness</b>', 'Fitness'],
  ['A<br>B', 'A B'],
  ['<style>p { color: red }</style>Text', 'Text'],
  ['<!-- a note -->Text', 'Text'],
  ['<!-- a --><!-- b -->Text', 'Text'],
  ['A&nbsp;&nbsp;B', 'A B'],
  ['Two\n\nparagraphs', 'Two paragraphs'],
  ['1 < 2', '1 < 2'],
  ['a <b c', 'a <b c'],
  ['<canvas> and <video>', '<canvas> and <video>'],
  ['R&D', 'R&D'],
  ['', ''],
])('the text of %j is %j', (html, text) => {
  expect(htmlText(html)).toBe(text);
});

test.each([
  ['&eacute;&Uuml;&ntilde;&ccedil;&aring;&ecaron;&lstrok;&szlig;&AElig;', 'éÜñçåěłßÆ'],
  ['&#233;&#xE9;', 'éé'],
  ['&lt;b&gt; &quot;x&quot; &apos;y&apos;', '<b> "x" \'y\''],
  ['&hellip;&ndash;&rsquo;&euro;', '…–’€'],
  ['O&#146;Brien &#150; &#x80;5', 'O’Brien – €5'],
  ['R&D Jose\u0301', 'R&D Jose\u0301'],
  ['R&amp;D Jose\u0301', 'R&D José'],
  ['&nosuch; &#0; &#1114112; &#xD800;', '&nosuch; &#0; &#1114112; &#xD800;'],
  ['a &amp b &amp', 'a & b &'],
  ['?a=1&ltd=2&amp=3', '?a=1&ltd=2&amp=3'],
])('%s is %s', (text, expected) => {
  expect(withoutEntities(text)).toBe(expected);
});

test('tags', () => {
  expect(hasTags('a <b>c</b>')).toBe(true);
  expect(hasTags('a <c> d')).toBe(false);
});

test.each<[string, string, string[]]>([
  ['<p>A <a href="https://example.org">link</a></p>', 'A link', ['links']],
  ['<b>A</b> <i>b</i>', '<strong>A</strong> b', ['italics']],
  ['<ul><li>A</li></ul>', 'A', ['lists']],
  ['<h2>A</h2><table><tr><td>b</td></tr></table><img src="x">', 'A b', ['headings', 'tables', 'pictures']],
  ['<span style="color: red">A</span>', 'A', ['colours']],
  ['<p>A</p>', 'B', []],
  ['<b>A</b>', '<b>B</b>', []],
  ['A', 'B', []],
  ['A < B', 'C', []],
  ['<br>A', 'B', []],
])('%s -> %s loses %j', (before, after, lost) => {
  expect(formattingLost(before, after)).toEqual(lost);
});
