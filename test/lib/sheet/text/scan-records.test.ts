import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { scanRecords } from '../../../../lib/sheet/text/scan-records';

type Rows = readonly (readonly string[])[];

async function scan(text: string, delimiter: ',' | ';' | '\t' | '|' = ','): Promise<Rows | string> {
  const result = await scanRecords(text, delimiter, () => Promise.resolve());
  if (!result.ok) return result.problem.code;
  const records = result.value;
  return Array.from({ length: records.count }, (_, record) =>
    Array.from({ length: records.width(record) }, (_, column) => records.field(record, column)),
  );
}

/**
 * Records by Papa Parse, which knows one kind of line end per file. Null where it reports a quote
 * error.
 */
function papaParse(text: string, delimiter: string): Rows | null {
  const { data, errors } = Papa.parse<readonly string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter,
    newline: '\n',
  });
  if (errors.some(({ type }) => type === 'Quotes')) return null;
  // Papa Parse counts the empty text behind the last line end as a record.
  return /(^|[\r\n])$/.test(text) ? data.slice(0, -1) : data;
}

/**
 * Fields as Excel divides them: behind its closing quote, a quoted field goes on like any other.
 */
function rowsOfExcel(text: string): Rows {
  const rows: string[][] = [];
  let rest = text.replace(/\r\n?/g, '\n').replace(/(?<=[^\n])$/, '\n');
  let row: string[] = [];
  while (rest !== '') {
    const [whole = '', quoted, bare = '', end] = /^(?:"((?:[^"]|"")*)")?([^,\n]*)([,\n])/.exec(rest) ?? [];
    row.push((quoted ?? '').replaceAll('""', '"') + bare);
    rest = rest.slice(whole.length);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const delimiters = [',', ';', '\t', '|'] as const;

test('reads back any table that was written', async () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'ë', '李', ' ', ',', ';', '"', '\n', '😀'),
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...delimiters),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      async (rows, delimiter, newline, quotes) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes });
        fc.pre(text !== '' && !text.endsWith(newline) && !text.endsWith('\n'));
        expect(await scan(text, delimiter)).toEqual(rows);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

test('divides any text of quotes, delimiters and line ends like Excel, or refuses it', async () => {
  const piece = fc.constantFrom('a', 'b c', '"', '""', '"', ',', ',', '\n', '\r\n', '\r', 'é');
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const text = pieces.join('');
      const rows = await scan(text);
      const agreed = papaParse(text, ',');
      if (agreed !== null) expect(rows).toEqual(agreed);
      if (typeof rows === 'string') return;
      const excel = rowsOfExcel(text);
      expect(rows.map((row) => row.length)).toEqual(excel.map((row) => row.length));
      // Quotes may stay where Excel drops them; nothing else may differ.
      const letters = (all: Rows) =>
        all.map((row) => row.map((field) => field.replaceAll('"', '').trimEnd()));
      expect(letters(rows)).toEqual(letters(excel));
      read += 1;
    }),
    { numRuns: 5000, seed: 3 },
  );
  expect(read).toBeGreaterThan(1500);
});

test.each([
  ['behind one word', '1,"Big" Joe,x', [['1', 'Big Joe', 'x']]],
  [
    'in a field of every row',
    '"Big" Joe,"x"\n"Small" Ann,"y"\n',
    [
      ['Big Joe', 'x'],
      ['Small Ann', 'y'],
    ],
  ],
  ['in the last field', 'x,"Big" Joe\n', [['x', 'Big Joe']]],
  ['with a word in quotes in it', '"Big" Joe "X",x', [['Big Joe "X"', 'x']]],
  [
    'that was a word in quotes within a field in quotes',
    '1,"Joe "Big" Smith",x',
    [['1', 'Joe "Big" Smith', 'x']],
  ],
  ['that was the same at the end of the field', '"1","Robert "Bob"","x"', [['1', 'Robert "Bob"', 'x']]],
  [
    'that was a sign of inches',
    '1,"6" pipe",x\n2,"8" pipe",y',
    [
      ['1', '6" pipe', 'x'],
      ['2', '8" pipe', 'y'],
    ],
  ],
  ['before a quoted field over two lines', '"Big" Joe,"x\ny"\n', [['Big Joe', 'x\ny']]],
  ['before spaces that are kept', '"Big" Joe  ,x\n', [['Big Joe  ', 'x']]],
  [
    'before a later field that ends with a quote, where both rows are whole',
    'name,size\n"Big" Joe,10\nAnn,24"\nBob,27"\n"Small" Al,12\n',
    [
      ['name', 'size'],
      ['Big Joe', '10'],
      ['Ann', '24"'],
      ['Bob', '27"'],
      ['Small Al', '12'],
    ],
  ],
])('text behind a closing quote: %s', async (_, text, rows) => {
  expect(await scan(text)).toEqual(rows);
});

