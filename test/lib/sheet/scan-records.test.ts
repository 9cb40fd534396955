import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { scanRecords } from '../../../lib/sheet/scan-records';

type Rows = readonly (readonly string[])[];

async function scan(text: string, delimiter: ',' | ';' | '\t' | '|' = ','): Promise<Rows | string> {
  const result = await scanRecords(text, delimiter, () => Promise.resolve());
  if (!result.ok) return result.problem.code;
  const records = result.value;
  return Array.from({ length: records.count }, (_, record) =>
    Array.from({ length: records.width(record) }, (_, column) => records.field(record, column)),
  );
}

/** What Papa Parse makes of it, by our rule about quotes; it knows one kind of line end in a file. */
function papaParse(text: string, delimiter: string): Rows | string {
  const { data, errors } = Papa.parse<readonly string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter,
    newline: '\n',
  });
  for (const { type, code, row = 0 } of errors) {
    if (type !== 'Quotes') continue;
    const swallowed = data[row]?.some((field) => field.includes('\n') || field.includes(`"${delimiter}"`));
    if (code === 'MissingQuotes' || swallowed === true) return 'file-damaged';
  }
  // It counts the nothing behind the last line end as a record.
  return /(^|[\r\n])$/.test(text) ? data.slice(0, -1) : data;
}

const delimiters = [',', ';', '\t', '|'] as const;

test('a written table is read as it was', async () => {
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

test('any text of quotes, delimiters and line ends is read as Papa Parse reads it', async () => {
  const piece = fc.constantFrom('a', 'b c', '"', '""', '"', ',', ',', '\n', '\r\n', '\r', 'é');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const text = pieces.join('');
      expect(await scan(text)).toEqual(papaParse(text, ','));
    }),
    { numRuns: 5000, seed: 3 },
  );
});

test.each([
  // Where the two differ: spaces behind a closing quote end the field before a line end or the end of the text as well.
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
  ['quotes that never close', '"a'.repeat(200_000)],
  ['spaces behind every quote', `${'" '.repeat(200_000)}x`],
  ['doubled quotes without an end', '"'.repeat(400_001)],
  ['quotes that close nowhere, each in a line of its own', '"a" b\n'.repeat(100_000)],
])('%s: a Problem, and not after the square of their number', async (_, text) => {
  expect(await scan(text)).toBe('file-damaged');
});
