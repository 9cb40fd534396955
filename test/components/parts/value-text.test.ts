import { beforeAll, describe, expect, test } from 'vitest';
import { readableText } from '../../../components/parts/value-text';
import { formatDay, setMessages } from '../../../components/text';
import type { AttributeKind } from '../../../lib/credential/attribute';
import type { Day } from '../../../lib/credential/day';
import type { Value } from '../../../lib/credential/value';
import { speakEnglish } from '../../fakes/messages';

describe('a value as it is read', () => {
  beforeAll(() => speakEnglish());

  test.each<[string, Value, AttributeKind, string]>([
    ['a day', '2027-05-14', 'day', 'May 14, 2027'],
    ['a leap day', '2028-02-29', 'day', 'Feb 29, 2028'],
    ['a far year', '2570-01-01', 'day', 'Jan 1, 2570'],
    ['no real day', '2027-02-29', 'day', '2027-02-29'],
    ['a year of two digits', '0027-02-28', 'day', '0027-02-28'],
    ['a text where a day belongs', 'next spring', 'day', 'next spring'],
    ['a moment', '2027-05-14T10:00:00Z', 'day', '2027-05-14T10:00:00Z'],
    ['what looks like a day in a text', '2027-05-14', 'text', '2027-05-14'],
    ['what looks like a day in an id', '2027-05-14', 'id', '2027-05-14'],
    ['nothing', null, 'day', 'none'],
    ['a yes', true, 'flag', 'yes'],
  ])('%s: %s', (_, value, kind, expected) => {
    expect(readableText(value, kind)).toBe(expected);
  });
});

describe('a day in the order of the region of its reader', () => {
  test.each([
    ['en-US', 'May 14, 2027'],
    ['en-GB', '14 May 2027'],
    ['de', '14 May 2027'],
    ['de-AT', '14 May 2027'],
    // The calendar stays: 2570 would be read as a mistake.
    ['th-TH', 'May 14, 2027'],
  ])('%s: %s', (reader, expected) => {
    setMessages((name) => name, 'en', reader);
    expect(formatDay('2027-05-14' as Day)).toBe(expected);
  });
});
