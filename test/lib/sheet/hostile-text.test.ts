import { beforeAll, describe, expect, test } from 'vitest';
import { leastCost, MOST_TIMES } from './least-cost';
import { ENTITY_BOMB, outcomeOf } from './outcome-of';
import { columnOfCells } from './cells/sheetjs-book';

/** Hostile texts, like the files of hostile-books.test.ts. */

const bytesOf = (text: string) => new TextEncoder().encode(text);

const TEXTS: readonly (readonly [string, Uint8Array, string | RegExp])[] = [
  ['quotes without an end', bytesOf('"a'.repeat(500_000)), /damaged|rows/],
  ['quotes at every second place', bytesOf('a,"b"c,"d" '.repeat(200_000)), /damaged|rows/],
  ['delimiters alone', bytesOf(','.repeat(1_000_000)), 'file-damaged'],
  ['line ends alone', bytesOf('\n'.repeat(5_000_000)), 'file-empty'],
  [
    'one wide record over many narrow ones',
    bytesOf(`a${',b'.repeat(16_000)}\n${'x\n'.repeat(500_000)}`),
    /too-many|rows/,
  ],
  ['equals signs and quotes', bytesOf(`a\n="${'""'.repeat(500_000)}`), /damaged|rows/],
  ['one word', bytesOf('a'.repeat(3_900_000)), 'no-rows-below-header'],
  ['one line', bytesOf('a'.repeat(20_000_000)), 'file-damaged'],
  ['quotes alone', bytesOf('"'.repeat(20_000_000)), 'file-damaged'],
  [
    'bytes of no language',
    Uint8Array.from({ length: 2_000_000 }, (_, at) => 0x80 + ((at * 7) % 120)),
    'text-undecodable',
  ],
  [
    'an XML bomb',
    bytesOf(
      `<?xml version="1.0"?>${ENTITY_BOMB}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&b8;</Data></Cell></Row></Table></Worksheet></Workbook>`,
    ),
    /rows|damaged|header|empty/,
  ],
  [
    'DIF without an end',
    bytesOf(`TABLE\n0,1\n"X"\nDATA\n0,0\n""\n${'1,0\n"a\n'.repeat(100_000)}`),
    'file-damaged',
  ],
  [
    'a quoted text of DIF on many lines',
    bytesOf(`TABLE\n0,1\n"X"\nDATA\n0,0\n""\n-1,0\nBOT\n1,0\n"${'a\n'.repeat(500_000)}`),
    'file-damaged',
  ],
  ['tables in tables', bytesOf('<table><tr><td>'.repeat(100_000)), 'too-many-cells'],
  [
    'names that objects have',
    bytesOf('__proto__,constructor,toString\n1,2,3\n'),
    '__proto__,constructor,toString x3, 1 rows',
  ],
];

const ORDINARY = bytesOf('Ada Lovelace,ada@example.com,2026-01-31,Analytical engines\n'.repeat(20_000));

describe('a text', () => {
  let most = 0;
  beforeAll(async () => {
    most = MOST_TIMES * (await leastCost(() => outcomeOf(ORDINARY)));
  });

  test.each(TEXTS)('%s', async (_, bytes, expected) => {
    let came = '';
    const cost = await leastCost(async () => (came = await outcomeOf(bytes)), most);
    expect(came).toMatch(expected);
    expect(cost).toBeLessThan(most);
  });
});

test.each(['xlsx', 'biff8', 'xlsb', 'ods', 'fods', 'xlml', 'sylk'] as const)(
  'names that objects have, in %s, touch no prototype',
  async (format) => {
    const known = Reflect.ownKeys(Object.prototype).length;
    const bytes = columnOfCells(
      [
        { t: 's', v: '__proto__' },
        { t: 's', v: 'constructor' },
      ],
      format,
    );
    expect(await outcomeOf(bytes)).toBe('__proto__ x1, 1 rows');
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(known);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);
