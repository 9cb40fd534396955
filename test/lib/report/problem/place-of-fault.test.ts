import { expect, test } from 'vitest';
import { z } from 'zod';
import { serveBackground } from '../../../../lib/rpc/background/background-server';
import { placeOfFault } from '../../../../lib/report/problem/place-of-fault';
import type { CommandHandlers } from '../../../../lib/rpc/contract/background-contract';
import type { PortReply } from '../../../../lib/rpc/contract/port';
import { failed } from '../../../../lib/result';
import { JournalFault } from '../../../../lib/journal/journal';

/* docs/privacy.md: no log and no fault has a name or an e-mail in it. */

const NAME = 'Jane Canary-41';
const MAIL = 'canary-42@x.test';
const CALLS = [
  '    at write (chrome-extension://abc/background.js:12:345)',
  '    at async chrome-extension://abc/background.js:13:9',
  '    at later (chrome-extension://abc/background.js:14:1)',
].join('\n');

function errorOf(message: string, stack: (message: string) => string, name = 'Error'): Error {
  return Object.assign(new Error(message), { name, stack: stack(message) });
}
const chromium = (message: string) => `Error: ${message}\n${CALLS}`;
const firefox = () =>
  'write@moz-extension://abc/background.js:12:345\nasync*next@moz-extension://abc/background.js:13:9\n';

const PLACES = 'background.js:12:345 background.js:13:9';

test.each<[string, unknown, string]>([
  ['a plain message', errorOf('broken', chromium), PLACES],
  ['no message', errorOf('', () => `Error\n${CALLS}`), PLACES],
  ['Firefox', errorOf('broken', firefox), PLACES],
  ['a name in the message', errorOf(NAME, chromium), PLACES],
  ['a name on its second line', errorOf(`bad cell:\n${NAME}\n${MAIL}`, chromium), PLACES],
  ['a name that looks like a place', errorOf(`x\n    at ${NAME} (/canary.js:1:1)`, chromium), PLACES],
  ['a name of the error', errorOf('x', () => `${NAME}: x\n${CALLS}`, NAME), PLACES],
  ['a name in Firefox', errorOf(`${NAME}\n${MAIL}`, firefox), PLACES],
  [
    'a message that the stack has cut',
    errorOf(`${NAME}${'x'.repeat(99)}`, () => `Error: ${NAME}\n${CALLS}`),
    PLACES,
  ],
  ['no stack', Object.assign(new Error(NAME), { stack: undefined }), ''],
  ['a stack of another program', errorOf('x', (text) => `Error: ${text}\n    at ${NAME}`), ''],
  ['a text that was thrown', NAME, ''],
  ['an object that was thrown', { name: NAME, stack: MAIL }, ''],
  ['nothing', null, ''],
  ['a fault of the journal', errorOf(`journal: ${MAIL}`, chromium), PLACES],
])('the log of a bug has its places alone: %s', (_, error, expected) => {
  expect(placeOfFault(error)).toBe(expected);
});

test.each<[string, () => unknown]>([
  ['JSON', () => JSON.parse(`{"name": ${NAME}\n${MAIL}}`) as unknown],
  ['a schema', () => z.object({ name: z.number() }).parse({ name: NAME })],
  ['a URL', () => new URL(`${NAME}\n${MAIL}`)],
  ['an encoding', () => encodeURIComponent(`${NAME}\ud800`)],
  ['a number', () => BigInt(NAME)],
  ['a clone', () => structuredClone({ [NAME]: () => MAIL })],
])('what a browser says about a text does not get into the log: %s', (_, work) => {
  let thrown: unknown = null;
  try {
    work();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).not.toBeNull();
  expect(placeOfFault(thrown)).not.toMatch(/canary|Jane/i);
});

test('what a handler throws does not get into its answer', async () => {
  const replies: PortReply[] = [];
  let hear: (message: unknown) => void = () => {};
  const handlers = {
    connect: () => Promise.reject(new JournalFault(`${NAME} ${MAIL}`)),
  } as unknown as CommandHandlers;
  const port = {
    postMessage: (reply: PortReply) => replies.push(reply),
    onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
    onDisconnect: { addListener: () => {} },
  };
  serveBackground(port as never, {
    handlers,
    parse: (raw) =>
      raw === 'good' ? { ok: true, value: { kind: 'connect' } as never } : failed({ where: [String(raw)] }),
    onFault: () => {},
    onBusy: () => {},
  });
  hear({ kind: 'call', id: 1, command: 'good' });
  hear({ kind: 'call', id: 2, command: NAME });
  await expect.poll(() => replies.length).toBe(2);
  expect(JSON.stringify(replies)).not.toMatch(/Canary|Jane/i);
  expect(replies.map(({ kind }) => kind)).toEqual(['fault', 'fault']);
});
