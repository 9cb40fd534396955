import { expect, test } from 'vitest';
import { isOpenPanelMessage } from '../../../../lib/rpc/contract/open-panel';

test.each<[unknown, boolean]>([
  [{ kind: 'open-panel' }, true],
  [{ kind: 'open-panel', more: 1 }, true],
  [{ kind: 'close-panel' }, false],
  [{ kind: ['open-panel'] }, false],
  [{}, false],
  ['open-panel', false],
  [null, false],
  [undefined, false],
])('%j asks for the panel: %s', (message, expected) => {
  expect(isOpenPanelMessage(message)).toBe(expected);
});
