import { generate } from 'selfsigned';

/** Names of the platform, and those of this computer. */
const NAMES = [
  'accredible.com',
  '*.accredible.com',
  '*.dashboard.accredible.com',
  '*.api.accredible.com',
  'eu.dashboard.accredible.com',
  'eu.api.accredible.com',
  'sandbox.dashboard.accredible.com',
  'sandbox.api.accredible.com',
  'credential.net',
  'www.credential.net',
  'localhost',
] as const;

/** A self-signed certificate in PEM, made at each start and kept in no file. */
export async function selfSignedCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'dashboard.accredible.com' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          ...NAMES.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
