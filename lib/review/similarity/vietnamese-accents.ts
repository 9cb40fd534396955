/** Letters that Vietnamese alone has. */
const OWN = /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u;
/** Family names that have no such letter. */
const FAMILY_NAMES = /^(?:lê|lý|võ|vũ|bùi|ngô|đinh|đoàn|đào|hà|tô|hồ|đỗ)(?=\s)/u;
const BEYOND_ASCII = /[^\0-\x7F]/;
const BETWEEN_WORDS = /[\s,]+/u;
const NOT_A_MARK = /[^\p{M}đ]/gu;

/**
 * Tells whether two names of the same plain letters are two Vietnamese names: an accent there makes
 * another name ("Lan" and "Lân", "Dung" and "Dũng"). Where one of them has no accent at all, it was
 * only typed without.
 *
 * "Nguyễn Thị Lan" and "Nguyễn Thị Lân" -> true. "Nguyen Thi Lan" and "Nguyễn Thị Lân" -> false.
 * "Trần Hòa" and "Trần Hoà" -> false: the accent may stand on either vowel.
 */
export function isOtherVietnamese(before: string, after: string): boolean {
  if (!BEYOND_ASCII.test(before) || !BEYOND_ASCII.test(after)) return false;
  const one = before.normalize('NFC').toLowerCase().trim();
  const other = after.normalize('NFC').toLowerCase().trim();
  if (![one, other].some((name) => OWN.test(name) || FAMILY_NAMES.test(name))) return false;
  return marksOf(one) !== marksOf(other);
}

/** The accents of each word, whatever their letter and whatever the order of the words. */
function marksOf(name: string): string {
  return name
    .split(BETWEEN_WORDS)
    .map((word) => {
      const letters = word.normalize('NFD').replace(/\p{M}/gu, '');
      return letters + Array.from(word.normalize('NFD').replace(NOT_A_MARK, '')).sort().join('');
    })
    .sort()
    .join(' ');
}
