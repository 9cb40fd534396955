import { describe, expect, test } from 'vitest';
import { isDamagedText } from '../../../../lib/assign/damage/damaged-text';
import { mayHaveDefects } from '../../../../lib/assign/damage/may-have-defects';
import { mayBeUtf8 } from '../../../../lib/assign/damage/meant-text';
import { defectsOf, NO_DEFECTS } from '../../../../lib/assign/damage/word-defects';

describe('a sign that stands where honest texts have it costs no decoding', () => {
  test.each([
    'Scrum® Master',
    'Certified Scrum™ Master',
    'Café™',
    'Kanarya Adaları®',
    'Wałęsa®',
    'Scrum™ Master – 5 €',
    'ISO 9001® Lead Auditor',
    '(Scrum®)',
    'Scrum®, Kanban™; SAFe®',
    '© 2027 Example',
    'A – B',
    '25 °',
    '5 € + 3 £',
    'This Scrum® course covers the basics – and ’more’.',
  ])('%s', (text) => {
    expect(mayHaveDefects(text)).toBe(false);
    expect(defectsOf(text)).toEqual(NO_DEFECTS);
    expect(isDamagedText(text, false)).toBe(false);
  });

  test.each(['Scrum™Master', '5m²', 'Ke€ha', 'x² + y²'])('%s is not tried as UTF-8', (text) => {
    expect(mayBeUtf8(text)).toBe(false);
    expect(isDamagedText(text, false)).toBe(false);
  });
});

test.each([
  'CafÃ©',
  'Ã©lan',
  'Ã®le',
  'Scrum® Master, JosÃ©',
  'JosÃ© Scrum™',
  'â„¢',
  'ScrumÂ®',
  'ScrumÂ® Master',
  'Scrumâ„¢',
  'ScrumВ®',
  'Scrumв„ў',
  'Scrum‚Ñ¢',
  'Scrum¬Æ',
  'È˜tefan',
  'é®®å±±',
  'TOMÁ©OVÁ',
])('%s is damaged, with a sign beside the trademark', (text) => {
  expect(isDamagedText(text, true)).toBe(true);
});
