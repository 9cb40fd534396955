import { parsed, unreadable, type Parsed } from '../parsed';
import { stateSchema, type Credential, type StandInState } from './schema';

const MOST_PROBLEMS = 8;

/** `credentials[3].recipient.email`, as a person would look for it in the file. */
function place(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1);
}

function repeated(credentials: readonly Credential[], field: 'id' | 'uuid' | 'encoded_id'): string[] {
  const seen = new Set<string | number>();
  const problems: string[] = [];
  credentials.forEach((credential, at) => {
    const value = credential[field];
    if (seen.has(value)) problems.push(`credentials[${at}].${field}: ${value} is there twice`);
    seen.add(value);
  });
  return problems;
}

/**
 * The rules that a schema cannot express: each id is there once, and every credential's group
 * exists.
 */
function inconsistencies(state: StandInState): string[] {
  const groups = new Set(state.groups.map((group) => group.id));
  const orphans = state.credentials.flatMap((credential, at) =>
    groups.has(credential.group_id)
      ? []
      : [`credentials[${at}].group_id: there is no group ${credential.group_id} in groups`],
  );
  return [
    ...orphans,
    ...repeated(state.credentials, 'id'),
    ...repeated(state.credentials, 'uuid'),
    ...repeated(state.credentials, 'encoded_id'),
  ];
}

function sentence(problems: readonly string[]): string {
  const shown = problems.slice(0, MOST_PROBLEMS).join('; ');
  const rest = problems.length - MOST_PROBLEMS;
  return rest > 0 ? `${shown}; and ${rest} more.` : `${shown}.`;
}

/**
 * Reads a state, in the shape of `GET /stand-in/state`. Fields that a real answer has and the
 * stand-in derives (group_name, url, issuer, previews) may be there and are not looked at.
 */
export function parseState(json: unknown): Parsed<StandInState> {
  const result = stateSchema.safeParse(json);
  if (!result.success) {
    return unreadable(
      sentence(result.error.issues.map((issue) => `${place(issue.path) || 'the file'}: ${issue.message}`)),
    );
  }
  const problems = inconsistencies(result.data);
  return problems.length > 0 ? unreadable(sentence(problems)) : parsed(result.data);
}

/** The same from the text of a file. */
export function parseStateText(text: string): Parsed<StandInState> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return unreadable(`not JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  return parseState(json);
}
