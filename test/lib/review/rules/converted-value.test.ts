import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { Finding } from '../../../../lib/review/terms/finding';
import { credentialOf } from '../../../fakes/credential';
import { reviewOf } from '../../../fakes/review';
import { dayCell, type WrittenCell } from '../../../fakes/table';

const num = (text: string, value = Number(text)): WrittenCell => ({
  kind: 'number',
  text,
  value,
  damaged: false,
});

function converted(
  attribute: AttributeId,
  cell: WrittenCell,
  before: string | null,
  grades: readonly string[] = [],
) {
  const one = credentialOf({
    id: '1',
    recipientName: 'Somebody Before',
    grade: attribute === 'grade' ? before : 'Merit',
    credentialName: attribute === 'credential-name' ? before : 'Basics',
    custom: attribute === 'custom:CE Hours' && before !== null ? { 'CE Hours': before } : {},
  });
  const others = grades.map((grade, at) => credentialOf({ id: String(at + 2), grade }));
  const review = reviewOf({
    columns: ['credential-id', attribute],
    rows: [['1', cell]],
    credentials: [one, ...others],
  });
  return review.described[0]?.findings.find(
    (finding): finding is Extract<Finding, { code: 'converted-value' }> => finding.code === 'converted-value',
  )?.facts.suggestion;
}

test.each<[string, AttributeId, WrittenCell, string | null, string | null]>([
  ['a date cell as a grade', 'grade', dayCell('2024-10-09', '9-Oct'), 'Merit', null],
  ['a date cell where there was no grade', 'grade', dayCell('2026-02-01', '01/02/2026'), null, null],
  ['a date cell as a name', 'recipient-name', dayCell('2024-03-01', '1. Mär'), null, null],
  ['a date cell as a course', 'credential-name', dayCell('2024-03-01', 'Mar-24'), 'Basics', null],
  ['a date cell as a custom text', 'custom:CE Hours', dayCell('2024-04-03', '3-Apr'), '3/4', null],
  ['the text of such a date', 'grade', '9-Oct', 'Merit', null],
  ['in German', 'grade', '1. Mär', 'Merit', null],
  ['in French', 'grade', '9-févr', 'Merit', null],
  ['month and year', 'grade', 'Oct-09', 'Merit', null],
  ['in Japanese', 'grade', '10月9日', 'Merit', null],
  ['in Russian', 'grade', '9-окт', 'Merit', null],
  ['in Greek', 'grade', '9-Οκτ', 'Merit', null],
  ['in Turkish', 'grade', '9-Eki', 'Merit', null],
  ['in Swedish', 'grade', '9-maj', 'Merit', null],
  ['a yes in Dutch', 'grade', 'WAAR', 'Merit', null],
  ['a yes in Russian', 'grade', 'ИСТИНА', 'Merit', null],
  ['a no in Polish', 'grade', 'FAŁSZ', 'Merit', null],
  ['a date in full', 'grade', '2024-10-09 00:00:00', 'Merit', null],
  ['a number as a name', 'recipient-name', num('7'), null, null],
  ['a yes as a name', 'recipient-name', true, null, null],
  ['its text', 'recipient-name', 'FALSE', null, null],
  ['a yes as a grade', 'grade', false, 'Merit', null],
  ['a share for a percentage', 'grade', num('0.9'), '85%', '90%'],
  ['a share with a comma', 'grade', '0,875', '85 %', '87,5 %'],
  ['the whole for a percentage', 'grade', num('1'), '85%', '100%'],
  ['a number that lost its groups', 'grade', '1000', '1,000', '1,000'],
  ['a number that lost its spaces', 'custom:CE Hours', '12000', '12 000', '12 000'],
])('asked: %s', (_, attribute, cell, before, suggestion) => {
  expect(converted(attribute, cell, before)).toBe(suggestion);
});

test('a share where most grades of the group are percentages', () => {
  expect(converted('grade', num('0.9'), null, ['80%', '90%', 'A'])).toBe('90%');
  expect(converted('grade', num('0.9'), null, ['0.8', '90%', 'A'])).toBeUndefined();
});

test.each<[string, AttributeId, WrittenCell, string | null]>([
  ['a grade out of ten', 'grade', '9/10', 'Merit'],
  ['a fraction', 'grade', '3/4', 'Merit'],
  ['a month', 'grade', 'May', 'Merit'],
  ['a percentage', 'grade', num('85%', 0.85), '80%'],
  ['a number as a grade', 'grade', num('87'), 'Merit'],
  ['a share among shares', 'grade', num('0.9'), '0.85'],
  ['a grouped number', 'grade', num('1,000', 1000), '900'],
  ['another number without groups', 'grade', '2000', '1,000'],
  ['a level', 'grade', 'Level-10', 'Merit'],
  ['a grade with a number', 'grade', 'Dec 2024 cohort', 'Merit'],
  ['a grade with a word', 'grade', '2. Klasse', 'Merit'],
  ['a custom date over a date', 'custom:CE Hours', dayCell('2027-01-31', '31/01/2027'), '31/01/2026'],
  ['a custom date as text', 'custom:CE Hours', 'Sep-24', 'Sep-23'],
  ['a custom number', 'custom:CE Hours', num('12'), '10'],
  ['a custom yes', 'custom:CE Hours', true, null],
  ['a model', 'grade', '5-Pro', 'Merit'],
  ['stars', 'grade', '5-Star', 'Merit'],
  ['weeks', 'grade', '10-Week', 'Merit'],
  ['capitals', 'grade', 'PASS', 'Merit'],
  ['Cyrillic capitals', 'grade', 'ЗАЧЁТ', 'Merit'],
  ['a surname in capitals', 'recipient-name', 'TOSI', null],
  ['a name', 'recipient-name', 'True Suksai', null],
  ['a name of one word', 'recipient-name', 'True', null],
  ['a name with a month', 'recipient-name', 'April May', null],
  ['a course with a year', 'credential-name', 'First Aid 2027', 'Basics'],
])('not asked: %s', (_, attribute, cell, before) => {
  expect(converted(attribute, cell, before)).toBeUndefined();
});
