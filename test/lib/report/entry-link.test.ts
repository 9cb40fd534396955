import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../../lib/journal/entry';
import type { Environment } from '../../../lib/platform/environment';
import { entryLink } from '../../../lib/report/entry-link';
import { changeTo } from '../../fakes/run';

const MADE = 'https://www.credential.net/abc';
const applied = (url: string): EntryState => ({ kind: 'applied', url });

describe('entryLink', () => {
  test.each<[name: string, state: EntryState, environment: Environment, link: string]>([
    [
      'own domain',
      applied('https://credentials.northfield.test/abc'),
      'production',
      'https://credentials.northfield.test/abc',
    ],
    ['EU page as given', applied('https://eu.credential.net/abc'), 'eu', 'https://eu.credential.net/abc'],
    [
      'of a conflict',
      { kind: 'conflict', fields: [], url: 'https://own.test/a' },
      'eu',
      'https://own.test/a',
    ],
    [
      'of what was not taken',
      { kind: 'not-applied', fields: ['grade'], url: 'https://own.test/a' },
      'eu',
      'https://own.test/a',
    ],
    ['none given', { kind: 'applied' }, 'production', MADE],
    ['none given, EU', { kind: 'applied' }, 'eu', 'https://eu.credential.net/abc'],
    ['none given, sandbox', { kind: 'planned' }, 'sandbox', 'https://sandbox.credential.net/abc'],
    ['never read', { kind: 'rejected', status: 404, words: '' }, 'production', MADE],
    ['a script', applied('javascript:alert(1)'), 'production', MADE],
    ['data', applied('data:text/html,x'), 'production', MADE],
    ['not encrypted', applied('http://www.credential.net/abc'), 'production', MADE],
    ['half an address', applied('/abc'), 'production', MADE],
    ['no address', applied('not an address'), 'production', MADE],
    ['blank', applied(''), 'production', MADE],
  ])('%s', (_name, state, environment, link) => {
    const change = { ...changeTo('7', [['grade', 'A', 'B']]), reference: 'abc' };
    expect(entryLink({ change, state }, environment)).toBe(link);
  });

  test('is null where the platform gave neither address nor reference', () => {
    const change = changeTo('7', [['grade', 'A', 'B']]);
    expect(entryLink({ change, state: { kind: 'planned' } }, 'eu')).toBeNull();
    expect(entryLink({ change, state: applied('https://own.test/a') }, 'eu')).toBe('https://own.test/a');
  });
});
