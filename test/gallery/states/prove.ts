import { signal } from '@preact/signals';
import type { Manifest, Proof } from '../../../components/prove/prove';
import type { Sent } from '../../../lib/rpc/contract/sent';
import type { StoredItem } from '../../../lib/rpc/contract/stored-item';
import type { GalleryState, OtherPage } from '../state';

const MANIFEST: Manifest = {
  version: '0.3.0',
  permissions: ['storage', 'alarms'],
  hosts: ['https://dashboard.accredible.com/*', 'https://api.accredible.com/*'],
  policy: "default-src 'none'; script-src 'self'; connect-src 'self' https://api.accredible.com",
};
const SUM = '5f0c'.repeat(16);
const WHOLE: ValueOf<'files'> = { sum: SUM, same: 104, other: [], missing: [] };

const STORED: readonly StoredItem[] = [
  { area: 'session', name: 'key:sandbox', size: 42 },
  { area: 'local', name: 'closed:assignment:7d3c1e9a0b5f42c8a1d6e3f70b9c5a21', size: 912 },
  { area: 'local', name: 'first-page', size: 4 },
  { area: 'local', name: 'of-a-later-version', size: 1 },
  { area: 'database', name: 'entries', size: 33 },
  { area: 'file', name: 'secrets/run.5f2b1c9e-0d34-4c7a-9b1e-6a2d8f4c7e10.secret', size: 64 },
];

const SENT: Sent = {
  since: Date.UTC(2026, 2, 5, 9, 30),
  fromRun: true,
  kinds: [
    {
      method: 'PUT',
      host: 'api.accredible.com',
      path: '/v1/credentials/…',
      fields: ['credential.recipient.name', 'credential.expired_on'],
      requests: 33,
      bytes: 4_812,
    },
    {
      method: 'GET',
      host: 'api.accredible.com',
      path: '/v1/credentials/…',
      fields: [],
      requests: 66,
      bytes: 0,
    },
  ],
};

type ValueOf<Part extends 'files' | 'stored' | 'sent'> = Proof[Part]['value'];

function prove(
  files: ValueOf<'files'>,
  stored: ValueOf<'stored'>,
  sent: ValueOf<'sent'>,
  manifest = MANIFEST,
): OtherPage {
  return {
    page: 'prove',
    proof: { manifest, files: signal(files), stored: signal(stored), sent: signal(sent) },
  };
}

/** The page "Prove it" (docs/product.md 4). */
export const PROVE: readonly GalleryState[] = [
  ['prove-reading', () => prove(undefined, undefined, undefined)],
  ['prove', () => prove(WHOLE, STORED, SENT)],
  [
    'prove-changed-copy',
    () =>
      prove({ sum: SUM, same: 102, other: ['panel.html'], missing: ['chunks/review-B7kq2.js'] }, [], {
        ...SENT,
        fromRun: false,
        kinds: [],
      }),
  ],
  ['prove-no-answer', () => prove({ sum: null, same: 0, other: [], missing: [] }, null, null)],
  [
    'prove-wrong-address',
    () => prove(WHOLE, STORED, SENT),
    [['Address and port of your listener', 'not an address'], 'Try all ways'],
  ],
];
