import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { Steps } from '../../../components/parts/steps';
import { ok } from '../../../lib/result';
import { drawnText } from '../../fakes/drawn';
import { speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

/** The text of the steps with this file open, whose table the worker calls "Sheet1". */
function said(file: object): string {
  const table = ok({ sheetName: 'Sheet1', rows: 3 });
  const session = {
    step: signal('review'),
    connection: { phase: signal({ kind: 'connected' }) },
    assign: { state: signal({}), problems: signal([]) },
    run: { phase: signal({ kind: 'none' }) },
    file: {
      phase: signal({ kind: 'open', name: 'names', file: { text: null }, undo: null, table, ...file }),
    },
  };
  return drawnText(<Steps session={session as never} />);
}

test.each<[string, object, boolean]>([
  ['a workbook', {}, true],
  ['a text file', { file: { text: {} } }, false],
  ['an undo', { undo: {} }, false],
  ['decided conflicts', { decided: {} }, false],
  ['the whole group', { group: true }, false],
  ['a change set', { checked: {} }, false],
])("%s: its sheet is named only where the name is the admin's own", (_name, file, isNamed) => {
  const text = said(file);
  expect(text).toContain('names');
  expect(text).toContain('3 rows');
  expect(text.includes('Sheet1')).toBe(isNamed);
});
