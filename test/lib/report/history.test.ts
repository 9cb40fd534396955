import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { RunId, RunRecord, RunSource } from '../../../lib/journal/entry';
import { newRun, type JournalRun } from '../../../lib/journal/journal';
import { historyRun, updatedOf, type HistoryRun } from '../../../lib/report/history';
import { historyCsv, historyJson } from '../../../lib/report/history-file';
import { progressOf } from '../../fakes/run';

const START = Date.UTC(2026, 10, 22, 9, 30);
const END = START + 90_000;
const DAY = 24 * 60 * 60 * 1000;
const SHA = 'ab'.repeat(32);
const id = (name: string) => name as RunId;

function journalRun(record: Partial<RunRecord> = {}, more: Partial<JournalRun> = {}): JournalRun {
  const { run, counts } = progressOf('finished', { applied: 3, 'not-applied': 1, rejected: 2, conflict: 1 });
  const source: RunSource = { kind: 'file', sha256: SHA };
  return {
    ...newRun({ ...run, createdAt: START, finishedAt: END, creditsAtMost: 4, source, ...record }, counts),
    creditsSpent: 2,
    ...more,
  };
}

function reported(record: Partial<RunRecord> = {}, more: Partial<JournalRun> = {}): HistoryRun {
  const run = historyRun(journalRun(record, more), 30);
  if (run === null) throw new Error('it is not reported');
  return run;
}

describe('a run in the history', () => {
  test('has alarms and warnings apart', () => {
    const confirmedWarnings = [
      { code: 'names-shifted', count: 8 },
      { code: 'name-change', count: 3 },
      { code: 'of-a-later-version', count: 1 },
    ];
    expect(reported({ confirmedWarnings })).toEqual({
      id: 'run-1',
      fileName: 'fixes.csv',
      sheetName: 'Sheet1',
      source: { kind: 'file', sha256: SHA },
      environment: 'production',
      account: { id: '9', name: 'Northfield' },
      group: { id: '7', name: 'Welding' },
      startedAt: START,
      endedAt: END,
      state: 'finished',
      changes: 7,
      counts: expect.objectContaining({ applied: 3, rejected: 2, planned: 0 }) as object,
      partly: 0,
      rest: null,
      creditsAtMost: 4,
      creditsSpent: 2,
      alarms: [{ code: 'names-shifted', rows: 8 }],
      warnings: [
        { code: 'name-change', rows: 3 },
        { code: 'of-a-later-version', rows: 1 },
      ],
      values: { kind: 'kept', until: END + 30 * DAY },
    });
  });

  test.each<[string, Partial<RunRecord>, Partial<JournalRun>, HistoryRun['values']]>([
    ['over', {}, {}, { kind: 'kept', until: END + 30 * DAY }],
    ['running', { state: { kind: 'running' }, finishedAt: null }, {}, { kind: 'kept', until: null }],
    ['deleted', {}, { values: { kind: 'deleted', at: END + 5 } }, { kind: 'deleted', at: END + 5 }],
    [
      'deleted by an older version',
      {},
      { values: { kind: 'deleted', at: null } },
      { kind: 'deleted', at: null },
    ],
  ])('its values: %s', (_, record, more, expected) => {
    expect(reported(record, more).values).toEqual(expected);
  });

  test('is missing when it has never begun', () => {
    expect(historyRun(journalRun({ state: { kind: 'preparing' } }), 30)).toBeNull();
  });

  test('has no source when that was not recorded', () => {
    const { record, ...rest } = journalRun();
    const { source, ...old } = record;
    expect(source).toBeDefined();
    expect(historyRun({ record: old, ...rest }, 30)?.source).toBeNull();
  });

  test('counts the updated entries and the others, without open ones', () => {
    expect(updatedOf(reported())).toEqual({ updated: 3, partly: 0, notUpdated: 4 });
    const { run, counts } = progressOf('running', { applied: 2, rejected: 1, sent: 1, planned: 5 });
    expect(updatedOf(reported(run, { counts }))).toEqual({
      updated: 2,
      partly: 0,
      notUpdated: 1,
    });
    expect(updatedOf(reported({}, { partly: 1 }))).toEqual({ updated: 3, partly: 1, notUpdated: 3 });
  });
});

