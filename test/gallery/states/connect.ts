import { CONNECTION } from '../group';
import type { GalleryState } from '../state';

/** Until the platform takes us (docs/product.md 2.1), and whom it takes us for. */
export const CONNECT: readonly GalleryState[] = [
  ['connect-asking', () => ({ connection: { kind: 'connecting' } })],
  ['connect-key-needed', () => ({ connection: { kind: 'key-needed', refused: false } })],
  ['connect-key-refused', () => ({ connection: { kind: 'key-needed', refused: true } })],
  [
    'connect-forbidden',
    () => ({
      connection: {
        kind: 'failed',
        problem: { code: 'forbidden', words: 'Not authorized for this department' },
      },
    }),
  ],
  [
    'connect-group-not-found',
    () => ({ connection: { kind: 'failed', problem: { code: 'not-found', words: "Doesn't exist" } } }),
  ],
  [
    'connect-no-access',
    () => ({ connection: { kind: 'failed', problem: { code: 'no-access', host: 'api.accredible.com' } } }),
  ],
  ['connect-unreachable', () => ({ connection: { kind: 'failed', problem: { code: 'unreachable' } } })],
  [
    'connect-throttled',
    () => ({ connection: { kind: 'failed', problem: { code: 'throttled', retryAfterMs: null } } }),
  ],
  [
    'connect-platform-fault',
    () => ({
      connection: {
        kind: 'failed',
        problem: { code: 'server-fault', status: 500, words: 'Internal server error' },
      },
    }),
  ],
  [
    'connect-answer-not-understood',
    () => ({
      connection: {
        kind: 'failed',
        problem: { code: 'unexpected-answer', where: 'issuer.certificate_left' },
      },
    }),
  ],
  [
    'connected-by-key',
    () => ({ connection: { kind: 'connected', connection: { ...CONNECTION, signedInBy: 'key' } } }),
  ],
  [
    'connected-sandbox-credits-unknown',
    () => ({
      page: { ...CONNECTION.page, environment: 'sandbox' },
      connection: { kind: 'connected', connection: { ...CONNECTION, credits: null } },
    }),
  ],
];