test.each([
  ['a delimiter within the field', '1,"6" pipe, long",x\n', 1, 1],
  ['a delimiter within the field, behind a word in quotes', 'a\n"Smith, Bob "Jr", MD",5\n', 2, 0],
  ['a line end within the field', 'a,b\nx,"He said "hi" there\nand left",5\n', 2, 1],
  ['two of them, or one with a delimiter', '"6" pipe","8" pipe"', 1, 0],
  ['an undoubled quote at the end of a field, before one in quotes', '1,"Pipe 6"","x",5\n', 1, 1],
  ['the same at the end of a row', 'id,size\n"1","24""\n"2","27"\n"3","x"\n', 2, 1],
  ['the same in the only field of a row', '"Bob ""\n"Joe",z\n', 1, 0],
  ['a backslash and a quote at the end of a field', 'a,b\n"6\\"",x\n"Next",y\n', 2, 0],
  ['quotes behind backslashes', '1,"say \\"hi, Bob\\"","x"\n', 1, 1],
  ['words in quotes and commas within the field', '"Say "a","b","c" now",x\n', 1, 0],
  ['the same behind text', '"Say "a" or,"b","c" now",x\n', 1, 0],
  ['a backslash and a quote before a delimiter within the field', 'a,b\n"Tube 5\\", wide",x\n', 2, 0],
  ['the same before a line end', 'a,b,c\nx,"Tube 5\\"\nwide",y\n', 2, 1],
  ['spaces before the quote that opens the field', 'a, b, c\n1, "Smith, John", x\n', 2, 1],
  ['a tab before it', 'a,b,c\n1,\t"Smith, John",x\n', 2, 1],
  ['a no-break space before it', 'a,b,c\n1,\u00A0"Smith, John",x\n', 2, 1],
  ['the same before a line end within it', 'a, b, c\n1, "Main St\nParis", x\n', 2, 1],
  ['a line end within the field, in rows of any width', 'a,b,c\nx,"6" pipe\nand left",5\n', 2, 1],
  ['a line end within the field, where only the number of rows differs', 'a,b\n1,"6" pipe\n2,24"\n', 2, 1],
  ['a line end within the field, below a title', 'List\nid,note,size\nx,"6" pipe\nand left",5\n', 3, 1],
  ['two such fields, neither ended', 'a,b\n1,"Big" Joe\n24","Big" Al\n', 2, 1],
  ['a quote that is never closed', 'a,b\n1,"x\n2,y\n', 2, 1],
])('refuses quotes that may have shifted cells, with their place: %s', async (_, text, row, column) => {
  const read = await scanRecords(text, ',', () => Promise.resolve());
  expect(read).toEqual({ ok: false, problem: { code: 'quotes-unclear', row, column } });
});

test.each([
  [
    'backslashes before closing quotes',
    '"C:\\a\\","D:\\"\n"E:\\",x',
    [
      ['C:\\a\\', 'D:\\'],
      ['E:\\', 'x'],
    ],
  ],
  [
    'one in a field of two lines',
    '"C:\\\nD:\\","x\n"\ny,"z"',
    [
      ['C:\\\nD:\\', 'x\n'],
      ['y', 'z'],
    ],
  ],
  [
    'spaces before quotes that are no part of a pair of fields',
    'a, "b" c\nd, "e"',
    [
      ['a', ' "b" c'],
      ['d', ' "e"'],
    ],
  ],
  [
    'a sign of inches in every row',
    '1,24"\n2,27"\n',
    [
      ['1', '24"'],
      ['2', '27"'],
    ],
  ],
  ['a field of many doubled quotes', '"""a"",""b""",c', [['"a","b"', 'c']]],
])('reads quotes as in RFC 4180, and quotes within unquoted fields: %s', async (_, text, rows) => {
  expect(await scan(text)).toEqual(rows);
});

test.each([
  // Difference to Papa Parse: spaces behind a closing quote end the field before a line end and the
  // end of the text, too.
  ['spaces behind the last quote', 'a,"b" ', [['a', 'b']]],
  ['spaces behind a quote before the only line end', '"a" \nb', [['a'], ['b']]],
  ['a tab behind a quote is the delimiter where it is one', '"a"\t"b"', [['a', 'b']]],
  ['a line end alone', '\n', [['']]],
  ['a delimiter at the end', 'a,', [['a', '']]],
  ['nothing', '', []],
])('%s', async (_, text, rows) => {
  expect(await scan(text, text.includes('\t') ? '\t' : ',')).toEqual(rows);
});

test.each([
  ['quotes that never close', '"a'.repeat(200_000), 1],
  ['spaces behind every quote', `${'" '.repeat(200_000)}x`, 1],
  ['doubled quotes without an end', '"'.repeat(400_001), 'quotes-unclear'],
  ['a quote without an end behind many others', `${'"a" b\n'.repeat(100_000)}"`, 'quotes-unclear'],
  ['text behind a quote in every line', '"a" b\n'.repeat(100_000), 100_000],
])('%s: linear, not quadratic', async (_, text, outcome) => {
  const rows = await scan(text);
  expect(typeof rows === 'string' ? rows : rows.length).toBe(outcome);
});
