import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookupIn } from '../../../components/message-file';
import { ConditionFields } from '../../../components/rules/condition-fields';
import { draftFor } from '../../../components/rules/rule-draft';
import { RuleSection } from '../../../components/rules/rule-section';
import { setMessages } from '../../../components/text';
import type { AttributeRule } from '../../../lib/assign/choice/value-rule';
import { attributesOf } from '../../../lib/credential/attributes';
import { itemAt } from '../../../lib/element-at';
import german from '../../../public/_locales/de/messages.json';
import { drawnText } from '../../fakes/drawn';
import { speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());
afterEach(() => speakEnglish());

const ATTRIBUTES = attributesOf([{ name: 'CE Hours', kind: 'text' }]);
const stateWith = (rules: readonly AttributeRule[]) =>
  ({
    assignment: { columns: [], key: null, rules },
    attributes: ATTRIBUTES,
    table: { columns: [] },
  }) as never;

test.each<[string, string]>([
  ['محمد', '\u2068محمد\u2069'],
  ['Ada', 'Ada'],
  ['Ada\u202E', 'Ada[U+202E]'],
])('a rule that holds where a name is "%s" shows it without signs of ours', (than, shown) => {
  const of = { kind: 'attribute', id: 'recipient-name' } as const;
  const rule: AttributeRule = {
    attribute: 'grade',
    rule: { kind: 'set', value: 'Merit' },
    condition: { of, is: 'is', than },
  };
  const session = { file: { phase: signal({ kind: 'none' }) } } as never;
  const text = drawnText(<RuleSection session={session} state={stateWith([rule])} />);
  expect(text).toContain(shown);
  expect(text).not.toMatch(/\[U\+206[89]\]/);
});

test('the attributes of a condition are named in the language of the admin', () => {
  setMessages(lookupIn(german), 'de');
  const attribute = itemAt(ATTRIBUTES, 0);
  const text = drawnText(
    <ConditionFields draft={draftFor(attribute)} state={stateWith([])} onChange={() => undefined} />,
  );
  expect(text).toContain('Ausstellungsdatum');
  expect(text).toContain('CE Hours');
  expect(text).not.toContain('Issue Date');
});
