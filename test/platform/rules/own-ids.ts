import type { Switches } from '../switches';

/** Whether an own id stands where v1 has the number otherwise (docs/platform.md, Own ids). */
export function isIdInV1({ 'own-id': place }: Switches): boolean {
  return place === 'id' || place === 'id-and-license';
}

/** Whether v2 has an own id, as its license id. */
export function hasLicenseInV2({ 'own-id': place }: Switches): boolean {
  return place === 'license' || place === 'id-and-license';
}
