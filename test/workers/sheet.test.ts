import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { credentialOf } from '../fakes/credential';
import { assignmentTo, bytesOf, openText, realSheet, requestFor, reviewedSheet } from '../fakes/sheet';

const group = [
  credentialOf({ id: '1', recipientName: 'Ada Lovelace', recipientEmail: 'ada@example.org', grade: 'A' }),
  credentialOf({ id: '2', recipientName: 'Bob Stone', recipientEmail: 'bob@example.org', grade: 'B' }),
  credentialOf({ id: '3', recipientName: 'Cy Young', recipientEmail: 'cy@example.org', grade: 'C' }),
];
const CHANGES = { filter: { kind: 'changes' }, search: '', sort: null } as const;
const CUSTOM = [
  { name: '__proto__', kind: 'text' },
  { name: 'constructor', kind: 'text' },
] as const;

describe('from a file to its changes', () => {
  test('step by step', async () => {
    const sheet = realSheet();
    const text =
      'Credential ID,Recipient Name,Grade,Salary\n1,Ada King,A,90000\n2,Bob Stone,B+,80000\n9,Eve,A,1\n';
    const opened = await sheet.open(bytesOf(text), {});
    expect(opened).toEqual({
      ok: true,
      value: {
        sha256: createHash('sha256').update(text).digest('hex'),
        format: 'csv',
        text: {
          encoding: 'utf-8',
          encodingReason: 'unicode',
          encodingChoices: [],
          delimiter: ',',
          delimiterReason: 'regular',
        },
        first: 0,
        sheets: [{ name: 'Sheet1', hidden: false, rows: 4 }],
        download: { kind: 'none' },
      },
    });
    const table = sheet.chooseTable(0, null);
    if (!table.ok) throw new Error(table.problem.code);
    expect(table.value).toMatchObject({ rows: 3, headerRow: 1, headerReason: 'first-row', excluded: [] });
    expect(table.value.preview[1]).toEqual({ row: 2, cells: ['1', 'Ada King', 'A', '90000'] });

    sheet.addCredentials(group.slice(0, 2), true);
    sheet.addCredentials(group.slice(2), false);
    expect(sheet.guess([]).map(({ target }) => target)).toEqual([
      { kind: 'attribute', id: 'credential-id' },
      { kind: 'attribute', id: 'recipient-name' },
      { kind: 'attribute', id: 'grade' },
      { kind: 'skip' },
    ]);

    const assignment = assignmentTo(table.value, ['credential-id', 'recipient-name', 'grade', null]);
    expect(sheet.report(assignment, [])).toEqual({
      columns: [0, 1, 2].map((column) => ({
        column,
        blank: 0,
        unreadable: 0,
        dates: null,
        examples: [],
      })),
      keys: expect.arrayContaining([
        { key: 'credential-id', alsoBy: null, matched: 2, several: 0, rows: 3, otherSpelling: null },
      ]) as unknown,
      toLookUp: null,
      ofWholeGroup: true,
      valueInHeader: null,
    });

    const request = requestFor(assignment);
    expect(sheet.missingDetails(request)).toEqual([]);
    const { summary, obstacles } = sheet.review(request);
    expect(summary).toMatchObject({ rows: 3, unchanged: 0, toUpdate: 2, withErrors: 1, notMatched: 1 });
    expect(obstacles).toEqual([
      { code: 'errors-open', count: 1 },
      { code: 'warnings-open', kinds: ['name-change'] },
    ]);
    expect(sheet.toLocate()).toEqual(['9']);
    expect(sheet.makePlan()).toEqual({ ok: false, problem: obstacles });
    expect(() => sheet.changes(0, 10)).toThrow('not-held');

    sheet.decide({ kind: 'skip-errors', skip: true });
    expect(sheet.decide({ kind: 'confirm', code: 'name-change', confirmed: true }).obstacles).toEqual([]);
    expect(sheet.window(CHANGES, 0, 10)).toMatchObject({
      total: 2,
      rows: [{ row: 2 }, { row: 3 }],
    });
    expect(sheet.makePlan()).toEqual({
      ok: true,
      value: {
        plan: expect.any(Number) as number,
        changes: 2,
        creditsAtMost: 0,
        earlierExpiries: 0,
        fields: [
          { attribute: 'recipient-name', count: 1 },
          { attribute: 'grade', count: 1 },
        ],
        confirmedWarnings: [{ code: 'name-change', count: 1 }],
        rest: { errors: 1, leftOut: 0, unchanged: 0 },
      },
    });
    const changes = sheet.changes(0, 10);
    expect(changes.map(({ credential, row, fields }) => ({ credential, row, fields }))).toEqual([
      {
        credential: '1',
        row: 2,
        fields: [{ attribute: 'recipient-name', before: 'Ada Lovelace', after: 'Ada King' }],
      },
      { credential: '2', row: 3, fields: [{ attribute: 'grade', before: 'B', after: 'B+' }] },
    ]);
    expect([...sheet.changes(0, 1), ...sheet.changes(1, 1), ...sheet.changes(2, 1)]).toEqual(changes);
    // Nothing of a skipped column leaves (docs/product.md 4).
    const said = JSON.stringify([changes, sheet.window(CHANGES, 0, 10), sheet.makePlan(), summary]);
    expect(said).not.toMatch(/Salary|90000|80000/);
    expect(sheet.window({ ...CHANGES, search: '90000' }, 0, 10).total).toBe(0);
  });

  test('what is found elsewhere is said, and what was decided stays', async () => {
    const { sheet } = await reviewedSheet('id,grade\n1,D\n9,D\n', ['credential-id', 'grade'], group);
    sheet.decide({ kind: 'skip-errors', skip: true });
    const state = sheet.addLocated([
      { value: '9', credential: '9' as never, groupId: '8', groupName: 'Advanced' },
    ]);
    expect(state.summary.groups.map(({ code }) => code)).toEqual(['other-group']);
    expect(state.obstacles).toEqual([]);
  });

  test('earlier credentials are forgotten with the first part of the next', async () => {
    const { sheet, assignment } = await reviewedSheet(
      'id,grade\n1,D\n2,D\n',
      ['credential-id', 'grade'],
      group,
    );
    sheet.addCredentials([], true);
    sheet.addCredentials(group.slice(0, 1), false);
    expect(sheet.review(requestFor(assignment)).summary).toMatchObject({ toUpdate: 1, notMatched: 1 });
  });

  test('a detail adds to what the search reported, and credentials of nobody are not made', async () => {
    const [ada] = group;
    const { sheet, assignment } = await reviewedSheet(
      'id,description\n1,New\n',
      ['credential-id', 'description'],
      group,
    );
    const request = requestFor(assignment);
    expect(sheet.missingDetails(request)).toEqual(['1']);
    const detail = { description: 'Old', phone: null, evidence: [] };
    sheet.addDetails([{ ...ada!, recipientName: null, detail }, credentialOf({ id: '77', detail })], []);
    expect(sheet.missingDetails(request)).toEqual([]);
    sheet.review(request);
    expect(sheet.window(CHANGES, 0, 9).rows).toMatchObject([
      { who: { name: 'Ada Lovelace' }, cells: [{ before: 'Old', after: 'New' }] },
    ]);
  });

  test('names of prototypes are headers, values and attributes like any other', async () => {
    const { sheet, table } = await reviewedSheet(
      '__proto__,constructor,toString\n1,__proto__,hasOwnProperty\n2,constructor,__proto__\n',
      ['credential-id', 'custom:__proto__', 'custom:constructor'],
      [
        credentialOf({ id: '1' }),
        credentialOf({ id: '2', custom: JSON.parse('{"__proto__":"old"}') as never }),
      ],
      CUSTOM,
    );
    expect(table.columns.map(({ header }) => header)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(sheet.makePlan()).toMatchObject({ ok: true });
    expect(sheet.changes(0, 9).map(({ fields }) => fields)).toEqual([
      [
        { attribute: 'custom:__proto__', before: null, after: '__proto__' },
        { attribute: 'custom:constructor', before: null, after: 'hasOwnProperty' },
      ],
      [
        { attribute: 'custom:__proto__', before: 'old', after: 'constructor' },
        { attribute: 'custom:constructor', before: null, after: '__proto__' },
      ],
    ]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('what comes before its needs is a bug, not a guess', async () => {
    const sheet = realSheet();
    expect(() => sheet.chooseTable(0, null)).toThrow('asked for before it was there');
    await sheet.open(bytesOf('a\n1\n'), {});
    expect(() => sheet.chooseTable(7, null)).toThrow('no such sheet');
  });
});

describe('a corrected file', () => {
  const decided = async () => {
    const made = await reviewedSheet(
      'id,name,grade\n1,Ada King,D\n2,Bob Stein,D\n9,Eve,D\n',
      ['credential-id', 'recipient-name', 'grade'],
      group,
    );
    made.sheet.decide({ kind: 'skip-errors', skip: true });
    made.sheet.decide({ kind: 'exclude', rows: [3], excluded: true });
    made.sheet.decide({ kind: 'confirm', code: 'name-change', confirmed: true });
    return made.sheet;
  };
  const again = async (sheet: Awaited<ReturnType<typeof decided>>, text: string) => {
    const table = await openText(sheet, text);
    return sheet.review(requestFor(assignmentTo(table, ['credential-id', 'recipient-name', 'grade'])));
  };

  /** [what, the corrected sheet, what is in the way then] */
  test.each<[string, string, readonly unknown[]]>([
    ['the same again: all holds', 'id,name,grade\n1,Ada King,D\n2,Bob Stein,D\n9,Eve,D\n', []],
    ['other order: all holds', 'id,name,grade\n2,Bob Stein,D\n1,Ada King,D\n', []],
    ['fewer names: what is confirmed holds', 'id,name,grade\n1,Ada Lovelace,D\n2,Bob Stein,D\n', []],
    [
      'one name more: the confirmation falls',
      'id,name,grade\n1,Ada King,D\n2,Bob Stein,D\n3,Cy Old,D\n',
      [{ code: 'warnings-open', kinds: ['name-change'] }],
    ],
    [
      'another name for the same credential: it falls',
      'id,name,grade\n1,Ada Byron,D\n2,Bob Stein,D\n',
      [{ code: 'warnings-open', kinds: ['name-change'] }],
    ],
    ['only what was left out', 'id,name,grade\n2,Bob Stein,D\n', [{ code: 'nothing-to-update' }]],
  ])('%s', async (_name, text, obstacles) => {
    const sheet = await decided();
    expect(await again(sheet, text)).toMatchObject({ obstacles, summary: { excluded: 1 } });
  });

  test('a plan stays what it was when the next sheet is opened', async () => {
    const sheet = await decided();
    sheet.makePlan();
    const changes = sheet.changes(0, 9);
    expect(changes).toHaveLength(1);
    await again(sheet, 'id,name,grade\n1,Ada Lovelace,E\n');
    expect(sheet.changes(0, 9)).toEqual(changes);
  });
});
