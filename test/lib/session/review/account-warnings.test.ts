import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import type { AccountFacts } from '../../../../lib/platform/account-facts';
import { accountWarnings } from '../../../../lib/session/review/account-warnings';

/* docs/product.md 2.5: what earlier runs have found out is said before the next one. */

/** [attribute, rows that change it, those of them that clear it] */
type Changing = readonly [AttributeId, changed: number, cleared: number];

const warned = (facts: AccountFacts, changing: readonly Changing[]) =>
  accountWarnings(
    facts,
    changing.map(([attribute, changed, cleared]) => ({
      attribute,
      changed,
      cleared,
      excluded: 0,
      isExcluded: false,
      shown: changed,
    })),
  ).map((warning) => ('attribute' in warning ? `${warning.kind} ${warning.attribute}` : warning.kind));

const GRADE_IGNORED: AccountFacts = { grade: { is: 'ignored', at: 1 } };
const GRADE_STAYS: AccountFacts = { 'clear-grade': { is: 'ignored', at: 1 } };
const CUSTOM_STAYS: AccountFacts = { 'clear-custom': { is: 'ignored', at: 1 } };
const REPLACED: AccountFacts = { custom: { is: 'replaced', at: 1 } };
const STAYS: AccountFacts = { surplus: { is: 'stays', at: 1 } };
const FAR: AccountFacts = { search: { is: 'far-behind', at: 1 } };
const LATER: AccountFacts = { public: { is: 'later', at: 1 } };
const OLD: AccountFacts = { public: { is: 'stays-old', at: 1 } };
const GRADE: Changing = ['grade', 3, 0];
const NAME: Changing = ['recipient-name', 3, 0];
const WARD: Changing = ['custom:Ward', 2, 0];

describe('warns', () => {
  test.each<[string, AccountFacts, readonly Changing[], readonly string[]]>([
    ['of a grade that was ignored', GRADE_IGNORED, [GRADE], ['ignored grade']],
    [
      'of private that was ignored',
      { private: { is: 'ignored', at: 1 } },
      [['private', 1, 0]],
      ['ignored private'],
    ],
    ['of an ignored grade where all are cleared', GRADE_IGNORED, [['grade', 2, 2]], ['ignored grade']],
    ['of a grade that was not cleared', GRADE_STAYS, [['grade', 2, 1]], ['not-cleared grade']],
    [
      'of both, where some are cleared',
      { ...GRADE_IGNORED, ...GRADE_STAYS },
      [['grade', 2, 1]],
      ['ignored grade', 'not-cleared grade'],
    ],
    [
      'of clearing alone, where all are cleared',
      { ...GRADE_IGNORED, ...GRADE_STAYS },
      [['grade', 2, 2]],
      ['not-cleared grade'],
    ],
    [
      'of a phone that was not cleared',
      { 'clear-recipient-phone': { is: 'ignored', at: 1 } },
      [['recipient-phone', 1, 1]],
      ['not-cleared recipient-phone'],
    ],
    [
      'of each custom attribute that is cleared',
      CUSTOM_STAYS,
      [
        ['custom:Ward', 1, 1],
        ['custom:Site', 4, 2],
      ],
      ['custom-not-cleared custom:Ward', 'custom-not-cleared custom:Site'],
    ],
    [
      'of custom attributes that are replaced, once',
      REPLACED,
      [WARD, ['custom:Site', 1, 0]],
      ['custom-replaced'],
    ],
    ['of evidence that could not be removed', STAYS, [['evidence-url-2', 1, 0]], ['surplus-stays']],
    ['of a search that is far behind', FAR, [NAME], ['search-far-behind']],
    ['of a public record that came later', LATER, [NAME], ['public-later']],
    ['of a public record that stayed old', OLD, [['published', 1, 0]], ['public-stays-old']],
    [
      'of several things, those of one attribute first',
      { ...OLD, ...GRADE_IGNORED, ...FAR },
      [NAME, GRADE],
      ['ignored grade', 'search-far-behind', 'public-stays-old'],
    ],
  ])('%s', (_name, facts, changing, expected) => {
    expect(warned(facts, changing)).toEqual(expected);
  });
});

describe('is silent', () => {
  test.each<[string, AccountFacts, readonly Changing[]]>([
    ['where nothing is known', {}, [GRADE, WARD]],
    ['where nothing changes', { ...FAR, ...OLD, ...GRADE_IGNORED }, [['grade', 0, 0]]],
    ['of a grade that is taken', { grade: { is: 'taken', at: 1 } }, [GRADE]],
    ['of an ignored grade where the name changes', GRADE_IGNORED, [NAME]],
    ['of a custom attribute called grade', GRADE_IGNORED, [['custom:grade', 1, 0]]],
    ['of clearing, where nothing is cleared', { ...GRADE_STAYS, ...CUSTOM_STAYS }, [GRADE, WARD]],
    ['of clearing another attribute', GRADE_STAYS, [['recipient-phone', 1, 1]]],
    ['of clearing that works', { 'clear-grade': { is: 'taken', at: 1 } }, [['grade', 1, 1]]],
    [
      'of an ignored grade that is known to be cleared',
      { ...GRADE_IGNORED, 'clear-grade': { is: 'taken', at: 1 } },
      [['grade', 1, 1]],
    ],
    ['of how a value is cleared', { clear: { is: 'empty-string', at: 1 } }, [['grade', 1, 1]]],
    ['of custom attributes that are merged', { custom: { is: 'merged', at: 1 } }, [WARD]],
    ['of custom attributes, where none changes', REPLACED, [NAME]],
    ['of evidence that was removed', { surplus: { is: 'removed', at: 1 } }, [['evidence-url-1', 1, 0]]],
    ['of evidence, where only a description changes', STAYS, [['evidence-description-1', 1, 0]]],
    ['of a search that is seconds behind', { search: { is: 'behind', at: 1 } }, [NAME]],
    ['of own ids, which the estimate knows', { 'own-ids': { is: 'seen', at: 1 } }, [NAME]],
    ['of a public record that is up to date', { public: { is: 'at-once', at: 1 } }, [NAME]],
    ['of the public record, where only an e-mail changes', OLD, [['recipient-email', 1, 0]]],
  ])('%s', (_name, facts, changing) => {
    expect(warned(facts, changing)).toEqual([]);
  });
});
