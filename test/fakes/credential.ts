import type { Credential } from '../../lib/credential/credential';
import type { Day } from '../../lib/credential/day';
import { credentialId, groupId } from '../../lib/credential/ids';

/** Fields of a credential that a test names; the rest is Ada Lovelace's. */
export type WrittenCredential = Partial<
  Omit<Credential, 'id' | 'groupId' | 'issuedOn' | 'expiredOn'> & {
    readonly id: string;
    readonly groupId: string;
    readonly issuedOn: string | null;
    readonly expiredOn: string | null;
  }
>;

/** A credential of group 7, issued on 2024-01-15, valid until 2027-01-15. */
export function credentialOf(written: WrittenCredential = {}): Credential {
  const { id = '1001', groupId: group = '7', issuedOn = '2024-01-15', expiredOn = '2027-01-15' } = written;
  return {
    uuid: null,
    encodedId: null,
    licenseId: null,
    groupName: 'Welding 2024',
    recipientName: 'Ada Lovelace',
    recipientEmail: `p${id}@example.org`,
    recipientId: null,
    credentialName: 'Certified Welder',
    grade: null,
    published: true,
    private: false,
    custom: {},
    updatedAt: '2024-02-01T00:00:00Z',
    detail: null,
    ...written,
    id: credentialId(id),
    groupId: groupId(group),
    issuedOn: issuedOn as Day | null,
    expiredOn: expiredOn as Day | null,
  };
}
