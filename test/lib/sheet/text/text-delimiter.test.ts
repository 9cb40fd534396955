import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../../../lib/sheet/text/text';
import { textsOf } from '../cells-of';

async function read(text: string, chosen?: ',' | ';' | '\t' | '|') {
  const result = await readDelimited(text, chosen ? { chosen } : {});
  return result.ok
    ? { rows: textsOf(result.value.sheet), delimiter: result.value.delimiter }
    : result.problem;
}

describe('the delimiter', () => {
  test.each([
    ['a comma', 'a,b,c\n1,2,3', ','],
    ['a semicolon beside decimal commas', 'Name;Grade\nAnn;1,5\nBob;2,5', ';'],
    ['a tab', 'a\tb\n1,5\t2', '\t'],
    ['a pipe', 'a|b\n1|2', '|'],
    ['a semicolon beside names with commas', 'Name;Email\nLee, Ann;a@x.org\nKim, Bob;b@x.org', ';'],
    ['a comma beside quoted semicolons', 'a,b\n"x;y;z",1\n"x;y;z",2', ','],
    ['titles above the header', 'Export of May\n\nName;Email;Grade\nAnn;a@x.org;1\nBob;b@x.org;2', ';'],
    ['one column', 'Email\na@x.org\nb@x.org', ','],
    [
      'a semicolon beside links with commas and pipes',
      'Email;Link\na@x.org;https://x.test/?a=1,2,3|4\nb@x.org;https://x.test/?a=1,2,3|5',
      ';',
    ],
    [
      'a tab beside links with semicolons',
      'Email\tLink\na@x.org\thttps://x.test/;a;b\nb@x.org\thttps://x.test/;a;c',
      '\t',
    ],
    ['a comma beside links with pipes', 'Name,Link\nAda,https://x.test/a|b\nBo,https://x.test/c|d', ','],
    ['a comma behind links', 'Link,Grade\nhttps://x.test/a,A\nhttps://x.test/b,B', ','],
    ['a semicolon behind links', 'Link;Name;Grade\nhttps://x.test/a;Ada;A\nhttps://x.test/b;Bo;B', ';'],
    ['a pipe behind links with commas', 'Link|Grade\nhttps://x.test/a,b|A\nhttps://x.test/b,c|B', '|'],
    [
      'a semicolon where commas would cut e-mails',
      'E-Mail;Name, Vorname, Titel\na@x.org;King, Ada, Dr.\nb@x.org;Stone, Bob, Mr.',
      ';',
    ],
    [
      'a semicolon beside names, without any e-mail',
      'Nr;Name, Vorname, Titel\n1;King, Ada, Dr.\n2;Stone, Bob, Mr.',
      ';',
    ],
    [
      'a tab where commas cut dates',
      'Start\t3/5/24, 9:00 AM\n\nName\tJoin\tLeave\nAda\t3/5/24, 9:00 AM\t3/5/24, 9:30 AM\nBob\t3/5/24, 9:01 AM\t3/5/24, 9:30 AM',
      '\t',
    ],
    ['a pipe where commas cut dates in words', 'Name|Issued\nAda|May 5, 2027\nBob|June 6, 2027', '|'],
    [
      'a semicolon below a long preamble with commas',
      `${'Please, read this first\n'.repeat(30)}id;name;email\n1;Ada;a@x.org\n2;Bob;b@x.org`,
      ';',
    ],
    ['a semicolon beside decimal commas alone', '1,5;2,5\n2,5;3,5', ';'],
    ['a comma beside lists of e-mails', 'name,cc\nAda,a@x.org;b@x.org\nBob,c@x.org;d@x.org', ','],
    ['a comma beside tags', 'id,tags\n1,a|b|c\n2,a|b|c', ','],
    [
      'a comma behind a tab that keeps ids as text',
      'id,name,email\n10001\t,Ada,a@x.org\n10002\t,Bob,b@x.org',
      ',',
    ],
    ['a comma in quoted headers over links', 'name,link\nAda,https://x.org/a;b\nBob,https://x.org/c;d', ','],
    ['a caret, which few programs write', 'id^name^email\n1^Ada^a@x.org\n2^Bob^b@x.org', '^'],
    ['a tilde', 'id~name\n1~Ada\n2~Bob', '~'],
    ['a unit separator', 'id\x1fname\n1\x1fAda\n2\x1fBob', '\x1f'],
    ['none in grades', 'Grade\nA*B\nB*C', ','],
    ['none in e-mails alone', 'a@x.org\nb@y.org\nc@z.org', ','],
    ['none in numbered lines', '#1 Ada\n#2 Bob', ','],
    ['none in names with hyphens and apostrophes', "Jean-Luc O'Brien\nMary-Ann O'Neil", ','],
    ['a stated one', 'sep=|\na|b,c\n1|2,3', '|'],
    ['a stated one that nobody would find', 'sep=^\na^b,c\n1^2,3', '^'],
    ['a stated tab', 'sep=\t\r\na\tb,c\r\n1\t2,3', '\t'],
    ['a stated space', 'sep= \na b,c\n1 2,3', ' '],
    ['a stated one with spaces behind it', 'sep=;  \na;b\n1;2', ';'],
    ['a stated one in quotes', '"sep=~"\na~b\n1~2', '~'],
    ['a stated one in a row that a program filled up', 'sep=;;;\na;b;c\n1;2;3', ';'],
    ['a stated one in quotes in such a row', '"sep=,",,\na,b,c\n1,2,3', ','],
    ['none where a header is named so', 'sep=x\nab', ','],
    ['none for a letter of another alphabet', 'sep=é\naéb', ','],
    ['none for a character of two UTF-16 units', 'sep=😀\na😀b', ','],
    ['none for a digit of another alphabet', 'sep=٣\na٣b', ','],
  ])('%s', async (_, text, delimiter) => {
    expect(await read(text)).toMatchObject({ delimiter });
  });

  test('a line sep=; is no row', async () => {
    expect(await read('sep=;\r\na;b\r\n1;2')).toMatchObject({
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
  });

  test.each([['sep=^\na^b\n"x^y"^2'], ['sep=^^^\na^b\n"x^y"^2'], ['sep= \na b\n"x^y" 2']])(
    'any character may be stated: %j',
    async (text) => {
      expect(await read(text)).toMatchObject({
        rows: [
          ['a', 'b'],
          ['x^y', '2'],
        ],
      });
    },
  );

  test('uses the chosen delimiter', async () => {
    expect(await read('a,b;c\n1,2;3', ';')).toMatchObject({
      delimiter: ';',
      rows: [
        ['a,b', 'c'],
        ['1,2', '3'],
      ],
    });
  });
});
