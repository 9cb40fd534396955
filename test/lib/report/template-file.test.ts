import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../lib/credential/attributes';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { Credential } from '../../../lib/credential/credential';
import { groupId } from '../../../lib/credential/ids';
import { templateFile } from '../../../lib/report/template-file';
import { readXlsx } from '../../../lib/sheet/xlsx/read-xlsx';
import { readWithSheetJs } from '../../../lib/sheet/sheetjs/sheetjs';
import { textOf, type Cell, type Sheet } from '../../../lib/sheet/cells/sheet';
import { downloadWords } from '../../fakes/download-words';
import { credentialOf, type WrittenCredential } from '../../fakes/credential';

const CUSTOM = [
  { name: 'CE Hours', kind: 'text' },
  { name: 'Seen On', kind: 'date' },
  { name: 'Grade', kind: 'text' },
] as const;
const ATTRIBUTES = attributesOf(CUSTOM);
const WORDS = { ...downloadWords(), record: 'Record' };
const KEY = Int32Array.of(1, 2, 3, 4);

const downloaded = (
  credentials: readonly Credential[],
  attributes: readonly AttributeId[],
  format = 'xlsx' as 'csv' | 'xlsx',
) =>
  templateFile(
    credentials,
    ATTRIBUTES,
    {
      page: { environment: 'eu', groupId: groupId('7') },
      attributes,
      format,
      now: Date.UTC(2026, 5, 1),
      words: WORDS,
    },
    KEY,
  );

async function sheetsOf(
  credentials: readonly Credential[],
  attributes: readonly AttributeId[],
): Promise<readonly Sheet[]> {
  const read = await readXlsx(new Uint8Array(await downloaded(credentials, attributes)), {});
  if (!read.ok || read.value.kind !== 'read') throw new Error('not read');
  return read.value.sheets;
}

const rowOf = (sheet: Sheet | undefined, row: number) =>
  Array.from({ length: sheet?.columnCount ?? 0 }, (_, column) =>
    textOf(sheet?.cell(row, column) ?? { kind: 'blank' }),
  );

