import { describe, expect, test } from 'vitest';
import { codePage, type PageName } from '../../../../lib/assign/damage/code-page';
import { certainText, isDamagedText } from '../../../../lib/assign/damage/damaged-text';

/** Names that are usual in Vietnam. Each is judged alone: another word may hold the proof else. */
const NAMES = (
  'Nguyễn Trần Lê Phạm Huỳnh Võ Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Đào Đinh Lâm Phùng Tô Trịnh Mạc Hứa Quách ' +
  'Thị Văn Đức Ngọc Quốc Hồng Mỹ Lệ Hiền Huyền Tuyết Bộ Việt Diễm Mạnh Hạnh Phúc Hằng Hiếu Tuấn Dũng Cường ' +
  'Bảo Châu Thảo Thủy Yến Ánh Hải Lộc Lợi Sơn Tín Tú Vỹ Nhật Kiệt Khải Hưng Đạt Mẫn Thịnh Thúy Như Cẩm Bích ' +
  'Trường Phước Thắng Quyền Nghĩa Lễ Kỳ Tỉnh Chữ Vượng Ẩn Ửng PHẠM NGUYỄN LÊ'
).split(' ');
const WHOLE = ['Nguyễn An', 'Nguyễn Thị Hoa', 'Hồ Quốc', 'Hồ Thị', 'Nguyễn Quốc Vinh', 'Lê Ngọc', 'An Bộ'];

function takenFor(text: string, page: PageName): string {
  const { characters } = codePage(page);
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : characters.charAt(byte - 0x80),
  ).join('');
}

/** Encodings, the names that are missed (they may be honest words), and how many are certain. */
test.each<[PageName, readonly string[], number]>([
  ['windows-1252', [], 91],
  ['windows-1254', [], 91],
  ['windows-1258', [], 92],
  ['windows-1250', ['Lê'], 80],
  ['windows-1257', ['Lê', 'Tô'], 81],
  ['windows-1251', ['Đặng', 'Đỗ'], 90],
  ['windows-1253', [], 86],
  ['macintosh', [], 92],
  ['ibm850', ['Sơn'], 90],
  ['ibm437', [], 92],
])('UTF-8 of Vietnamese read as %s is damaged, and no wrong name is offered', (page, missed, certain) => {
  const all = [...NAMES, ...WHOLE].map((name) => ({ name, shown: takenFor(name, page) }));
  expect(all.filter(({ shown }) => !isDamagedText(shown, true)).map(({ name }) => name)).toEqual(missed);
  const offered = all.map(({ name, shown }) => ({ name, text: certainText(shown) }));
  expect(offered.filter(({ name, text }) => text !== null && text !== name)).toEqual([]);
  expect(offered.filter(({ text }) => text !== null)).toHaveLength(certain);
});

test.each([
  ['Nguyá»…n An', 'Nguyễn An'],
  ['Nguyá»…n Thá»‹ Hoa', 'Nguyễn Thị Hoa'],
  ['Há»“ Quá»‘c', 'Hồ Quốc'],
  ['TÃº', 'Tú'],
  ['Ada ‚Äì Bo', 'Ada – Bo'],
  ['1Âª', '1ª'],
])('%s was %s', (damaged, text) => {
  expect(isDamagedText(damaged, true)).toBe(true);
  expect(certainText(damaged)).toBe(text);
});

describe('honest', () => {
  test.each([
    '«Panamá»…',
    'El curso «Bogotá»–básico',
    '« Voilà »…',
    '«Está»’s',
    'está',
    'Panamá',
    'Panamá ºC',
    '1ª e 2º',
    'Mª José',
    'Nº 5',
    'col·lecció',
    'l·ª',
    'Gal·la Àngel',
    '‚Ä‘',
    '‚Ära‘',
    '„Äquator“',
    'Nguyễn Thị Ánh',
    'LÊ QUỐC BẢO',
    'Pișáş',
    'į „Vilnių“',
    'Bogotá.»',
    'Yıldız Şahin',
    'Ştefan',
    'IRMÃ',
    'ˈkɪŋ',
    'Hawaiʻi',
  ])('%s', (text) => {
    expect(isDamagedText(text, true)).toBe(false);
  });
});
