import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeName } from '../../../components/update/made-name';
import { speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());
afterEach(() => speakEnglish());

test.each<[string, string, string]>([
  ['en', 'fixes.csv', 'fixes.csv'],
  ['en', 'أسماء.csv', 'أسماء.csv'],
  ['ar', 'fixes.csv', 'fixes.csv'],
  ['ar', 'أسماء.csv', 'أسماء.csv'],
  ['en', 'gpj\u202Evsc.exe', 'gpj[U+202E]vsc.exe'],
])('in %s, the sheet made of a run of %s has no sign of ours in its name', (language, file, shown) => {
  speakEnglish(language);
  for (const of of ['undoName', 'conflictsName'] as const) {
    const name = madeName(of, file);
    expect(name).toContain(shown);
    expect(name).not.toMatch(/[\u2066-\u2069]/);
  }
});
