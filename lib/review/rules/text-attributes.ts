import type { AttributeId } from '../../credential/attribute';

/**
 * Attributes whose value is neither text nor a name. Custom dates and e-mails are texts here: they
 * were read as such.
 */
const NO_TEXT: ReadonlySet<AttributeId> = new Set<AttributeId>([
  'recipient-name',
  'recipient-email',
  'recipient-phone',
  'issue-date',
  'expiry-date',
  'published',
  'private',
  'evidence-url-1',
  'evidence-url-2',
  'evidence-url-3',
]);

/**
 * Whether an attribute is a text that people write: a grade, a course, a description, a custom one.
 */
export function isTextOf(attribute: AttributeId): boolean {
  return !NO_TEXT.has(attribute);
}
