import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeLegacyText } from '../../../../lib/sheet/encoding/legacy-text';
import { decodeText as decode } from '../../../../lib/sheet/encoding/decode-text';

const loadLegacy = () => Promise.resolve(decodeLegacyText);
const decodeText = (bytes: Uint8Array, chosen?: string) => decode(bytes, { chosen, loadLegacy });

const utf16le = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
const hex = (digits: string) => Uint8Array.from(Buffer.from(digits, 'hex'));
const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  ['UTF-8', utf8('Zoë,李'), 'Zoë,李', 'utf-8'],
  ['UTF-8 with a byte order mark', utf8('\uFEFFZoë'), 'Zoë', 'utf-8'],
  ['UTF-8 with two, of two programs', utf8('\uFEFF\uFEFFZoë'), 'Zoë', 'utf-8'],
  ['UTF-16 LE with a byte order mark', utf16le('\uFEFFZoë'), 'Zoë', 'utf-16le'],
  ['UTF-16 BE with a byte order mark', utf16be('\uFEFFZoë'), 'Zoë', 'utf-16be'],
  ['GB 18030 with one', hex('84319533b1e0bac5'), '编号', 'gb18030'],
  ['UTF-16 LE without one', utf16le('Name;Zoë\n'), 'Name;Zoë\n', 'utf-16le'],
  ['UTF-16 BE without one', utf16be('Name;Zoë\n'), 'Name;Zoë\n', 'utf-16be'],
  [
    'UTF-16 LE of a Chinese list',
    utf16le('李小龍,1,2027\n王芳,2,2027\n'),
    '李小龍,1,2027\n王芳,2,2027\n',
    'utf-16le',
  ],
  ['windows-1252', Uint8Array.of(0x5a, 0x6f, 0xeb), 'Zoë', 'windows-1252'],
  [
    'windows-1252 in 0x80 to 0x9F, where Node and browsers differ',
    Uint8Array.of(0x80, 0x8a, 0x92, 0x93, 0x97, 0x9f),
    '€Š’“—Ÿ',
    'windows-1252',
  ],
  ['plain ASCII', utf8('a,b'), 'a,b', 'utf-8'],
])('detects %s', async (_, bytes, text, encoding) => {
  expect(await decodeText(bytes)).toMatchObject({ ok: true, value: { text, encoding } });
});

// Too little for statistics, but certainly not western: bytes in pairs, or bytes without a
// character.
test.each([
  [
    'shift_jis',
    '94d48d862c8e8196bc0a8e52936391be98590a97e996d888ea98590a',
    '番号,氏名\n山田太郎\n鈴木一郎\n',
  ],
  ['shift_jis', '8352815b8371815b0a8382834a8352815b8371815b0a', 'コーヒー\nモカコーヒー\n'],
  ['gb18030', 'b1e0bac52cd0d5c3fb0acdf5d0a1c3f70ac0eebbaa0a', '编号,姓名\n王小明\n李华\n'],
  ['big5', 'bd73b8b92ca96da6570aa4fda470a9fa0aa7f5b5d80a', '編號,姓名\n王小明\n李華\n'],
  [
    'euc-jp',
    '69642c6e616d650a312c8ed48ecf8ec08ede208ec08edb8eb30a322c8ebd8ebd8ede8eb7208eca8ec58eba0a',
    'id,name\n1,ﾔﾏﾀﾞ ﾀﾛｳ\n2,ｽｽﾞｷ ﾊﾅｺ\n',
  ],
  ['euc-kr', 'b9f8c8a32cc0ccb8a70ab1e8c3b6bcf60ac0ccbfb5c8f10a', '번호,이름\n김철수\n이영희\n'],
  [
    'macintosh',
    '6e616d650d5a6f91204d9f6c6c65720d4672616e8d6f6973204c65668f7672650d',
    'name\rZoë Müller\rFrançois Lefèvre\r',
  ],
])('detects %s by a few names', async (encoding, digits, text) => {
  expect(await decodeText(hex(digits))).toMatchObject({ ok: true, value: { text, encoding } });
});

