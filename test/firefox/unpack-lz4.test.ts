import { expect, test } from 'vitest';
import { unpacked } from './unpack-lz4';

const packed = (size: number, ...bytes: readonly number[]) =>
  Buffer.from([...Buffer.from('mozLz40\0', 'latin1'), size, 0, 0, 0, ...bytes]);
const letters = (text: string) => [...Buffer.from(text)];

/** [name, file, what is in it] */
test.each([
  ['any other file', Buffer.from('mark'), 'mark'],
  ['an empty file', Buffer.alloc(0), ''],
  ['letters alone', packed(4, 0x40, ...letters('mark')), 'mark'],
  [
    'a mark that is in two pieces',
    packed(11, 0x50, ...letters('xmark'), 4, 0, 0x20, ...letters('er')),
    'xmarkmarker',
  ],
  ['a repetition that reaches into itself', packed(9, 0x14, ...letters('a'), 1, 0, 0x00), 'a'.repeat(9)],
  ['15 letters and more', packed(17, 0xf0, 2, ...letters('abcdefghijklmnopq')), 'abcdefghijklmnopq'],
  [
    '270 letters: the length takes two bytes more',
    Buffer.concat(
      [packed(0, 0xf0, 255, 0, ...letters('a'.repeat(270)))].map(
        (file) => (file.writeUInt32LE(270, 8), file),
      ),
    ),
    'a'.repeat(270),
  ],
])('%s', (_, file, expected) => {
  expect(unpacked(file).toString()).toBe(expected);
});