describe('a downloaded workbook', () => {
  test('has keys first, a marked header, and a hidden record', async () => {
    const credentials = [
      credentialOf({ id: '12345678901234', licenseId: 'L-1', grade: 'A', published: false }),
    ];
    const [list, record] = await sheetsOf(credentials, [
      'recipient-name',
      'license-id',
      'published',
      'expiry-date',
      'grade',
    ]);
    expect([list?.name, list?.hidden, record?.hidden]).toEqual(['Credentials', false, true]);
    expect(rowOf(list, 1)).toEqual([
      'Credential ID (do not change)',
      'License ID (do not change)',
      'Recipient Name',
      'Expiry Date',
      'Grade',
      'Published',
    ]);
    expect(rowOf(list, 2)).toEqual(['12345678901234', 'L-1', 'Ada Lovelace', '2027-01-15', 'A', 'no']);
    expect(list?.cell(2, 0).kind).toBe('text');
    expect(list?.cell(2, 3)).toMatchObject({ kind: 'day', day: '2027-01-15' });
    expect(rowOf(record, 1)).toEqual([WORDS.note]);
  });

  test('names no two columns the same', async () => {
    const [list] = await sheetsOf(
      [credentialOf({ grade: 'A', custom: { Grade: 'B' } })],
      ['grade', 'custom:Grade'],
    );
    expect(rowOf(list, 1)).toEqual(['Credential ID (do not change)', 'Grade', 'Grade (account)']);
  });

  /** [what, attribute, values, the cells as they are read back] */
  test.each<[string, AttributeId, readonly WrittenCredential[], readonly Partial<Cell>[]]>([
    [
      'grades that are all numbers are numbers',
      'grade',
      [{ grade: '95' }, { grade: '87.5' }],
      [
        { kind: 'number', text: '95' },
        { kind: 'number', text: '87.5' },
      ],
    ],
    [
      'a grade among them that is none makes them texts',
      'grade',
      [{ grade: '95' }, { grade: 'A' }],
      [
        { kind: 'text', text: '95' },
        { kind: 'text', text: 'A' },
      ],
    ],
    [
      'numbers with zeros that a number loses are texts',
      'grade',
      [{ grade: '95.0' }],
      [{ kind: 'text', text: '95.0' }],
    ],
    ['leading zeros are texts', 'grade', [{ grade: '007' }], [{ kind: 'text', text: '007' }]],
    [
      'long numbers are texts',
      'custom:CE Hours',
      [{ custom: { 'CE Hours': '123456789012' } }],
      [{ kind: 'text', text: '123456789012' }],
    ],
    ['what a formula would be is a text', 'grade', [{ grade: '=1+1' }], [{ kind: 'text', text: '=1+1' }]],
    [
      'and so is @, + and -',
      'recipient-name',
      [{ recipientName: '@SUM(A1)' }, { recipientName: '-2+3' }],
      [
        { kind: 'text', text: '@SUM(A1)' },
        { kind: 'text', text: '-2+3' },
      ],
    ],
    [
      'an apostrophe stays',
      'recipient-name',
      [{ recipientName: "'t Hooft" }],
      [{ kind: 'text', text: "'t Hooft" }],
    ],
    [
      'markup stays',
      'recipient-name',
      [{ recipientName: '<b>Ada</b> & "Bo" &amp;' }],
      [{ kind: 'text', text: '<b>Ada</b> & "Bo" &amp;' }],
    ],
    ['spaces and lines stay', 'grade', [{ grade: ' A\n  B ' }], [{ kind: 'text', text: ' A\n  B ' }]],
    [
      'what looks like an escape stays',
      'grade',
      [{ grade: '_x0041_ _x000D_ _x' }],
      [{ kind: 'text', text: '_x0041_ _x000D_ _x' }],
    ],
    [
      'control signs stay',
      'grade',
      [{ grade: 'a\u0001b\rc\u001F' }],
      [{ kind: 'text', text: 'a\u0001b\rc\u001F' }],
    ],
    [
      'other letters stay',
      'recipient-name',
      [{ recipientName: '王小明 😀 Łucja' }],
      [{ kind: 'text', text: '王小明 😀 Łucja' }],
    ],
    [
      'a day before 1900 is a text',
      'issue-date',
      [{ issuedOn: '1899-12-31' }],
      [{ kind: 'text', text: '1899-12-31' }],
    ],
    [
      'a custom date that is a day is one',
      'custom:Seen On',
      [{ custom: { 'Seen On': '2024-02-29' } }],
      [{ kind: 'day', day: '2024-02-29' } as Partial<Cell>],
    ],
    [
      'a custom date in words is a text',
      'custom:Seen On',
      [{ custom: { 'Seen On': 'last May' } }],
      [{ kind: 'text', text: 'last May' }],
    ],
    [
      'a custom date that is no day is a text',
      'custom:Seen On',
      [{ custom: { 'Seen On': '2023-02-29' } }],
      [{ kind: 'text', text: '2023-02-29' }],
    ],
    ['none is blank', 'expiry-date', [{ expiredOn: null }], [{ kind: 'blank' }]],
    ['a text that no cell holds is blank', 'grade', [{ grade: 'x'.repeat(32_768) }], [{ kind: 'blank' }]],
  ])('%s', async (_, attribute, values, cells) => {
    const credentials = values.map((value, at) => credentialOf({ id: String(at + 1), ...value }));
    const [list] = await sheetsOf(credentials, [attribute]);
    expect(values.map((__, at) => list?.cell(at + 2, 1))).toMatchObject(cells);
  });

  test('is read by SheetJS as well, with its lists and its frozen row', async () => {
    const bytes = new Uint8Array(await downloaded([credentialOf({ published: true })], ['published']));
    const read = readWithSheetJs(bytes, 'xlsx');
    expect(read.ok && read.value.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Credentials', false],
      ['Record', true],
    ]);
  });

  test('has nothing in it that is not said: no author, no time of writing', async () => {
    const once = new Uint8Array(await downloaded([credentialOf()], ['grade']));
    expect(new Uint8Array(await downloaded([credentialOf()], ['grade']))).toEqual(once);
  });
});

test('a downloaded CSV has the values as texts, and no record', async () => {
  const credentials = [credentialOf({ grade: '=1+1', expiredOn: null, published: true })];
  const text = new TextDecoder().decode(
    await downloaded(credentials, ['grade', 'expiry-date', 'published'], 'csv'),
  );
  expect(text.split('\r\n')).toEqual([
    `"'Credential ID (do not change)","Expiry Date","Grade","Published"`,
    `"1001","","'=1+1","yes"`,
    '',
  ]);
});
