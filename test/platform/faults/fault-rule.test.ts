import { describe, expect, test } from 'vitest';
import { parseFault } from './fault-rule';

const PLAIN = {
  rate: 1,
  every: 1,
  from: 1,
  times: Number.POSITIVE_INFINITY,
  ms: 1000,
  method: null,
  path: null,
  untilSignIn: false,
  resend: true,
};

describe('a rule as it is written', () => {
  test.each([
    ['500', { kind: '500' }],
    ['429:rate=0.1', { kind: '429', rate: 0.1 }],
    ['500:rate=.05:method=put', { kind: '500', rate: 0.05, method: 'PUT' }],
    ['502:every=20', { kind: '502', every: 20 }],
    ['slow:ms=3000:rate=1.0', { kind: 'slow', ms: 3000 }],
    ['reset-after:times=2:path=/v1/credentials', { kind: 'reset-after', times: 2, path: '/v1/credentials' }],
    ['reset-before:resend=no', { kind: 'reset-before', resend: false }],
    ['signed-out:from=50:until=sign-in', { kind: 'signed-out', from: 50, untilSignIn: true }],
  ])('%s', (text, expected) => {
    expect(parseFault(text)).toEqual({ ok: true, value: { ...PLAIN, text, ...expected } });
  });

  test.each([
    ['503', 'there is no kind "503"'],
    ['', 'there is no kind ""'],
    ['toString', 'there is no kind "toString"'],
    ['500:rate', '"rate" is not written name=value'],
    ['500:share=1', 'There is no "share"'],
    ['500:rate=2', 'rate takes a share from 0 to 1, such as 0.1, not "2"'],
    ['500:every=0', 'every takes a whole number from 1, not "0"'],
    ['500:method=PATCH', 'method takes GET, POST, PUT or DELETE, not "PATCH"'],
    ['500:path=v1', 'path takes a path that begins with /, not "v1"'],
    ['500:rate=0.1:rate=0.2', 'rate is there twice'],
  ])('refused: %s', (text, problem) => {
    expect(parseFault(text)).toEqual({ ok: false, problem: expect.stringContaining(problem) as string });
  });
});
