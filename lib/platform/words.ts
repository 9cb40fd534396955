/** A longer text is shortened. */
const MOST_CHARACTERS = 300;

/**
 * The platform's own words in an answer that is no success. There is no single shape
 * (docs/platform.md, Errors (D)): taken from `data`, `errors` (text, or fields joined), `error`,
 * `message`, in that order, else the status (C). Plain text is not taken, because it may be a
 * proxy's page.
 *
 * Example: 422 `{"errors":{"course_name":["can't be blank"]}}` -> "course_name can't be blank".
 */
export function wordsOf(status: number, body: string): string {
  return shortened(wordsOfJson(body) ?? `HTTP ${status}`);
}

function wordsOfJson(body: string): string | null {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    // Plain text or a web page: the status is used instead.
    return null;
  }
  if (!isFields(answer)) return null;
  return (
    textOf(answer['data']) ??
    fieldsOf(answer['errors']) ??
    textOf(answer['error']) ??
    textOf(answer['message'])
  );
}

function fieldsOf(errors: unknown): string | null {
  if (typeof errors === 'string') return textOf(errors);
  if (Array.isArray(errors)) return textOf(errors.filter((item) => typeof item === 'string').join(', '));
  if (!isFields(errors)) return null;
  const said = Object.entries(errors).map(([field, words]) => `${field} ${fieldsOf(words) ?? ''}`.trim());
  return textOf(said.join('; '));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function shortened(words: string): string {
  return words.length <= MOST_CHARACTERS ? words : `${words.slice(0, MOST_CHARACTERS - 1)}…`;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
