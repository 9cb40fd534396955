import { describe, expect, it } from 'vitest';
import { importCycles, importGraph, type Edge } from './import-graph';
import { wrongWays } from './one-way';
import { wrongOwners } from './owners';

/*
 * The rules that the project keeps would pass as well if they found nothing ever: here they are
 * broken.
 */

const edge = (from: string, to: string): Edge => ({ from, to });

describe('one way', () => {
  it.each([
    ['a view may use lib', 'components/panel.tsx', 'lib/session/session.ts', null],
    ['a view may use a view', 'components/panel.tsx', 'components/text.ts', null],
    ['a program may use all rooms', 'entrypoints/sheet-worker.ts', 'workers/sheet.ts', null],
    [
      'lib may not use a view',
      'lib/review/diff/diff.ts',
      'components/text.ts',
      'lib may not import from components',
    ],
    [
      'a worker may not use a view',
      'workers/a.ts',
      'components/a.ts',
      'workers may not import from components',
    ],
    ['a view may not use a program', 'components/a.ts', 'entrypoints/background.ts', 'components may not'],
    [
      'nothing that is shipped uses a test',
      'lib/run/loop/loop.ts',
      'test/fakes/review.ts',
      'lib may not import from test',
    ],
    ['lib may go left', 'lib/run/entry/step.ts', 'lib/credential/change.ts', null],
    [
      'lib may not go right',
      'lib/sheet/text/csv.ts',
      'lib/review/diff/diff.ts',
      'lib/sheet stands before lib/review',
    ],
    [
      'the session is the last room',
      'lib/rpc/contract/port.ts',
      'lib/session/session.ts',
      'lib/rpc stands before lib/session',
    ],
    ['an inner room may go left', 'lib/review/diff/diff.ts', 'lib/review/match/match-rows.ts', null],
    [
      'an inner room may not go right',
      'lib/review/match/match-rows.ts',
      'lib/review/diff/diff.ts',
      'lib/review/match stands before lib/review/diff',
    ],
    ['a file beside inner rooms may use them', 'lib/session/session.ts', 'lib/session/run/a.ts', null],
    [
      'an inner room may not use a file beside it',
      'lib/session/run/create-run-model.ts',
      'lib/session/session.ts',
      'lib/session/run stands before the files of lib/session',
    ],
    [
      'an inner room that is not in the order',
      'lib/review/extra/a.ts',
      'lib/review/diff/diff.ts',
      '"extra" is not in the order of lib/review',
    ],
    ['a leaf is for all', 'lib/credential/day.ts', 'lib/result.ts', null],
    ['a leaf uses nothing', 'lib/result.ts', 'lib/credential/day.ts', 'imports nothing of lib'],
    [
      'a room that is not in the order',
      'lib/extra/a.ts',
      'lib/credential/day.ts',
      '"extra" is not in the order',
    ],
    ['the names of messages are for views', 'components/text.ts', 'public/_locales/en/messages.json', null],
    [
      'and not for lib',
      'lib/run/entry/step.ts',
      'public/_locales/en/messages.json',
      'lib may not import from public',
    ],
  ])('%s: %s -> %s', (_, from, to, sentence) => {
    const wrong = wrongWays([edge(from, to)]);
    if (sentence === null) expect(wrong).toEqual([]);
    else expect(wrong).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('owners', () => {
  it.each([
    ['lib/zod.ts', 'zod', true],
    ['lib/platform/client.ts', 'zod', false],
    ['lib/sheet/sheetjs/sheetjs.ts', 'sheetjs-ce/dist/cpexcel.full.mjs', true],
    ['entrypoints/sheetjs.ts', 'sheetjs-ce', false],
    ['entrypoints/background.ts', 'wxt/browser', true],
    ['components/text.ts', 'wxt/browser', false],
    ['lib/session/session.ts', '@preact/signals', false],
    ['lib/session/session.ts', 'left-pad', false],
  ])('%s may import %s: %s', (from, to, may) => {
    expect(wrongOwners([edge(from, to)]).length === 0).toBe(may);
  });
});

describe('circles', () => {
  it.each([
    ['none in a diamond', ['a b', 'a c', 'b d', 'c d'], []],
    ['two files', ['a b', 'b a'], ['a -> b -> a']],
    ['a file and itself', ['a a'], ['a -> a']],
    ['a longer way, entered from outside', ['x a', 'a b', 'b c', 'c a'], ['a -> b -> c -> a']],
  ])('%s', (_, pairs, expected) => {
    expect(importCycles(pairs.map((pair) => edge(pair.slice(0, 1), pair.slice(2))))).toEqual(expected);
  });
});

describe('the graph', () => {
  const text = [
    "import { a } from './a';",
    "import type { B } from '../b';",
    "export { c } from './c';",
    "type D = import('./d').D;",
    "const e = await import('pack/e');",
  ].join('\n');

  it('has every kind of import', () => {
    const known = new Set(['lib/x/a.ts', 'lib/b.ts', 'lib/x/c.tsx', 'lib/x/d.ts']);
    const edges = importGraph([{ path: 'lib/x/file.ts', text }], known);
    expect(edges.map(({ to }) => to).sort()).toEqual([
      'lib/b.ts',
      'lib/x/a.ts',
      'lib/x/c.tsx',
      'lib/x/d.ts',
      'pack/e',
    ]);
  });
  it('does not pass over a file that is not there', () => {
    expect(() => importGraph([{ path: 'lib/x/file.ts', text }], new Set())).toThrow('no such file');
  });
});
