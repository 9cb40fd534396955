import { hasLicenseInV2, isIdInV1 } from '../rules/own-ids';
import type { Credential, Evidence, Group, Issuer } from '../state/schema';
import type { Switches } from '../switches';
import type { Json } from './errors';

/** Hosts of the links in answers; nothing is served there but the public page. */
const PUBLIC_HOST = 'www.credential.net';
const OWN_DOMAIN = 'credentials.northfield.test';
const IMAGES = 'https://api.accredible.com/v1/frontend';

/** Address of the page that a recipient shows to others; null where answers have none. */
export function publicUrl(
  { encoded_id }: Pick<Credential, 'encoded_id'>,
  host: string,
  switches: Pick<Switches, 'public-url'>,
): string | null {
  const { 'public-url': where } = switches;
  return where === 'none' ? null : `https://${where === 'region' ? host : OWN_DOMAIN}/${encoded_id}`;
}

/** The same on the production's host, for the state file. */
export const shownUrl = ({ encoded_id }: Pick<Credential, 'encoded_id'>): string =>
  `https://${PUBLIC_HOST}/${encoded_id}`;

/** Ids and days as the switches `ids` and `dates` want them. */
function writers(switches: Switches) {
  return {
    idV1: (id: number): Json => (switches.ids === 'numbers' ? id : String(id)),
    id: (id: number): Json => (switches.ids === 'strings' ? String(id) : id),
    day: (day: string | null): Json =>
      day !== null && switches.dates === 'timestamps' ? `${day}T00:00:00.000Z` : day,
    /** A grade of digits alone may be a number in answers, 0 too (docs/platform.md, Grade). */
    grade: (grade: string | null): Json =>
      switches['grade-type'] === 'number' && grade !== null && /^(?:0|[1-9]\d{0,8})$/.test(grade)
        ? Number(grade)
        : grade,
    description: (text: string): Json =>
      switches.description === 'html' && text !== '' && !text.startsWith('<')
        ? `<p>${text.replaceAll('\n', '<br>')}</p>`
        : text,
    attributes: (attributes: Credential['custom_attributes']): Json =>
      switches['empty-attributes'] === 'null' && Object.keys(attributes).length === 0 ? null : attributes,
  };
}

/** An evidence item, the same in a credential and by itself. */
export function evidenceShape(item: Evidence, switches: Switches): { readonly [key: string]: Json } {
  return {
    id: writers(switches).id(item.id),
    description: item.description,
    preview_image_url: item.preview_image_url,
    link_url: item.link_url,
    type: item.type,
    string_object: item.string_object as Json,
    supplemental: item.supplemental,
    position: item.position,
  };
}

const image = (kind: string, credential: Credential): Json => ({
  image: { preview: `${IMAGES}/${kind}/${credential.encoded_id}` },
});

/** The ids of a credential in v1: an own id moves the number (docs/platform.md, Own ids). */
function idsV1(
  { license_id: own }: Credential,
  number: Json,
  switches: Switches,
): { readonly [key: string]: Json } {
  if (own === null) return { id: number };
  return { id: isIdInV1(switches) ? own : number, accredible_internal_id: number };
}

/** A credential in v1: GET and PUT /v1/credentials/{id}. The recipient is nested (D). */
export function v1Shape(
  credential: Credential,
  group: Group,
  issuer: Issuer,
  switches: Switches,
  publicHost: string,
): Json {
  const write = writers(switches);
  const { recipient } = credential;
  return {
    ...idsV1(credential, write.idV1(credential.id), switches),
    ...(switches['uuid-in-v1'] === 'yes' ? { uuid: credential.uuid } : {}),
    name: credential.name,
    description: write.description(credential.description),
    approve: credential.approve,
    grade: write.grade(credential.grade),
    complete: credential.complete,
    issued_on: write.day(credential.issued_on),
    course_link: credential.course_link,
    custom_attributes: write.attributes(credential.custom_attributes),
    expired_on: write.day(credential.expired_on),
    group_name: group.name,
    group_id: write.id(credential.group_id),
    url: publicUrl(credential, publicHost, switches),
    encoded_id: credential.encoded_id,
    private: credential.private,
    seo_image: `${IMAGES}/credential_seo_image/${credential.encoded_id}`,
    certificate: image('credential_website_embed_image/certificate', credential),
    badge: image('credential_badge_image', credential),
    evidence_items: credential.evidence_items.map((item) => evidenceShape(item, switches)),
    references: credential.references.map((reference) => ({ ...reference, id: write.id(reference.id) })),
    recipient: {
      name: recipient.name,
      email: recipient.email,
      phone_number: recipient.phone_number,
      id: recipient.id ?? (switches['recipient-id'] === 'uuid' ? credential.uuid : null),
      meta_data: recipient.meta_data as Json,
    },
    issuer: { name: issuer.name, description: issuer.description, url: issuer.url, id: write.id(issuer.id) },
    meta_data: credential.meta_data as Json,
  };
}

/**
 * A credential in the answer of search: flat, and without description, evidence, references, phone
 * and links (D).
 */
export function searchShape(credential: Credential, group: Group, issuer: Issuer, switches: Switches): Json {
  const write = writers(switches);
  const { recipient } = credential;
  return {
    id: write.id(credential.id),
    uuid: credential.uuid,
    encoded_id: credential.encoded_id,
    license_id: hasLicenseInV2(switches) ? credential.license_id : null,
    name: credential.name,
    grade: write.grade(credential.grade),
    issued_on: write.day(credential.issued_on),
    expired_on: write.day(credential.expired_on),
    published_on: write.day(credential.published_on),
    created_at: credential.created_at,
    updated_at: credential.updated_at,
    approve: credential.approve,
    private: credential.private,
    recipient_name: recipient.name,
    recipient_email: recipient.email,
    recipient_id: recipient.id,
    recipient_meta_data: (recipient.meta_data ?? {}) as Json,
    recipient_opened: false,
    recipient_engaged: false,
    seo_image: `${IMAGES}/credential_seo_image/${credential.encoded_id}`,
    custom_attributes: write.attributes(credential.custom_attributes),
    meta_data: (credential.meta_data ?? {}) as Json,
    issuer_id: write.id(issuer.id),
    group: {
      id: write.id(group.id),
      name: group.name,
      course_name: group.course_name,
      badge_design_id: group.badge_design_id,
      certificate_design_id: group.certificate_design_id,
    },
  };
}
