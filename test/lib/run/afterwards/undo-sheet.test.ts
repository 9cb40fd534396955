import { describe, expect, test } from 'vitest';
import { credentialOf } from '../../../fakes/credential';
import { DETAIL, runEntry, sheetOfUndo, undoOfRun, writtenBy } from '../../../fakes/undo';

describe('the sheet of an undo', () => {
  const now = [
    credentialOf({ id: '1', grade: 'B', detail: { ...DETAIL, description: 'Kept' } }),
    credentialOf({ id: '2', grade: 'E', recipientName: 'Bo', detail: { ...DETAIL, description: 'New' } }),
  ];
  const entries = [
    runEntry([['grade', 'A', 'B']]),
    runEntry(
      [
        ['recipient-name', 'Bob', 'Bo'],
        ['description', null, 'New'],
      ],
      { kind: 'applied' },
      '2',
    ),
  ];

  test('has a row for each credential and a column for each attribute; other values stay as they are now', () => {
    const made = undoOfRun(entries, now);
    expect(sheetOfUndo(made)).toEqual([
      ['Credential ID', 'Grade', 'Recipient Name', 'Description'],
      ['1', 'A', 'Ada Lovelace', 'Kept'],
      ['2', 'E', 'Bob', ''],
    ]);
    expect(made?.assignment.columns.map(({ blank }) => blank)).toEqual(['keep', 'clear', 'keep', 'clear']);
    expect(writtenBy(made, now)).toEqual(['1 grade=A', '2 recipient-name=Bob', '2 description=null']);
  });

  test('excludes a credential with an unknown present value, which a blank cell would clear', () => {
    const unread = [{ ...now[0]!, detail: null }, now[1]!];
    const made = undoOfRun(entries, unread);
    expect(
      sheetOfUndo(made)
        ?.slice(1)
        .map(([id]) => id),
    ).toEqual(['2']);
    expect(made).toMatchObject({ editedSince: 0, cannot: 1 });
    // Without a column that needs it, the present value need not be known.
    expect(undoOfRun(entries.slice(0, 1), unread)).toMatchObject({ cannot: 0, table: { rows: [2] } });
  });

  test('has the row numbers of the sheet that was sent, in its order', () => {
    const numbered = entries.map((entry, at) => ({ ...entry, change: { ...entry.change, row: 9 - at * 4 } }));
    const made = undoOfRun(numbered, now);
    expect(made?.table.rows).toEqual([5, 9]);
    expect(sheetOfUndo(made)?.map(([id]) => id)).toEqual(['Credential ID', '2', '1']);
    expect(writtenBy(made, now)).toEqual(['2 recipient-name=Bob', '2 description=null', '1 grade=A']);
  });

  test('numbers its rows again when two changes name the same one', () => {
    const sameRow = entries.map((entry) => ({ ...entry, change: { ...entry.change, row: 7 } }));
    expect(undoOfRun(sameRow, now)?.table.rows).toEqual([2, 3]);
  });

  test('has each header once, also when the account calls an attribute as a built-in one', () => {
    const credentials = [credentialOf({ id: '1', grade: 'B', custom: { Grade: 'y' } })];
    const made = undoOfRun(
      [
        runEntry([
          ['grade', 'A', 'B'],
          ['custom:Grade', 'x', 'y'],
        ]),
      ],
      credentials,
    );
    expect(sheetOfUndo(made)?.[0]).toEqual(['Credential ID', 'Grade', 'Grade (2)']);
    expect(writtenBy(made, credentials)).toEqual(['1 grade=A', '1 custom:Grade=x']);
  });

  test('is blank outside its rows and columns', () => {
    const made = undoOfRun(entries, now);
    expect([made?.table.cell(1, 0), made?.table.cell(9, 0), made?.table.cell(2, 9)]).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'blank' })),
    );
  });
});
