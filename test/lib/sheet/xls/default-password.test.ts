import { createHash } from 'node:crypto';
import * as XLSX from 'sheetjs-ce';
import { describe, expect, test } from 'vitest';
import { unlockedByDefault } from '../../../../lib/sheet/xls/default-password';
import { recordsOf } from '../../../../lib/sheet/xls/biff-records';
import { md5 } from '../../../../lib/sheet/xls/md5';
import { readWorkbook } from '../../../../lib/sheet/read-workbook';
import { rowsOf } from '../cells-of';
import { LAZY_PARTS } from '../lazy-parts';
import { leastCost } from '../least-cost';
import { columnOfCells } from '../cells/sheetjs-book';

const hash = (...parts: readonly Uint8Array[]) => createHash('md5').update(Buffer.concat(parts)).digest();

test.each([0, 1, 55, 56, 63, 64, 65, 336, 1000])('MD5 of %d bytes is that of the platform', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) & 255);
  expect(Buffer.from(md5(bytes)).toString('hex')).toBe(hash(bytes).toString('hex'));
});

test('a locked stream without a container is a Problem', async () => {
  const stream = Uint8Array.from([
    9,
    8,
    16,
    0,
    0,
    6,
    5,
    0,
    ...Array<number>(12).fill(0),
    0x2f,
    0,
    54,
    0,
    1,
    0,
    1,
    0,
    1,
    0,
  ]);
  const problem = { code: 'file-encrypted' };
  const bytes = Uint8Array.from([...stream, ...Array<number>(48).fill(7)]);
  expect(await readWorkbook(bytes, LAZY_PARTS)).toEqual({ ok: false, problem });
});

test('a stream that is another record at every fourth byte is no list of them', async () => {
  const zeros = new Uint8Array(4_000_000);
  expect(unlockedByDefault(zeros)).toBeNull();
  const whole = await leastCost(() => Array.from(recordsOf(new DataView(zeros.buffer))).length, Infinity);
  expect(await leastCost(() => unlockedByDefault(zeros))).toBeLessThan(whole / 10);
});

/** RC4 as its description has it: so many bytes of what a text is mixed with. */
function rc4(key: Uint8Array, length: number): readonly number[] {
  const s = Array.from({ length: 256 }, (_, index) => index);
  let j = 0;
  const swap = (i: number) => ([s[i], s[j]] = [s[j]!, s[i]!]);
  for (let i = 0; i < 256; i += 1) {
    j = (j + s[i]! + key[i % key.length]!) % 256;
    swap(i);
  }
  j = 0;
  return Array.from({ length }, (_, index) => {
    const i = (index + 1) % 256;
    j = (j + s[i]!) % 256;
    swap(i);
    return s[(s[i]! + s[j]!) % 256]!;
  });
}

const OPEN = [0x809, 0x2f, 0xe1, 0x194, 0x195, 0x196, 0x138];

/** A workbook of Excel 97 to 2003 with its FilePass record, locked as MS-OFFCRYPTO 2.3.6 and MS-XLS 2.2.10 say. */
function locked(xls: Uint8Array, password: string): Uint8Array {
  const cfb = XLSX.CFB as {
    read(bytes: Uint8Array, options: object): object;
    find(file: object, path: string): { content: Uint8Array; size: number };
    write(file: object, options: object): ArrayLike<number>;
  };
  const file = cfb.read(xls, { type: 'array' });
  const entry = cfb.find(file, '/Workbook');
  const plain = Buffer.from(entry.content);
  const salt = Buffer.from(Array.from({ length: 16 }, (_, index) => index * 11 + 3));
  const first = hash(Buffer.from(password, 'utf16le')).subarray(0, 5);
  const secret = hash(...Array.from({ length: 16 }, () => Buffer.concat([first, salt]))).subarray(0, 5);
  const keyOf = (block: number) => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(block);
    return hash(secret, number);
  };
  const verifier = Buffer.alloc(16, 0x5a);
  const mixed = rc4(keyOf(0), 32);
  const proof = Buffer.concat([verifier, hash(verifier)]).map((byte, index) => byte ^ mixed[index]!);
  const header = Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]);
  const bof = plain.readUInt16LE(2) + 4;
  // What comes behind the new record is as much further on as it is long, and so the places of the sheets.
  const stream = Buffer.concat([plain.subarray(0, bof), header, salt, proof, plain.subarray(bof)]);
  const keys = Array.from({ length: Math.ceil(stream.length / 1024) }, (_, block) =>
    rc4(keyOf(block), 1024),
  ).flat();
  for (let at = 0; at + 4 <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (type === 0x85) stream.writeUInt32LE(stream.readUInt32LE(at + 4) + 58, at + 4);
    const from = OPEN.includes(type) ? end : at + 4 + (type === 0x85 ? 4 : 0);
    for (let byte = from; byte < end; byte += 1) stream[byte] = stream[byte]! ^ keys[byte]!;
    at = end;
  }
  entry.content = stream;
  entry.size = stream.length;
  return Uint8Array.from(cfb.write(file, { type: 'array' }));
}

describe('a workbook of old', () => {
  // More than one block of the key.
  const cells = Array.from({ length: 300 }, (_, index) => ({ t: 's', v: `Zoë Müller ${index}` }) as const);
  const xls = columnOfCells(cells, 'biff8');

  test('that Excel has locked with its own password is read', async () => {
    const read = await readWorkbook(locked(xls, 'VelvetSweatshop'), LAZY_PARTS);
    expect(read).toMatchObject({ ok: true, value: { format: 'xls', via: 'sheetjs' } });
    const [sheet] = read.ok ? read.value.sheets : [];
    expect(rowsOf(sheet!).map(([cell]) => cell)).toEqual(cells.map(({ v }) => ({ kind: 'text', text: v })));
  });

  test('that its author has locked is a Problem', async () => {
    const problem = { code: 'file-encrypted' };
    expect(await readWorkbook(locked(xls, 'secret'), LAZY_PARTS)).toEqual({ ok: false, problem });
  });
});
