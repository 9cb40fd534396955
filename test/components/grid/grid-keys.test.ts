import { expect, test } from 'vitest';
import { gridAction, historyAction } from '../../../components/grid/grid-keys';

const key = (name: string, held: readonly string[] = []) => ({
  key: name,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

test.each<[string, readonly string[], unknown]>([
  ['j', [], { kind: 'move', rows: 1, columns: 0 }],
  ['ArrowUp', [], { kind: 'move', rows: -1, columns: 0 }],
  ['ArrowRight', [], { kind: 'move', rows: 0, columns: 1 }],
  [' ', [], { kind: 'toggle-row' }],
  ['x', [], { kind: 'toggle-cell' }],
  ['X', ['shift'], { kind: 'toggle-column' }],
  ['F2', [], { kind: 'edit' }],
  ['e', [], { kind: 'next', severity: 'error' }],
  ['w', ['ctrl'], null],
  ['e', ['meta'], null],
  ['Tab', [], null],
  ['constructor', [], null],
])('%s with %j in the grid', (name, held, action) => {
  expect(gridAction(key(name, held))).toEqual(action);
});

test.each<[string, readonly string[], unknown]>([
  ['z', ['ctrl'], 'undo'],
  ['Z', ['ctrl', 'shift'], 'redo'],
  ['z', ['meta'], 'undo'],
  ['y', ['ctrl'], 'redo'],
  ['z', [], null],
  ['z', ['ctrl', 'alt'], null],
])('%s with %j takes steps back', (name, held, action) => {
  expect(historyAction(key(name, held))).toBe(action);
});
