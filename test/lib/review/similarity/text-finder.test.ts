import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedText } from '../../../../lib/credential/folded-name';
import { textFinder } from '../../../../lib/review/similarity/text-finder';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf, rowsShown } from '../../../fakes/review';

/*
 * A search is without case, accents, width and composition, in whatever way either of the two is
 * written.
 */

test.each<[string, string, string]>([
  ['case', 'VAN d', 'Ada van Dam'],
  ['Turkish capital I with a dot', 'ibrahim', 'İbrahim Yılmaz'],
  ['the same as what is looked for', 'İBRAHİM', 'Ibrahim'],
  ['Turkish small i without a dot', 'yilmaz', 'İbrahim Yılmaz'],
  ['Turkish capitals', 'ISIL', 'Işıl Öztürk'],
  ['German sharp s', 'strasse', 'Lange Straße 7'],
  ['German sharp s as what is looked for', 'Straße', 'LANGE STRASSE'],
  ['its capital', 'GROẞ', 'Anna Groß'],
  ['umlauts', 'muller', 'Jörg Müller'],
  ['an accent that only what is looked for has', 'josé', 'Jose Nunez'],
  ['composed beside decomposed', 'Nu\u0303n\u0303ez', 'José Núñez'.replace('Nú', 'Nu')],
  ['decomposed beside composed', 'nuñez', 'Jose Nu\u0301n\u0303ez'],
  ['letters with a stroke', 'lodz', 'Łódź'],
  ['Scandinavian letters', 'sorensen', 'Bjørn Sørensen'],
  ['ligatures', 'aether', 'Ætherfield'],
  ['a printer’s ligature', 'fiona', 'ﬁona'],
  ['Vietnamese', 'nguyen', 'NGUYỄN Thị Ánh'],
  ['Czech', 'dvorak', 'Antonín Dvořák'],
  ['Greek with tonos', 'παπαδοπουλος', 'Γιώργος Παπαδόπουλος'],
  ['Greek final sigma inside', 'γιωργοσ', 'ΓΙΏΡΓΟΣ'],
  ['Greek with breathings', 'ανδρεας', 'Ἀνδρέας'],
  ['Cyrillic case', 'иван', 'ИВАН ПЕТРОВ'],
  ['Cyrillic yo', 'фёдор', 'ФЕДОР'],
  ['Cyrillic short i', 'андрей', 'Андреи'],
  ['Ukrainian yi', 'іжак', 'Їжак'],
  ['full-width letters', 'ada', 'Ａｄａ Ｋｉｎｇ'],
  ['full-width digits', '2027', '２０２７'],
  ['full-width letters as what is looked for', 'Ｋｉｎｇ', 'Ada King'],
  ['half-width katakana with its mark', 'ガード', 'ｶﾞｰﾄﾞ'],
  ['Hangul in letters', '한국', '한국어'.normalize('NFD')],
  ['a no-break space', 'ada king', 'Ada\u00a0King'],
  ['signs beyond the first plane', '𠮷田', '𠮷田さん'],
  ['mathematical letters', 'ada', '𝐀𝐝𝐚'],
  ['in the midst of a long text', 'ÉTÉ', `${'a'.repeat(400)} été ${'b'.repeat(400)}`],
  ['what is nothing but an accent', '\u0301', 'e\u0301'],
  ['signs that are none', '\uffff', 'a\uffff\ufffe\u0000'],
  ['a letter beside one that is not looked for', 'van d', 'Öykü van Dam'],
  ['an accent that is only in the text', 'van d', 'Ö. Vån D.'],
  ['signs of a pattern', 'a+b [c]', 'x Á+B [C] y'],
])('%s: %j is in %j', (_, search, text) => {
  expect(textFinder(search).has(text)).toBe(true);
  const { review } = reviewedOf({
    columns: ['credential-id', 'grade'],
    rows: [
      ['1', text],
      ['2', 'other'],
    ],
    credentials: ['1', '2'].map((id) =>
      credentialOf({ id, recipientName: 'X', recipientEmail: 'x@y.zz', grade: 'Z' }),
    ),
  });
  expect(rowsShown(review, { kind: 'all' }, search)).toEqual([2]);
});

test.each<[string, string, string]>([
  ['another letter', 'ana', 'Ada'],
  ['a Kelvin sign is a k, but no other letter', 'l', '\u212a'],
  ['syllables of Hangul by a part of them', '하', '한국'],
  ['kana with a mark that makes another letter', 'か', 'が'],
  ['Latin letters that look like Cyrillic ones', 'a', 'а'],
  ['signs of a pattern mean nothing', 'a.a', 'Ada'],
  ['nothing but an accent that is not there', '\u0301', 'e'],
])('not: %s', (_, search, text) => {
  expect(textFinder(search).has(text)).toBe(false);
});

test('it finds what the folded text holds', () => {
  const sign = fc.oneof(
    fc.constantFrom(
      ...'abcIiıİßsSéÉe\u0301\u0323ςσΣйЁＡﾞｶガᄒ\u1161\u11ab한ऩक\u093cﬁ𝐀\ud835 -.'.split(/(?:)/u),
    ),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
  let found = 0;
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), text, (whole, from, length, other) => {
      const start = from % (whole.length + 1);
      for (const search of [whole.slice(start, start + 1 + (length % 4)).trim(), other.trim()]) {
        const { has, folded } = textFinder(search === '' ? 'a' : search);
        const expected =
          foldedText(folded).trim() === '' ? whole.includes(folded) : foldedText(whole).includes(folded);
        // Compared by hand: so many calls of `expect` cost more than what they check.
        if (has(whole) !== expected) return false;
        found += expected ? 1 : 0;
      }
      return true;
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(300);
});