describe('the history as a file', () => {
  const runs = [
    reported({
      fileName: '=HYPERLINK("http://x")',
      group: { id: '7', name: '@Welders, "2026"' },
      sheetName: '-1\tx',
      confirmedWarnings: [
        { code: 'people-swapped', count: 2 },
        { code: 'email-change', count: 2 },
        { code: 'name-change', count: 1 },
      ],
    }),
    reported(
      { source: { kind: 'undo', runs: [id('a'), id('b')] } },
      { values: { kind: 'deleted', at: END } },
    ),
    reported({ state: { kind: 'running' }, finishedAt: null, source: { kind: 'pasted', sha256: SHA } }),
  ];

  test('CSV: a row for each run, no cell a formula', () => {
    const csv = historyCsv(runs);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(3);
    expect(data[0]).toEqual({
      Run: 'run-1',
      'Started (UTC)': '2026-11-22T09:30:00.000Z',
      'Ended (UTC)': '2026-11-22T09:31:30.000Z',
      State: 'finished',
      Environment: 'production',
      'Account ID': '9',
      Account: 'Northfield',
      'Group ID': '7',
      Group: `'@Welders, "2026"`,
      File: `'=HYPERLINK("http://x")`,
      Sheet: "'-1\tx",
      Source: 'file',
      'SHA-256': SHA,
      'Of runs': '',
      'Made by': '',
      'Accepted by': '',
      'To update': '7',
      Updated: '3',
      'Updated in part': '0',
      'Not applied': '1',
      Rejected: '2',
      Conflicts: '1',
      'Not sent': '0',
      'Not known': '0',
      Open: '0',
      'Credits at most': '4',
      'Credits spent': '2',
      'Alarms overruled': 'people-swapped 2',
      'Warnings confirmed': 'email-change 2; name-change 1',
      Values: 'kept',
      'Values kept until (UTC)': '2026-12-22T09:31:30.000Z',
      'Values deleted (UTC)': '',
    });
    expect(data[1]).toMatchObject({
      Source: 'undo',
      'SHA-256': '',
      'Of runs': 'a b',
      'Made by': '',
      'Accepted by': '',
      Values: 'deleted',
      'Values kept until (UTC)': '',
      'Values deleted (UTC)': '2026-11-22T09:31:30.000Z',
    });
    expect(data[2]).toMatchObject({ Source: 'pasted', State: 'running', 'Ended (UTC)': '' });
  });

  test.each([
    ['=1', "'=1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a=1', 'a=1'],
    ['a "b", c', 'a ""b"", c'],
    ['two\nlines', 'two\nlines'],
  ])('CSV: a file named %j is written as %j', (fileName, cell) => {
    expect(historyCsv([reported({ fileName })])).toContain(`,"Welding","${cell}","Sheet1",`);
  });

  test('JSON: the same facts, each by its name', () => {
    const parsed = JSON.parse(historyJson(runs, END)) as { runs: unknown[] };
    expect(parsed).toMatchObject({
      format: 'update-credentials-history',
      version: 1,
      exportedAt: '2026-11-22T09:31:30.000Z',
    });
    expect(parsed.runs[0]).toEqual({
      id: 'run-1',
      fileName: '=HYPERLINK("http://x")',
      sheetName: '-1\tx',
      source: { kind: 'file', sha256: SHA },
      environment: 'production',
      account: { id: '9', name: 'Northfield' },
      group: { id: '7', name: '@Welders, "2026"' },
      startedAt: '2026-11-22T09:30:00.000Z',
      endedAt: '2026-11-22T09:31:30.000Z',
      state: 'finished',
      changes: 7,
      outcomes: {
        updated: 3,
        updatedInPart: 0,
        notApplied: 1,
        rejected: 2,
        conflicts: 1,
        notSent: 0,
        notKnown: 0,
        open: 0,
      },
      creditsAtMost: 4,
      creditsSpent: 2,
      alarmsOverruled: [{ code: 'people-swapped', rows: 2 }],
      warningsConfirmed: [
        { code: 'email-change', rows: 2 },
        { code: 'name-change', rows: 1 },
      ],
      values: { kept: true, until: '2026-12-22T09:31:30.000Z' },
    });
    expect(parsed.runs[1]).toMatchObject({
      source: { kind: 'undo', runs: ['a', 'b'] },
      values: { kept: false, deletedAt: '2026-11-22T09:31:30.000Z' },
    });
  });
});
