import { describe, expect, test } from 'vitest';
import { namesFirst } from '../../../components/grid/column-order';
import type { AttributeId } from '../../../lib/credential/attribute';

type Ids = readonly AttributeId[];

describe('columns of the grid', () => {
  test.each<[string, Ids, Ids]>([
    ['none', [], []],
    ['of neither stay', ['grade', 'expiry-date'], ['grade', 'expiry-date']],
    ['with the name last', ['grade', 'recipient-name'], ['recipient-name', 'grade']],
    [
      'with the e-mail before the name',
      ['recipient-email', 'recipient-name'],
      ['recipient-name', 'recipient-email'],
    ],
    [
      'in order already',
      ['recipient-name', 'recipient-email', 'grade'],
      ['recipient-name', 'recipient-email', 'grade'],
    ],
    [
      'with the e-mail alone',
      ['custom:Location', 'recipient-email', 'grade'],
      ['recipient-email', 'custom:Location', 'grade'],
    ],
  ])('%s', (_, ids, expected) => {
    const columns = ids.map((attribute) => ({ attribute }));
    expect(namesFirst(columns).map(({ attribute }) => attribute)).toEqual(expected);
  });
});
