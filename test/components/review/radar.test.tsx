import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { RadarNote } from '../../../components/review/radar';
import { attributesOf } from '../../../lib/credential/attributes';
import type { RadarModel } from '../../../lib/session/review/radar-model';
import { credentialOf } from '../../fakes/credential';
import { drawnText } from '../../fakes/drawn';
import { speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

/** The words of the list about one name that became another. */
function said(before: string, now: string): string {
  const fresh = credentialOf({ id: '1' });
  const fields = [{ attribute: 'recipient-name', before, now }] as const;
  const radar: RadarModel = {
    moved: signal([{ row: 4, credential: fresh.id, name: 'Ada', fields, fresh }]),
    isOff: signal(false),
    look: () => Promise.resolve(),
    refresh: () => Promise.resolve(),
  };
  return drawnText(<RadarNote radar={radar} attributes={attributesOf([])} />);
}

test.each<[string, string, string]>([
  ['Latin letters', 'Ada King', 'Ada King'],
  ['Arabic', 'محمد', '\u2068محمد\u2069'],
  ['Hebrew', 'דנה', '\u2068דנה\u2069'],
  ['Arabic with a number', 'قسم 12', '\u2068قسم 12\u2069'],
  ['a sign that turns the letters around', 'Ada\u202Egnik', 'Ada[U+202E]gnik'],
])('a name in %s is isolated, and our own signs for that are not drawn', (_name, value, shown) => {
  const text = said('Bo', value);
  expect(text).toContain(shown);
  expect(text).not.toMatch(/\[U\+206[89]\]/);
});
