import { expect, test } from 'vitest';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { CredentialId } from '../../../../lib/credential/ids';
import { valuesTable } from '../../../../lib/run/afterwards/values-table';
import { textOf } from '../../../../lib/sheet/cells/sheet';
import { credentialOf } from '../../../fakes/credential';

test('a cell that changes nothing has the present value, also after the group was read again', () => {
  const [one, two] = ['1', '2'].map((id) => credentialOf({ id, grade: 'B', recipientName: 'Old' }));
  const present = new Map([one!, two!].map((credential) => [credential.id, credential]));
  const made = valuesTable(
    [
      { row: 2, credential: one!, values: new Map([['grade', 'A']]) },
      { row: 3, credential: two!, values: new Map([['recipient-name', 'New']]) },
    ],
    attributesOf([]),
    'Undo',
    present,
  );
  const rows = () => [2, 3].map((row) => [0, 1, 2].map((column) => textOf(made!.table.cell(row, column))));
  expect(rows()).toEqual([
    ['1', 'A', 'Old'],
    ['2', 'B', 'New'],
  ]);
  const moved = credentialOf({ id: '2', grade: 'A+', recipientName: 'Old' });
  present.set('2' as CredentialId, moved);
  expect(rows()).toEqual([
    ['1', 'A', 'Old'],
    ['2', 'A+', 'New'],
  ]);
  present.clear();
  expect(rows()[1]).toEqual(['2', 'B', 'New']);
});
