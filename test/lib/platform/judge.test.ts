import { describe, expect, test } from 'vitest';
import { problemOf } from '../../../lib/platform/judge';
import type { PlatformProblem } from '../../../lib/platform/platform-problem';
import { retryWait } from '../../../lib/platform/retry';
import { wordsOf } from '../../../lib/platform/words';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const json = (value: unknown) => JSON.stringify(value);

describe('problemOf judges by the status (docs/platform.md, Errors)', () => {
  test.each<[string, number, string, string | null, PlatformProblem | null]>([
    ['200', 200, '', null, null],
    ['204', 204, '', null, null],
    ['a redirect to a sign-in page', 302, '', null, { code: 'signed-out', triedKey: false }],
    ['401 in plain text', 401, 'HTTP Token: Access denied.', null, { code: 'signed-out', triedKey: false }],
    ['401 as JSON', 401, json({ success: false, data: 'no' }), null, { code: 'signed-out', triedKey: false }],
    ['403', 403, json({ errors: 'Not yours' }), null, { code: 'forbidden', words: 'Not yours' }],
    ['404', 404, json({ error: 'Not found' }), null, { code: 'not-found', words: 'Not found' }],
    [
      '422',
      422,
      json({ errors: 'Invalid Group' }),
      null,
      { code: 'refused', status: 422, words: 'Invalid Group' },
    ],
    ['429 with seconds', 429, '', '12', { code: 'throttled', retryAfterMs: 12_000 }],
    [
      '429 with a date',
      429,
      '',
      'Sun, 22 Nov 2026 09:00:30 GMT',
      { code: 'throttled', retryAfterMs: 30_000 },
    ],
    ['429 with neither', 429, '', 'soon', { code: 'throttled', retryAfterMs: null }],
    ['429 without', 429, '', null, { code: 'throttled', retryAfterMs: null }],
    [
      '500',
      500,
      json({ errors: 'Internal server error' }),
      null,
      { code: 'server-fault', status: 500, words: 'Internal server error' },
    ],
    [
      '502 with a page',
      502,
      '<html>Bad Gateway</html>',
      null,
      { code: 'server-fault', status: 502, words: 'HTTP 502' },
    ],
  ])('%s', (_name, status, body, retryAfter, expected) => {
    expect(problemOf({ status, body, retryAfter, opaque: false }, false, NOW)).toEqual(expected);
  });

  test('a redirect that the browser hides', () => {
    const answer = { status: 0, body: '', retryAfter: null, opaque: true };
    expect(problemOf(answer, true, NOW)).toEqual({ code: 'signed-out', triedKey: true });
  });
});

test.each([
  ['data first', json({ data: 'a', errors: 'b', error: 'c', message: 'd' }), 'a'],
  ['then errors', json({ errors: 'b', error: 'c' }), 'b'],
  [
    'fields joined',
    json({ errors: { course_name: ["can't be blank"], email: ['a', 'b'] } }),
    "course_name can't be blank; email a, b",
  ],
  ['empty errors are passed over', json({ code: 400, message: 'bad', errors: {} }), 'bad'],
  ['then error', json({ error: 'c', message: 'd' }), 'c'],
  ['data that is no text', json({ data: { a: 1 }, message: 'd' }), 'd'],
  ['plain text', 'Retry later', 'HTTP 418'],
  ['a list', '[]', 'HTTP 418'],
  ['nothing', '', 'HTTP 418'],
  ['too long', json({ data: 'x'.repeat(400) }), `${'x'.repeat(299)}…`],
])('wordsOf: %s', (_name, body, expected) => {
  expect(wordsOf(418, body)).toBe(expected);
});

describe('retryWait: reads are sent again, writes only after a 429', () => {
  const fault = (status: number): PlatformProblem => ({ code: 'server-fault', status, words: '' });
  const throttled = (retryAfterMs: number | null): PlatformProblem => ({ code: 'throttled', retryAfterMs });
  test.each<[string, 'read' | 'write', PlatformProblem, number, number | null]>([
    ['429 as reported', 'read', throttled(5_000), 1, 5_000],
    ['429 without a wait: a second, for the pace knows more', 'write', throttled(null), 1, 1_000],
    ['429 without a wait, the seventh', 'read', throttled(null), 7, 1_000],
    ['429 without a wait too often', 'read', throttled(null), 8, null],
    ['429 for an hour', 'read', throttled(3_600_000), 1, null],
    ['429 too often', 'write', throttled(1_000), 5, null],
    ['502 first', 'read', fault(502), 1, 500],
    ['502 third', 'read', fault(502), 3, 2_000],
    ['502 fifth', 'read', fault(502), 5, null],
    ['502 of a write', 'write', fault(502), 1, null],
    ['500 twice more', 'read', fault(500), 2, 1_000],
    ['500 not a third time', 'read', fault(500), 3, null],
    ['no answer to a read', 'read', { code: 'unreachable' }, 1, 500],
    ['no answer to a write', 'write', { code: 'unreachable' }, 1, null],
    ['refused', 'read', { code: 'refused', status: 422, words: '' }, 1, null],
    ['signed out', 'read', { code: 'signed-out', triedKey: true }, 1, null],
  ])('%s', (_name, effect, problem, tries, expected) => {
    expect(retryWait(effect, problem, tries, () => 0)).toBe(expected);
  });
});
