import type { CustomAttributeKey } from '../../lib/credential/attribute';
import type { Credential } from '../../lib/credential/credential';
import type { Day } from '../../lib/credential/day';
import { groupId } from '../../lib/credential/ids';
import type { Connection } from '../../lib/platform/connection';
import { credentialOf, type WrittenCredential } from '../fakes/credential';

/*
 * The group that every state of the gallery is about: names and addresses as long and as varied as
 * real ones.
 */

export const TODAY = '2026-06-15' as Day;
/** Noon of that day in UTC, in milliseconds since 1970. */
export const NOW = Date.UTC(2026, 5, 15, 12);
export const PAGE = { environment: 'production', groupId: groupId('7') } as const;
export const CUSTOM: readonly CustomAttributeKey[] = [
  { name: 'CE Hours', kind: 'text' },
  { name: 'Licence renewed on', kind: 'date' },
];

export const CONNECTION: Connection = {
  page: PAGE,
  account: { id: '9', name: 'Northfield Board of Welding and Joining' },
  group: { id: '7', name: 'Certified Pressure Welder, autumn 2024', credentialName: 'Certified Welder' },
  credits: 480,
  customAttributes: CUSTOM,
  signedInBy: 'session',
};

const PEOPLE: readonly (readonly [name: string, email: string, more?: WrittenCredential])[] = [
  ['Ada Lovelace', 'ada.lovelace@northfield.example'],
  ['Bjørn Åsgard', 'bjorn.asgard@fjordweld.example', { grade: 'Pass' }],
  ['Chiamaka Okonkwo-Featherstonehaugh', 'chiamaka.okonkwo-featherstonehaugh@longest-of-domains.example'],
  ['Dmitri Ivanov', 'd.ivanov@example.org', { expiredOn: '2025-12-31' }],
  ['Elena Ruiz Márquez', 'elena.ruiz@soldadura.example', { grade: 'Merit' }],
  ['Fatima al-Zahra', 'fatima@gulfjoin.example', { private: true }],
  ['Giovanni Rossi', 'g.rossi@saldatura.example', { published: false }],
  ['Hana Suzuki', 'hana.suzuki@yosetsu.example', { grade: 'Distinction' }],
  ['Ivo Novák', 'ivo.novak@svarovani.example', { grade: 'Pass' }],
  ['Jane Doe', 'jane.doe@example.org', { licenseId: 'NW-2024-0010' }],
  ['Jane Doe', 'jane.doe@example.org', { credentialName: 'Certified Inspector', issuedOn: '2023-03-01' }],
  ['Kai Lindqvist', 'kai@lindqvist.example', { recipientId: 'K-0012' }],
  ['Lea Müller', 'lea.mueller@schweissen.example'],
  ['Max Weber', 'max.weber@schweissen.example'],
  ['Nora Quist', 'nora.quist@example.net'],
  ['Olaf Berg', 'olaf.berg@example.net'],
  ['Pia Sand', 'pia.sand@example.net'],
  ['Quinn Archer', 'quinn.archer@example.net'],
  ['Rosa Delgado', 'rosa.delgado@example.net'],
  ['Samuel Okafor', 'samuel.okafor@example.net'],
  ['Tess van der Meer', 'tess.vandermeer@example.net'],
  ['Umberto Conti', 'umberto.conti@example.net'],
  ['Vera Lind', 'vera.lind@example.net'],
  ['Wanda Kowalska', 'wanda.kowalska@example.net'],
];

/** The n-th of the group (from 0) has the id 48210001 + n. */
export const GROUP: readonly Credential[] = PEOPLE.map(([recipientName, recipientEmail, more], n) =>
  credentialOf({
    id: idOf(n),
    encodedId: `nbw-${1001 + n}`,
    groupName: CONNECTION.group.name,
    recipientName,
    recipientEmail,
    custom: { 'CE Hours': String(8 + n) },
    detail: { description: 'Welds steel pipes under pressure.', phone: null, evidence: [] },
    ...more,
  }),
);

export function idOf(n: number): string {
  return String(48_210_001 + n);
}
