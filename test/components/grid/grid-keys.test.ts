import { expect, test } from 'vitest';
import { editEnd, GRID_KEYS, gridAction, historyAction } from '../../../components/grid/grid-keys';
import { GRID_KEY_LIST, keysOn } from '../../../components/parts/key-table';

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
  // Caps Lock alone must not make a column out of a cell.
  ['X', [], { kind: 'toggle-cell' }],
  ['x', ['shift'], { kind: 'toggle-column' }],
  ['J', [], { kind: 'move', rows: 1, columns: 0 }],
  ['J', ['shift'], null],
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

/**
 * [what the key writes, its place on the keyboard, the action in the grid]: on a keyboard of
 * another script the place counts, on every Latin one the letter.
 */
test.each<[string, string, unknown]>([
  ['ش', 'KeyA', { kind: 'change-address' }],
  ['ث', 'KeyE', { kind: 'next', severity: 'error' }],
  ['ء', 'KeyX', { kind: 'toggle-cell' }],
  ['ч', 'KeyX', { kind: 'toggle-cell' }],
  ['ς', 'KeyW', { kind: 'next', severity: 'warning' }],
  ['ㅈ', 'KeyW', { kind: 'next', severity: 'warning' }],
  ['ж', 'Semicolon', null],
  ['ط', 'Quote', null],
  // AZERTY, Dvorak and the letters of Polish and German.
  ['a', 'KeyQ', { kind: 'change-address' }],
  ['q', 'KeyX', null],
  ['ź', 'KeyX', null],
  ['ą', 'KeyA', null],
  ['ö', 'Semicolon', null],
  ['é', 'Digit2', null],
  ['١', 'Digit1', null],
  ['Dead', 'KeyE', null],
  ['Process', 'KeyA', null],
])('%s at %s in the grid', (name, code, action) => {
  expect(gridAction({ ...key(name), code })).toEqual(action);
});

test.each<[string, string, readonly string[], unknown]>([
  ['ئ', 'KeyZ', ['ctrl'], 'undo'],
  ['ئ', 'KeyZ', ['ctrl', 'shift'], 'redo'],
  ['غ', 'KeyY', ['ctrl'], 'redo'],
  ['я', 'KeyZ', ['meta'], 'undo'],
  ['w', 'KeyZ', ['ctrl'], null],
  ['z', 'KeyW', ['ctrl'], 'undo'],
  ['ئ', 'KeyZ', [], null],
])('%s at %s with %j takes steps back', (name, code, held, action) => {
  expect(historyAction({ ...key(name, held), code })).toBe(action);
});

test.each<[string, boolean, unknown]>([
  ['Enter', false, 'take'],
  ['Escape', false, 'drop'],
  ['Enter', true, null],
  ['Escape', true, null],
  ['Process', true, null],
  ['Tab', false, null],
  ['a', false, null],
])('%s while a cell is typed (input method at work: %s)', (name, isComposing, expected) => {
  expect(editEnd({ key: name, isComposing })).toBe(expected);
});

/** How the list of keys writes what the keyboard calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
};

test('every key of the grid is in the list of keys, and every one that takes steps back', () => {
  const listed = GRID_KEY_LIST.flatMap(([keys]) => keys.split(/ +/));
  const isListed = (name: string) => listed.includes(NAMES[name] ?? name);
  expect(GRID_KEYS.filter((name) => !isListed(name))).toEqual([]);
  expect(['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Ctrl+V', '/'].filter((name) => !isListed(name))).toEqual([]);
});

test.each([
  ['Ctrl+V', '⌘V'],
  ['Ctrl+Z  Ctrl+Shift+Z  Ctrl+Y', '⌘Z  ⇧⌘Z'],
  ['Shift+X', '⇧X'],
  ['F6  Shift+F6', 'F6  ⇧F6'],
  ['Enter  F2', 'Enter  F2'],
  ['x', 'x'],
])('keysOn a Mac: %s -> %s', (keys, expected) => {
  expect(keysOn(keys, true)).toBe(expected);
  expect(keysOn(keys, false)).toBe(keys);
});
