import { invalidFields, type Refusal } from '../api/errors';
import type { Evidence } from '../state/schema';
import { isFields, type Fields } from './field-reader';

const CATEGORIES = ['file', 'url', 'video', 'grade', 'transcript'] as const;
type Category = (typeof CATEGORIES)[number];

const isCategory = (value: unknown): value is Category => (CATEGORIES as readonly unknown[]).includes(value);
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
const isUrl = (value: string): boolean => URL.canParse(value) && /^https?:/i.test(value);

/** A grade is sent as "83" and answered as `{"grade":83}`; a transcript is JSON in a string (D). */
function stringObject(category: Category, value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value ?? null;
  if (category === 'grade') return { grade: Number(value) };
  try {
    return JSON.parse(String(value)) as unknown;
  } catch {
    // Not JSON: the platform would show the words, so they are kept as they are (I).
    return value;
  }
}

/** The errors of an item, field by field. */
function problems(category: unknown, link: string | null, sent: Fields): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  if (!isCategory(category)) return { category: ['is not included in the list'] };
  const linkField = category === 'file' ? 'file' : 'url';
  const needsLink = category === 'file' || category === 'url' || category === 'video';
  if (needsLink && link === null) found[linkField] = ["can't be blank"];
  if (link !== null && !isUrl(link)) found[linkField] = ['is invalid'];
  if (category === 'grade' && Number.isNaN(Number(sent['string_object'] ?? 0))) {
    found['string_object'] = ['is not a number'];
  }
  return found;
}

/**
 * An evidence item from the fields of a client: a new one, or `before` with these fields replaced.
 * Fields as in the Evidence Items part of the OpenAPI (D); description and category are needed for
 * a new one.
 */
export function readEvidence(
  sent: unknown,
  before: Pick<Evidence, 'id' | 'position'> & Partial<Evidence>,
): Evidence | Refusal {
  if (!isFields(sent)) return invalidFields({ description: ["can't be blank"] });
  const description = sent['description'] === undefined ? before.description : text(sent['description']);
  const category = sent['category'] ?? sent['type'] ?? before.type;
  const link = text(sent['file']) ?? text(sent['url']) ?? text(sent['link_url']) ?? before.link_url ?? null;
  const found = problems(category, link, sent);
  if (typeof description !== 'string') found['description'] = ["can't be blank"];
  if (Object.keys(found).length > 0 || !isCategory(category) || typeof description !== 'string') {
    return invalidFields(found);
  }
  const { position, supplemental, preview } = sent;
  return {
    id: before.id,
    description,
    type: category,
    link_url: link,
    // The platform takes a screenshot of the link when no preview is sent (D).
    preview_image_url:
      text(preview) ??
      (link === null ? null : `https://api.accredible.com/v1/frontend/evidence/${before.id}`),
    string_object:
      sent['string_object'] === undefined
        ? (before.string_object ?? null)
        : stringObject(category, sent['string_object']),
    supplemental: supplemental === undefined ? (before.supplemental ?? false) : supplemental === true,
    position: typeof position === 'number' ? position : before.position,
  };
}
