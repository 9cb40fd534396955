import { parsed, unreadable, type Parsed } from './parsed';

/**
 * Everything that is not known for sure outside the platform, with the ways it may be ("?" in
 * docs/platform.md). The first part of each row is what a test or `--switch` may say; the preset is
 * the likelier way.
 */
export const SWITCHES = {
  session: {
    values: ['taken', 'signed', 'refused'],
    preset: 'taken',
    meaning:
      "does the API take the dashboard's session cookie, with a header x-signature alone, or only keys",
  },
  keys: {
    values: ['taken', '401', '403'],
    preset: 'taken',
    meaning: 'are API keys taken, or has the plan none: then how a key is refused',
  },
  'put-answer': {
    values: ['credential', 'empty'],
    preset: 'credential',
    meaning: 'what PUT /v1/credentials/{id} answers: the whole credential, or 200 with no body',
  },
  'custom-attributes': {
    values: ['merged', 'replaced'],
    preset: 'replaced',
    meaning: 'what custom_attributes in a PUT do to those that it does not name',
  },
  grade: {
    values: ['taken', 'ignored'],
    preset: 'taken',
    meaning: 'is grade written by a PUT (it is in answers, and not in the list of writable fields)',
  },
  private: {
    values: ['taken', 'ignored'],
    preset: 'ignored',
    meaning: 'is private written by a PUT (it is documented for creating alone)',
  },
  clear: {
    values: ['null', 'empty-string'],
    preset: 'null',
    meaning: 'which of the two clears a field; the other is ignored in silence and the old value stays',
  },
  'evidence-answer': {
    values: ['wrapped', 'bare'],
    preset: 'wrapped',
    meaning: 'what a POST of evidence answers: {"evidence_item":{...}}, or the item itself',
  },
  description: {
    values: ['as-sent', 'html'],
    preset: 'as-sent',
    meaning: 'is a description answered as it was sent, or as HTML in a paragraph',
  },
  'grade-type': {
    values: ['text', 'number'],
    preset: 'text',
    meaning: 'grades that are numbers in answers: "0" or 0',
  },
  'revoked-writes': {
    values: ['taken', 'refused'],
    preset: 'taken',
    meaning: 'can a revoked credential be written to',
  },
  'revoked-search': {
    values: ['shown', 'hidden'],
    preset: 'shown',
    meaning: 'does search find revoked credentials',
  },
  'public-url': {
    values: ['region', 'own-domain', 'none'],
    preset: 'region',
    meaning: "url in answers of v1: on the region's public host, the organisation's own domain, or none",
  },
  'public-lag': {
    values: 'number',
    preset: 0,
    meaning: 'milliseconds until the public record shows a write',
  },
  'public-stale': {
    values: 'number',
    preset: 0,
    meaning: 'the public record of each n-th credential (by its number) stays as it was; 0: of none',
  },
  'public-id': {
    values: ['number', 'own', 'none'],
    preset: 'number',
    meaning: "id in a public record: the platform's number, the issuer's own id where there is one, or none",
  },
  evidence: {
    values: ['appended', 'replaced'],
    preset: 'appended',
    meaning: 'what evidence_items in a PUT do to those that are there',
  },
  'cursor-end': {
    values: ['empty-page', 'no-cursor', 'same-cursor'],
    preset: 'empty-page',
    meaning:
      'how cursor paging ends: an empty page after the last, no cursor on the last, or the last page answers the cursor it was asked with',
  },
  'page-size': {
    values: 'number',
    preset: 50,
    meaning: 'credentials in a page of search when none is asked',
  },
  'page-max': {
    values: 'number',
    preset: 100,
    meaning: 'the largest page of search',
  },
  'page-too-large': {
    values: ['cut', '400', '422', '500'],
    preset: 'cut',
    meaning:
      'a page of search above page-max: cut to it in silence, refused with 400 that names it, with 422 that does not, or a server error',
  },
  count: {
    values: ['exact', 'capped'],
    preset: 'exact',
    meaning: 'meta.count of search beyond 10,000: the true number, or 10,000',
  },
  'expires-today': {
    values: ['valid', 'expired'],
    preset: 'valid',
    meaning: 'is a credential expired on its last day, so that moving it costs the credit of a renewal',
  },
  'billing-year': {
    values: ['none', 'december', 'june'],
    preset: 'none',
    meaning:
      'the month in which the billing year ends, past which an expiry moves for a credit; none: another plan',
  },
  'search-lag': {
    values: 'number',
    preset: 0,
    meaning: 'milliseconds until search sees a write; GET by id always sees it at once',
  },
  'search-order': {
    values: ['as-written', 'mixed'],
    preset: 'as-written',
    meaning:
      'in which order search sees writes: as they were made, or those of each fourth credential (about) at once and of the others after search-lag',
  },
  'email-search': {
    values: ['exact', 'any-case'],
    preset: 'exact',
    meaning: 'is recipient_email searched as written (it is stored in lower case), or without case',
  },
  'retry-after': {
    values: ['yes', 'no'],
    preset: 'yes',
    meaning: 'does a 429 say Retry-After, in seconds',
  },
  ids: {
    values: ['documented', 'numbers', 'strings'],
    preset: 'documented',
    meaning: 'ids in answers; documented: a string in v1, a number in search',
  },
  dates: {
    values: ['days', 'timestamps'],
    preset: 'days',
    meaning: 'issued_on, expired_on and published_on in answers: 2026-11-22, or 2026-11-22T00:00:00.000Z',
  },
  'recipient-id': {
    values: ['uuid', 'null'],
    preset: 'uuid',
    meaning: "recipient.id in v1 of a recipient who has none: the credential's uuid, or null",
  },
  'empty-attributes': {
    values: ['object', 'null'],
    preset: 'object',
    meaning: 'custom_attributes in answers when there are none: {}, or null',
  },
  'uuid-in-v1': {
    values: ['yes', 'no'],
    preset: 'no',
    meaning: 'is the uuid in answers of v1 (it is not documented there)',
  },
  'own-id': {
    values: ['license', 'id', 'id-and-license', 'neither'],
    preset: 'license',
    meaning:
      "where answers have an own id that the issuer gave: v2's license_id, v1's id, both, or neither; v1 then has the number as accredible_internal_id",
  },
  'own-id-path': {
    values: ['after-numbers', 'before-numbers'],
    preset: 'after-numbers',
    meaning: 'which credential a path means that is the number of one and the own id of another',
  },
  'tab-bar': {
    values: ['yes', 'no'],
    preset: 'yes',
    meaning: 'have the group pages of the dashboard a tab bar',
  },
} as const satisfies Record<
  string,
  | { values: readonly string[]; preset: string; meaning: string }
  | { values: 'number'; preset: number; meaning: string }
