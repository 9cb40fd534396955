import { describe, expect, test } from 'vitest';
import { chainProblem } from '../../../../lib/sheet/xls/compound-chains';
import { compoundFormat } from '../../../../lib/sheet/xls/compound-file';

const SECTOR = 512;
const COUNT = 16_000;
/** 125 sectors: more than the 109 that the header can list. */
const TABLES = COUNT / (SECTOR / 4);
const END = 0xfffffffe;
const DIRECTORY = TABLES;
const LIST = TABLES + 1;
const FIRST = TABLES + 2;

/**
 * Compound file of 8 MB with the stream "Workbook". `next` gives the sector after each, `listNext`
 * the one after the list.
 */
function compoundFile(start: number, next: (sector: number) => number, listNext: number): Uint8Array {
  const bytes = new Uint8Array((COUNT + 1) * SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, DIRECTORY, true);
  view.setUint32(68, LIST, true);
  view.setUint32(72, 1, true);
  const listStart = (LIST + 1) * SECTOR;
  for (let table = 0; table < 109; table += 1) view.setUint32(76 + table * 4, table, true);
  for (let place = 0; place < 127; place += 1) {
    view.setUint32(listStart + place * 4, place + 109 < TABLES ? place + 109 : 0xffffffff, true);
  }
  view.setUint32(listStart + SECTOR - 4, listNext, true);
  for (let sector = 0; sector < COUNT; sector += 1) {
    view.setUint32(SECTOR + sector * 4, sector < FIRST ? END : next(sector), true);
  }
  const entry = (DIRECTORY + 1) * SECTOR;
  Array.from('Workbook', (letter, at) => view.setUint16(entry + at * 2, letter.charCodeAt(0), true));
  view.setUint16(entry + 64, 18, true);
  view.setUint32(entry + 116, start, true);
  view.setUint32(entry + 120, (COUNT - FIRST) * SECTOR, true);
  return bytes;
}

const forwards = (sector: number) => (sector + 1 < COUNT ? sector + 1 : END);
const backwards = (sector: number) => (sector > FIRST ? sector - 1 : END);
const endsInCircle = (sector: number) => (sector + 1 < COUNT ? sector + 1 : COUNT - 9);
const halfIntoHalf = (sector: number) => (sector < COUNT / 2 ? COUNT / 2 : forwards(sector));
const circle = 'a stream of the file runs in a circle';
const entangled = 'the streams of the file are entangled';

describe('an XLS of 8 MB, whose allocation table continues behind the header', () => {
  test.each([
    ['in order', FIRST, forwards, END, null],
    ['backwards', COUNT - 1, backwards, END, entangled],
    ['whose half of sectors leads into the other half', FIRST, halfIntoHalf, END, entangled],
    ['with a circle at its end', FIRST, endsInCircle, END, circle],
    ['with a circle, and a list that is one too', FIRST, endsInCircle, LIST, circle],
  ] as const)('%s', (_, start, next, listNext, expected) => {
    const bytes = compoundFile(start, next, listNext);
    expect(compoundFormat(bytes)).toEqual({ ok: true, value: 'xls' });
    expect(chainProblem(bytes)).toBe(expected);
  });
});
