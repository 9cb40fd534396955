import { describe, expect, test } from 'vitest';
import { recoded, type Recoding } from '../../../../lib/assign/damage/recoding';
import { mendedCells } from '../../../../lib/review/corrections/mend';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';

/** Findings about the names of a sheet that has `names` for people who are called `present`. */
function reviewOfNames(present: readonly string[], names: readonly string[]) {
  return reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: names.map((name, at) => [String(at + 1), name]),
    credentials: present.map((recipientName, at) => credentialOf({ id: String(at + 1), recipientName })),
  });
}

function damagedIn({ described }: ReturnType<typeof reviewOfNames>) {
  return described.flatMap(({ findings }) =>
    findings.flatMap((finding) =>
      finding.code === 'damaged-text' ? [[finding.facts.suggestion, finding.facts.recoding]] : [],
    ),
  );
}

describe('a new name that is the present one in another encoding is damaged', () => {
  test.each<[string, Recoding['was'], Recoding['read']]>([
    ['Erdoğan, Tuğba', 'windows-1254', 'windows-1252'],
    ['Işıl Şen', 'windows-1254', 'windows-1252'],
    ['İbrahim Çağlar', 'windows-1254', 'windows-1252'],
    ['Szőke Benő', 'windows-1250', 'windows-1252'],
    ['Dezső Kürtös', 'windows-1250', 'windows-1252'],
    ['Fűrész Ernő', 'iso-8859-2', 'windows-1252'],
    ['Wójcik Krzyś', 'windows-1250', 'windows-1252'],
    ['Hanna Kuleń', 'windows-1250', 'windows-1252'],
    ['Čapková Věra', 'windows-1250', 'windows-1252'],
    ['Bērziņa Zane', 'windows-1257', 'windows-1252'],
    ['Šarūnas Žukas', 'windows-1257', 'windows-1252'],
    ['Joana Falcão', 'windows-1252', 'windows-1250'],
    ['Peña Ibarra', 'windows-1252', 'windows-1250'],
    ['Sigurður Þór', 'windows-1252', 'windows-1254'],
    ['Guðný Ýr', 'windows-1252', 'windows-1257'],
    ['Rögnvaldur Ætt', 'windows-1252', 'windows-1257'],
    ['Kovač Ćiro', 'windows-1250', 'windows-1252'],
    ['Ștefan Țepeș', 'windows-1250', 'windows-1252'],
    ['Müller Jörg', 'ibm850', 'windows-1252'],
    ['Łukasz Żuk', 'ibm852', 'windows-1252'],
    ['Bjørn Åsen', 'ibm850', 'windows-1252'],
    ['Zoë Büyük', 'windows-1252', 'macintosh'],
    ['Núria Ibáñez', 'macintosh', 'windows-1252'],
  ])('%s: %s read as %s', (present, was, read) => {
    const name = present.replace(/[ȘȚșț]/g, (letter) => 'ŞŢşţ'.charAt('ȘȚșț'.indexOf(letter)));
    const shown = recoded(name, { was, read });
    expect(shown).not.toBeNull();
    const found = damagedIn(reviewOfNames([name], [shown ?? '']));
    expect(found.map(([suggestion]) => suggestion)).toEqual([name]);
  });

  test('also in another order, in capitals and with other spaces', () => {
    const found = damagedIn(
      reviewOfNames(['Tuğba Erdoğan', 'Szőke  Benő'], ['ERDOÐAN, TUÐBA', 'Benõ Szõke']),
    );
    expect(found.map(([suggestion]) => suggestion)).toEqual(['Tuğba Erdoğan', 'Szőke  Benő']);
  });
  test('also where other words of it are new', () => {
    const found = damagedIn(reviewOfNames(['Tuğba Şen', 'Szőke Ágnes'], ['Tuðba Erdoðan', 'Szõke Ilona']));
    expect(found.map(([suggestion]) => suggestion)).toEqual(['Tuğba Erdoğan', 'Szőke Ilona']);
  });
  test('and so is a grade', () => {
    const review = reviewOf({
      columns: ['credential-id', 'grade'],
      rows: [['1', 'hûség']],
      credentials: [credentialOf({ id: '1', grade: 'hűség' })],
    });
    expect(damagedIn(review)).toEqual([['hűség', { was: 'windows-1250', read: 'windows-1252' }]]);
  });
  test('the present letters are offered for all rows at once, and the encoding is named', () => {
    const review = reviewOfNames(
      ['Erdoğan', 'Ada King', 'Yağmur Işık'],
      ['Erdoðan', 'Ada Bell', 'Yaðmur Iþýk'],
    );
    expect([...mendedCells(review, 'damaged-text')].map(([row, cells]) => [row, ...cells.values()])).toEqual([
      [2, 'Erdoğan'],
      [4, 'Yağmur Işık'],
    ]);
    expect(damagedIn(review).map(([, recoding]) => recoding)).toEqual([
      { was: 'windows-1254', read: 'windows-1252' },
      { was: 'windows-1254', read: 'windows-1252' },
    ]);
  });
});

describe('a new name is meant', () => {
  test.each<[string, string, string]>([
    ['accents are added', 'Jose Munoz', 'José Muñoz'],
    ['accents are taken away', 'José Muñoz', 'Jose Munoz'],
    ['an accent is mended', 'Andrè Dubois', 'André Dubois'],
    ['a letter is another one', 'Köhler', 'Kähler'],
    ['composition', 'Zoe\u0308', 'Zoë'],
    ['ş by a comma below', 'Ştefan', 'Ștefan'],
    ['another name', 'Erdoğan', 'Erdoðsson'],
    ['one letter is mended, another stays', 'Szõke Benő', 'Szőke Benő'],
    ['ø for ö', 'Jörgensen', 'Jørgensen'],
    ['ñ for n', 'Nunez', 'Núñez'],
    ['Greek accents', 'Νικος', 'Νίκος'],
    ['й for и', 'Андреи', 'Андрей'],
    ['Latin for Cyrillic', 'Ćirić', 'Ћирић'],
    ['Hebrew points', 'דוד', 'דָּוִד'],
    ['a mended upper case', 'ÉMILE', 'Émile'],
    ['damage of a whole name is mended', 'Yýldýz Þen', 'Yıldız Şen'],
    ['damage of Polish is mended', 'Stanis³aw D¹browski', 'Stanisław Dąbrowski'],
  ])('%s: %s, %s', (_, present, name) => {
    expect(damagedIn(reviewOfNames([present], [name]))).toEqual([]);
  });

  test('where the group has the damaged names, each of few letters', () => {
    const damaged = ['Joăo Simőes', 'Conceiçăo Guimarăes', 'Inęs Magalhăes', 'Antônio Falcăo'];
    const mended = ['João Simões', 'Conceição Guimarães', 'Inês Magalhães', 'Antônio Falcão'];
    expect(damagedIn(reviewOfNames(damaged, mended))).toEqual([]);
    expect(damagedIn(reviewOfNames(mended, damaged))).toHaveLength(4);
  });
});
