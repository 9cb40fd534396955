import { describe, expect, test } from 'vitest';
import { codePage, type PageName } from '../../../../lib/assign/damage/code-page';
import { certainText, isDamagedText } from '../../../../lib/assign/damage/damaged-text';

/** UTF-8 as a program shows it that takes it for another encoding. */
function takenFor(text: string, page: PageName | 'gbk' | 'shift_jis' | 'euc-kr'): string {
  const bytes = new TextEncoder().encode(text);
  if (page === 'gbk' || page === 'shift_jis' || page === 'euc-kr') return new TextDecoder(page).decode(bytes);
  const { characters } = codePage(page);
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : characters.charAt(byte - 0x80),
  ).join('');
}

/** How many of the texts below are certain, by the encoding that they were taken for. */
const PAGES = [
  ['windows-1250', 15],
  ['windows-1251', 16],
  ['windows-1252', 16],
  ['windows-1253', 16],
  ['windows-1254', 16],
  ['windows-1257', 13],
  ['windows-1258', 16],
  ['macintosh', 16],
  ['ibm437', 16],
  ['ibm850', 16],
  ['ibm852', 16],
  ['koi8-r', 16],
] as const;

describe('UTF-8 read as another encoding', () => {
  const texts = [
    'José García',
    'Łukasz Żak',
    'Иван Петров',
    'Ἀλέξανδρος',
    'Νίκος Παππάς',
    'محمد علي',
    '山田太郎',
    'Nguyễn Văn Ân',
    'ERDOĞAN',
    'GARCÍA MUÑOZ',
    'It’s done – 5 €',
    'François Élan',
    'Ştefan Băsescu',
    'Øystein Åsen',
    'שלום',
    'Kovačová',
  ];
  test.each(PAGES)('by %s: all are damaged, %i of them certain, none wrong', (page, howMany) => {
    const damaged = texts.map((text) => ({ text: text.normalize('NFC'), shown: takenFor(text, page) }));
    expect(damaged.filter(({ shown }) => !isDamagedText(shown, true))).toEqual([]);
    const certain = damaged.flatMap(({ text, shown }) => {
      const offered = certainText(shown);
      return offered === null ? [] : [{ text, offered }];
    });
    expect(certain.filter(({ text, offered }) => text !== offered)).toEqual([]);
    expect(certain).toHaveLength(howMany);
  });

  test.each(PAGES)('by %s: a letter that was lost on the way is not invented', (page) => {
    const names = ['Dvořák', 'Żebbuġ', 'Ķēniņš', 'Sáu', 'Dvořák Sáu', 'Nguyễn', 'Ştefan', 'Øystein', 'Žák'];
    const wrong = names.filter((name) => {
      const shown = takenFor(name, page);
      const lost = Array.from(
        { length: shown.length },
        (_, at) => `${shown.slice(0, at)}\uFFFD${shown.slice(at + 1)}`,
      );
      const offered = [shown, ...lost].map(certainText);
      return offered.some((text) => text !== null && text !== name);
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['gbk', 'José García'],
    ['gbk', 'Müller'],
    ['gbk', '你好世界'],
    ['gbk', 'Иван Петров'],
    ['shift_jis', 'José García'],
    ['shift_jis', '山田太郎'],
    ['euc-kr', 'José García'],
  ] as const)('by %s: %s', (page, text) => {
    expect(isDamagedText(takenFor(text, page), true)).toBe(true);
  });
});

test.each([
  ['José', 'JosÃ©', true],
  ['José', 'Jos√©', true],
  ['Müller Ren\u00E9', 'M├╝ller Ren├⌐', true],
  ['Łukasz Żak', 'Ĺ\u0081ukasz Ĺ»ak', true],
  ['Café Ärzte', 'CafÃ© Ärzte', true],
  ['Muñoz', 'Mu¤oz', true],
  // A letter is lost, or two encodings fit.
  ['Иван', 'РРІР°РЅ', false],
  ['Müller', 'M³ller', false],
  ['Wiśniewski', 'Wi¶niewski', false],
])('%s of %s is certain: %s', (text, damaged, isCertain) => {
  expect(isDamagedText(damaged, true)).toBe(true);
  expect(certainText(damaged)).toBe(isCertain ? text : null);
});

test.each([
  'MÃ¼ller',
  'KÃ–LN',
  'MUÃ‘OZ',
  'MUÃ±OZ',
  'â‚¬5',
  'PiotrowskÄ…',
  'Å‚ukasz',
  'å±±ç”°',
  'a\uFFFDb',
  'voilÃ\u00A0',
  'Â© 2024',
  'HelloÂ\u00A0World',
  '########',
  'Ù…Ø\u00ADÙ…Ø¯',
  'ðŸ˜€',
  '锟斤拷',
  '£ukasz ¯ak',
  'Garc¡a',
  'Jos‚',
  'Josй',
  'Mόller',
  'Èâàí Ïåòðîâ',
  'm?rite',
  'M\u0081ller',
])('damaged, whatever it is for: %s', (text) => {
  expect(isDamagedText(text, false)).toBe(true);
});

test.each(['Garc?a', '?ukasz', 'Jos? King', 'Ren??', 'M??ller', 'King, Jos? A.', 'Ren├'])(
  'damaged as a name: %s',
  (text) => {
    expect(isDamagedText(text, true)).toBe(true);
  },
);

describe('honest', () => {
  test.each([
    'José Núñez',
    'IRMÃ MARIA',
    'AÇÃO',
    'MUÑOZ',
    'RÓŻA ŻÓŁĆ',
    'PÄŤDESIAT',
    'GĂŞTEŞTI',
    'МАРІЯ',
    'ЗАО ПромГрупп',
    'ООО«Ромашка»',
    '„Spaß“ und „Maß“',
    '„Ä“',
    '«Ä»',
    'café\u00A0« noir »',
    'Lukáš’s',
    'Kéníž™',
    'Úžasný',
    '2 × 3',
    'Åsa–Öst',
    'SMØ–X',
    'À la carte',
    'Â',
    'Иван',
    '山田',
    '馬, 思淼',
    '肖小笑',
    'ﾔﾏﾀﾞ ﾀﾛｳ',
    '卡拉OK',
    'محمد™',
    'Nguyễn',
    'naïve…',
    'è » X',
    '😀',
    'Zoë™',
    'BjØrn',
    'LÓpez',
    'McÉwan',
    'DelÁngel',
    'Akyerεko',
    'O’Brien',
    'O´Brien',
    'O‘zbek',
    'col·lecció',
    'Mª José',
    'Ke$ha',
    'ÅÄÖ',
    "O'Brien?",
    'Ada King?',
    'Ren\u00E9',
    'Ng',
    'A. N. Other',
  ])('the name %s', (text) => {
    expect(isDamagedText(text, true)).toBe(false);
  });

  test.each([
    'R&D',
    'C#',
    '#1',
    '100 %',
    '3/4',
    '§ 12',
    '5 m³/h',
    'x²',
    '±5 °C',
    'Level 1 ─ Basics',
    '████░░',
    'kΩ',
    'ΔT',
    'SMSка',
    'dockerом',
    'who?What?',
    'page?id=5',
    'file?.txt',
    'Really?? Yes',
    '¿Qué? ¡Sí!',
    '100 £',
    'Office™365',
    'Wait…what',
    'Donau\u00ADdampfer',
    'a“quote”b',
    'l’été«noir»',
    'A–Z',
  ])('the text %s', (text) => {
    expect(isDamagedText(text, false)).toBe(false);
  });
});

test.each(['MÃŒller', 'FranÃ§ois LefÃšvre', 'Ivan ƒåoviƒá', 'Petroviƒá', 'п≤п╡п╟п╫', 'Josц╘ Garcц╜a'])(
  '%s is damaged, in a grade as well',
  (text) => {
    expect(isDamagedText(text, false)).toBe(true);
  },
);

test.each(['Agbe ƒé', 'ƒá', 'ƒo ƒu', 'Œuvre', 'Žák', 'Lefèvre Œ', 'Ó hÓgáin', 'An tÓstán'])(
  '%s is not damaged',
  (text) => {
    expect(isDamagedText(text, true)).toBe(false);
    expect(isDamagedText(text, false)).toBe(false);
  },
);

test('what only ISO-8859-15 explains is not certain', () => {
  expect(certainText('MÃŒller')).toBeNull();
});