// Two zeros at one side of their pairs do not make it UTF-16.
test.each(['id,name\n1,Ann\0\0\n2,Bob\n', 'id,name\nx,1,Ann\0\0\n2,Bob\n'])(
  'zeros in fields are no UTF-16: %j',
  async (text) => {
    expect(await decodeText(utf8(text))).toMatchObject({ ok: true, value: { text, encoding: 'utf-8' } });
  },
);

test.each([
  ['windows-1250', Uint8Array.of(0xb3, 0xf3, 0x9c), 'łóś', 'windows-1250'],
  ['windows-1251', Uint8Array.of(0xc8, 0xe2, 0xe0, 0xed), 'Иван', 'windows-1251'],
  ['latin1, which is windows-1252', Uint8Array.of(0x80), '€', 'windows-1252'],
  ['Shift_JIS', Uint8Array.of(0x93, 0xfa), '日', 'shift_jis'],
])('uses the chosen %s', async (chosen, bytes, text, encoding) => {
  expect(await decodeText(bytes, chosen.split(',')[0])).toMatchObject({
    ok: true,
    value: { text, encoding },
  });
});

interface SavedList {
  readonly language: string;
  readonly encoding: string;
  readonly text: string;
  readonly base64: string;
}

const saved = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../fixtures/encodings/${name}.json`, import.meta.url), 'utf8'),
  ) as readonly SavedList[];
const lists = saved('lists');

test.each(saved('few-names').map((list) => [list.encoding, list.language, list.text, list] as const))(
  'detects the encoding of a few names: %s, %s: %j',
  async (_, __, text, { base64 }) => {
    expect(await decodeText(Uint8Array.from(Buffer.from(base64, 'base64')))).toMatchObject({
      ok: true,
      value: { text },
    });
  },
);

test.each(lists.map((list) => [list.language, list.encoding, list] as const))(
  'detects the encoding of a list in %s, or one that reads it the same: %s',
  async (_, __, { base64, text }) => {
    expect(await decodeText(Uint8Array.from(Buffer.from(base64, 'base64')))).toMatchObject({
      ok: true,
      value: { text },
    });
  },
);

test.each(lists.map((list) => [list.language, list.encoding, list] as const))(
  'reads a list in %s when %s is chosen',
  async (_, encoding, { base64, text }) => {
    const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
    expect(await decodeText(bytes, encoding)).toMatchObject({ ok: true, value: { text } });
  },
);

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

// Too little for statistics: most admins have the western encoding.
test.each([
  ['José,1\nMaría,2\n'],
  ['Søren\nKåre\nÅse\n'],
  ['François\nAnaïs\nZoé\nHélène\n'],
  ['Müller\nSchäfer\nKönig\nWeiß\nJürgen\n'],
  ['Björk Guðmundsdóttir\nÞorbjörg\n'],
  ['Nuñez\nPeña\nIbañez\nMuñoz\nCañas\n'],
  ['Päivi Mäkinen\nJärviö\nHämäläinen\n'],
  ['Muñoz\nPeña\nNúñez\nIbáñez\nCompañ.\n'],
  ['García López\nJosé Pérez\nMuñoz\nPeña Núñez\nEspañ\n'],
  ['Erwañ Le Goff\n'],
  ['Tõnis Kõiv\nRené Mägi\n'],
  ['Türi\nPõlva\nMägi\nAndré\nÕnne\n'],
  ['Sigurður\nDavíð\nÞorbjörg\nZoë\n'],
  ['Mªdel Carmen\nJuan\nMªluisa\n'],
  ['£per year\n¾inch\n'],
  ['Asiste¿Sí?\n'],
  ['Åsa\nÅke\nÄngla\nÅberg\nÄlva\n'],
  ['Võ Anh\nJosé\n'],
  ['VÕ Ánh\nAnh Võ-Pérez\n'],
  ['José\rMaría\rMüller\rFrançois\r'],
])('reads a few western names as windows-1252: %j', async (text) => {
  expect(await decodeText(latin1(text))).toMatchObject({
    ok: true,
    value: { text, encoding: 'windows-1252', choices: [] },
  });
});

test('detects an encoding by the last row of a long list', async () => {
  const rows = latin1('Ann;ann@example.org;2027-01-31\n'.repeat(50_000));
  const last = Uint8Array.from([
    ...[0xc5, 0xea, 0xe0, 0xf2, 0xe5, 0xf0, 0xe8, 0xed, 0xe0, 0x20, 0xca, 0xf3, 0xe7, 0xed, 0xe5, 0xf6],
    ...[0xee, 0xe2, 0xe0, 0x3b, 0xd1, 0xe0, 0xed, 0xea, 0xf2, 0x2d, 0xcf, 0xe5, 0xf2, 0xe5, 0xf0, 0xe1],
  ]);
  const read = await decodeText(new Uint8Array(Buffer.concat([rows, last])));
  expect(read.ok && read.value.encoding).toBe('windows-1251');
  expect(read.ok && read.value.text.endsWith('Екатерина Кузнецова;Санкт-Петерб')).toBe(true);
});

test.each([
  ['UTF-8 that was cut within a character', utf8('Zoë;Jürgen;Åse').slice(0, -3)],
  [
    'UTF-8 with one byte of another encoding',
    Uint8Array.from([...utf8('Zoë;Jürgen;Åse;Køb;Zoë;'), 0xeb, 0x3b]),
  ],
])('refuses %s instead of making mojibake', async (_, bytes) => {
  expect(await decodeText(bytes)).toMatchObject({
    ok: false,
    problem: { code: 'text-undecodable', encoding: 'utf-8' },
  });
});

test.each([
  ['utf-8', Uint8Array.of(0x5a, 0xeb, 0x20)],
  ['no-such-encoding', Uint8Array.of(0x5a)],
])('refuses a wrong chosen encoding, without U+FFFD: %s', async (encoding, bytes) => {
  expect(await decodeText(bytes, encoding)).toMatchObject({
    ok: false,
    problem: { code: 'text-undecodable', encoding },
  });
});

function choicesOf(read: Awaited<ReturnType<typeof decodeText>>) {
  if (read.ok || read.problem.code !== 'text-undecodable') throw new Error('it was read');
  return read.problem.choices;
}

describe('what the letters do not tell is asked, with names as they read in each encoding', () => {
  const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

  test.each([
    // "J\x9frgen" is a name on a Mac and of windows-1252, and nothing else is there.
    ['one word of a Mac', hex('4a9f7267656e0d0a'), ['JŸrgen', 'Jürgen']],
    ['a Danish name of DOS', hex('539b72656e204b6a9172'), ['Søren Kjær', 'Sõren Kjër']],
  ])('%s', async (_, bytes, names) => {
    const read = await decodeText(bytes);
    const choices = read.ok ? read.value.choices : [];
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.flatMap((choice) => choice.names)).toEqual(expect.arrayContaining(names));
    expect(read.ok && read.value.encoding).toBe(choices[0]?.encoding);
  });

  test('a text that is clear is not asked about', async () => {
    const western = lists.filter(({ encoding }) => encoding === 'windows-1252');
    expect(western.length).toBeGreaterThan(3);
    for (const { base64 } of western) {
      expect(await decodeText(bytesOf(base64))).toMatchObject({ ok: true, value: { choices: [] } });
    }
  });

  test('UTF-8 with bytes of another encoding: both at once are offered first, and can be chosen', async () => {
    const mixed = Uint8Array.from([...utf8('José García,Łukasz,Zoë,Ana\nRen'), 0xe9, 0x0a]);
    const read = await decodeText(mixed);
    expect(choicesOf(read)[0]).toEqual({
      encoding: 'utf-8/windows-1252',
      names: ['José García', 'Łukasz', 'Zoë'],
    });
    expect(await decodeText(mixed, 'utf-8/windows-1252')).toMatchObject({
      ok: true,
      value: { text: 'José García,Łukasz,Zoë,Ana\nRené\n', reason: 'chosen', choices: [] },
    });
  });

  test('a chosen encoding that does not fit leaves a choice', async () => {
    const read = await decodeText(hex('5a6f89204d816c6c65720a4a6f73820a'), 'utf-8');
    expect(choicesOf(read)[0]).toEqual({ encoding: 'ibm850', names: ['Zoë Müller', 'José'] });
  });
});
