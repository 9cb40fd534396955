import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { ConflictCard } from '../../../components/update/conflict-card';
import { EntryList } from '../../../components/update/entry-list';
import { PublicSightCard } from '../../../components/update/public-sight';
import type { AttributeId } from '../../../lib/credential/attribute';
import { attributesOf } from '../../../lib/credential/attributes';
import type { Value } from '../../../lib/credential/value';
import { itemAt } from '../../../lib/element-at';
import type { Entry } from '../../../lib/journal/entry';
import { conflictsOf } from '../../../lib/run/afterwards/conflicts';
import { drawnText } from '../../fakes/drawn';
import { speakEnglish } from '../../fakes/messages';
import { changeTo, entryOf } from '../../fakes/run';

beforeEach(() => speakEnglish());

const ATTRIBUTES = attributesOf([]);

test('the number of a row looks as it does in the spreadsheet, and as it is searched for', () => {
  const entry = entryOf({ ...changeTo('1', [['grade', 'A', 'B']]), row: 12_345 });
  const text = drawnText(
    <EntryList entries={[entry]} labelledBy="x" attributes={ATTRIBUTES} environment="production" />,
  );
  expect(text).toContain('12345');
  expect(text).not.toContain('12,345');
});

/** The text of the card of a conflict about a field that is `now` on the platform. */
function card(attribute: AttributeId, before: Value, now: Value, wanted: Value): string {
  const fields = [{ attribute, before, now, wanted }];
  const entry: Entry = entryOf(changeTo('1', [[attribute, before, wanted]]), { kind: 'conflict', fields });
  const session = {
    page: signal({ environment: 'production' }),
    conflicts: { choiceOf: () => null, isReading: signal(false) },
  };
  const conflict = itemAt(conflictsOf([entry]), 0);
  return drawnText(
    <ul>
      <ConflictCard session={session as never} conflict={conflict} attributes={ATTRIBUTES} />
    </ul>,
  );
}

test.each<[string, AttributeId, Value, string]>([
  ['a day as the reader writes it', 'expiry-date', '2027-01-31', 'Jan 31, 2027'],
  ['a text that is no day', 'grade', '2027-01-31', '2027-01-31'],
  ['a space at the end', 'grade', 'Merit ', 'Merit␣'],
  ['a sign that turns the letters around', 'grade', 'Me\u202Erit', 'Me[U+202E]rit'],
  ['no value', 'grade', null, 'none'],
  ['Arabic letters as they are', 'grade', 'ممتاز', 'ممتاز'],
])('a conflict shows %s', (_name, attribute, now, shown) => {
  expect(card(attribute, null, now, 'other')).toContain(shown);
});

test.each<[string, readonly Entry[], readonly string[]]>([
  ['of its run', [entryOf(changeTo('1', [['grade', 'A', 'B']]))], ['run-1']],
  ['of no run, where no entry can be read', [], []],
])('public pages are asked for %s', (_name, entries, runs) => {
  const asked: unknown[] = [];
  const publicSight = {
    checks: signal(new Map()),
    look: (of: unknown) => Promise.resolve(asked.push(of)),
  };
  const session = { publicSight, policy: signal(null) };
  drawnText(<PublicSightCard session={session as never} entries={entries} environment="production" />);
  expect(asked).toEqual([runs]);
});
