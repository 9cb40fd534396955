import { expect, test } from 'vitest';
import { readDelimited } from '../../../../lib/sheet/text/text';
import { withQuotedLines } from '../../../../lib/sheet/text/quoted-lines';
import { textsOf } from '../cells-of';

/* docs/product.md 2.2: lines wholly in quotes among others that are not. */

async function read(text: string) {
  const result = await readDelimited(text);
  if (!result.ok) throw new Error(result.problem.code);
  const { sheet, delimiter } = result.value;
  const divided = withQuotedLines(sheet, delimiter);
  return { rows: textsOf(divided), notes: divided.notes, isSame: divided === sheet };
}

const HEAD = 'id,name,email\n1,Ada,ada@x.org\n2,Bo,bo@x.org\n';

test.each<[string, string, readonly (readonly string[])[]]>([
  [
    'a name in quotes of its own',
    `${HEAD}4,Di,di@x.org\n"3,""King, Cy"",cy@x.org"\n`,
    [['3', 'King, Cy', 'cy@x.org']],
  ],
  ['no quotes within', `${HEAD}"3,Cy,cy@x.org"\n`, [['3', 'Cy', 'cy@x.org']]],
  ['a blank field', `${HEAD}"3,,cy@x.org"\n`, [['3', '', 'cy@x.org']]],
  [
    'several of them',
    `${HEAD}"3,""A, B"",c@x.org"\n"4,""C, D"",d@x.org"\n`,
    [
      ['3', 'A, B', 'c@x.org'],
      ['4', 'C, D', 'd@x.org'],
    ],
  ],
  [
    'semicolons',
    'id;name;until\n1;Ada;31.01.2027\n2;Bo;01.02.2027\n"3;""King; Cy"";02.03.2027"\n',
    [['3', 'King; Cy', '02.03.2027']],
  ],
  [
    'ids with letters',
    'id\tname\nNI-1\tAda\nNI-2\tBo\n"NI-3\t""Cy ""the"" King"""\n',
    [['NI-3', 'Cy "the" King']],
  ],
])('divided: %s', async (_name, text, last) => {
  const { rows, notes } = await read(text);
  expect(rows.slice(-last.length)).toEqual(last);
  expect(notes).toContainEqual({ code: 'divided-lines', count: last.length });
});

test.each<[string, string]>([
  ['a note below the list', `${HEAD}"As of May, June, July"\n`],
  ['a note with as many numbers as words', `${HEAD}"Total, 3, people"\n`],
  ['an address', `${HEAD}"12 Main St, Bonn, DE"\n`],
  ['fewer fields', `${HEAD}"3,cy@x.org"\n`],
  ['more fields', `${HEAD}"3,Cy,King,cy@x.org"\n`],
  ['values in other columns', `${HEAD}"cy@x.org,Cy,3"\n`],
  ['columns of words', 'name,city\nAda,Bonn\nBo,Oslo\n"King, Cy"\n'],
  ['an e-mail that is none', `${HEAD}"3,Cy,unknown"\n`],
  ['no such line', HEAD],
  ['a quoted field', `${HEAD}3,"King, Cy",cy@x.org\n`],
  ['a line break within', `${HEAD}"3,Cy\n4,Di,di@x.org"\n`],
])('left as it is: %s', async (_name, text) => {
  expect((await read(text)).isSame).toBe(true);
});
