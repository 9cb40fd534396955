import { beforeEach, expect, test } from 'vitest';
import { HistoryList } from '../../../components/history/history-list';
import { newRun } from '../../../lib/journal/journal';
import type { RunId } from '../../../lib/journal/entry';
import { historyRun, type HistoryRun } from '../../../lib/report/history';
import { drawnText } from '../../fakes/drawn';
import { speakEnglish } from '../../fakes/messages';
import { progressOf } from '../../fakes/run';

beforeEach(() => speakEnglish());

function runOf(id: string, name: string): HistoryRun {
  const { run, counts } = progressOf('finished', { applied: 1 }, `run-${id}` as RunId);
  const shown = historyRun(newRun({ ...run, group: { id, name } }, counts), 30);
  if (shown === null) throw new Error('it has begun');
  return shown;
}
const listed = (...runs: readonly HistoryRun[]) =>
  drawnText(<HistoryList session={{} as never} actions={{} as never} runs={runs} />);

test.each<[string, string, string]>([
  ['Latin', 'Welding', 'Welding'],
  ['Arabic', 'لحام', 'لحام'],
  ['with a sign that turns it', 'Weld\u202Eing', 'Weld[U+202E]ing'],
])('groups of one look (%s) are told apart, without signs of ours', (_name, name, shown) => {
  const text = listed(runOf('7', name), runOf('8', name));
  expect(text).toContain(shown);
  expect([text.includes('7'), text.includes('8')]).toEqual([true, true]);
  expect(text).not.toMatch(/\[U\+206[89]\]/);
});