>;

type Rows = typeof SWITCHES;
export type SwitchName = keyof Rows;

/** The position of every switch. */
export type Switches = {
  readonly [Name in SwitchName]: Rows[Name]['values'] extends readonly (infer Value)[] ? Value : number;
};

export const SWITCH_NAMES = Object.keys(SWITCHES) as readonly SwitchName[];

/** Every switch at its preset. */
export const PRESET_SWITCHES = Object.fromEntries(
  SWITCH_NAMES.map((name) => [name, SWITCHES[name].preset]),
) as unknown as Switches;

const isSwitchName = (name: string): name is SwitchName => Object.hasOwn(SWITCHES, name);

/**
 * One switch as `{ name: value }`, ready to be spread; a sentence when the name or the value is not
 * one.
 */
export function parseSwitch(name: string, value: string): Parsed<Partial<Switches>> {
  if (!isSwitchName(name)) {
    return unreadable(`There is no switch "${name}". The switches are: ${SWITCH_NAMES.join(', ')}.`);
  }
  const { values } = SWITCHES[name];
  if (values === 'number') {
    return /^\d{1,9}$/.test(value)
      ? parsed({ [name]: Number(value) })
      : unreadable(`Switch ${name} takes a whole number, not "${value}".`);
  }
  return (values as readonly string[]).includes(value)
    ? parsed({ [name]: value })
    : unreadable(`Switch ${name} takes ${values.join(' or ')}, not "${value}".`);
}

/** One switch as the command line writes it: NAME=VALUE. */
export function parseSwitchText(text: string): Parsed<Partial<Switches>> {
  const at = text.indexOf('=');
  if (at < 1) return unreadable(`A switch is written NAME=VALUE, not "${text}".`);
  return parseSwitch(text.slice(0, at), text.slice(at + 1));
}
