import { describe, expect, test } from 'vitest';
import { readDelimited } from '../../../../lib/sheet/text/text';
import { textsOf } from '../cells-of';

async function read(text: string, chosen?: ',' | ';' | '\t' | '|') {
  const result = await readDelimited(text, chosen ? { chosen } : {});
  return result.ok
    ? { rows: textsOf(result.value.sheet), delimiter: result.value.delimiter }
    : result.problem;
}

describe('records', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'line ends of all kinds',
      'a,b\r\n1,2\n3,4\r5,6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'the end mark of DOS',
      'a,b\r\n1,2\r\n\x1A',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a comma in quotes',
      'a,b\n"x, y",2',
      [
        ['a', 'b'],
        ['x, y', '2'],
      ],
    ],
    [
      'doubled quotes',
      'a,b\n"say ""hi""",2',
      [
        ['a', 'b'],
        ['say "hi"', '2'],
      ],
    ],
    [
      'line ends in quotes',
      'a,b\r\n"x\r\ny",2\r\n',
      [
        ['a', 'b'],
        ['x\ny', '2'],
      ],
    ],
    [
      'empty fields',
      'a,b\n,\n"",2',
      [
        ['a', 'b'],
        ['', ''],
        ['', '2'],
      ],
    ],
    [
      'records of different length',
      'a,b,c\n1\n1,2,3,4',
      [
        ['a', 'b', 'c', ''],
        ['1', '', '', ''],
        ['1', '2', '3', '4'],
      ],
    ],
    [
      'a blank line keeps its number',
      'a,b\n\n1,2',
      [
        ['a', 'b'],
        ['', ''],
        ['1', '2'],
      ],
    ],
    [
      'spaces are kept',
      'a,b\n 1 ,2',
      [
        ['a', 'b'],
        [' 1 ', '2'],
      ],
    ],
    [
      'leading zeros kept for Excel',
      'a,b\n="00123",2',
      [
        ['a', 'b'],
        ['00123', '2'],
      ],
    ],
    [
      'the same in quotes',
      'a,b\n"=""00123""",2',
      [
        ['a', 'b'],
        ['00123', '2'],
      ],
    ],
    [
      'a quote inside a field',
      'a,b\n6" pipe,2',
      [
        ['a', 'b'],
        ['6" pipe', '2'],
      ],
    ],
    [
      'the line break of FileMaker, U+000B',
      'a,b\n"x\x0By",z\x0Bw',
      [
        ['a', 'b'],
        ['x\ny', 'z\nw'],
      ],
    ],
    ['no last line end', 'a\n1', [['a'], ['1']]],
    [
      'names of prototypes',
      '__proto__,constructor\n1,2',
      [
        ['__proto__', 'constructor'],
        ['1', '2'],
      ],
    ],
  ])('%s', async (_, text, rows) => {
    expect(await read(text)).toMatchObject({ rows });
  });
});

test.each([
  [
    'a record wider than any sheet',
    `a,b\n${','.repeat(20_000)}x\n`,
    { code: 'file-damaged', detail: 'record 2 has more than 16384 fields' },
  ],
  [
    'a wide header above more rows than anything can go through',
    `${','.repeat(16_000)}x\n${'x\n'.repeat(10_000)}`,
    { code: 'too-many-cells', sheet: null, cells: 16_001 * 10_001, limit: 100_000_000 },
  ],
  ['only line ends', '\n\n,\n', { code: 'file-empty' }],
])('%s is a Problem', async (_, text, problem) => {
  expect(await read(text)).toEqual(problem);
});

test('stops within a text of many megabytes when it is aborted', async () => {
  const stop = new AbortController();
  const reading = readDelimited('a,b\n'.repeat(2_500_000), { signal: stop.signal });
  stop.abort(new Error('another file was dropped'));
  await expect(reading).rejects.toThrow('another file was dropped');
});
