import type { CustomAttributeKey } from '../credential/attribute';
import { failed, ok, type Result } from '../result';
import { askFor, type Client } from './client';
import type { Connection } from './connection';
import type { GroupPage } from './environment';
import type { PlatformProblem } from './platform-problem';
import { attributeKeysAnswer, groupAnswer, issuerAnswer } from './wire-account';

/** The account that the client acts for. Reading it is the cheapest request there is. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** The credit balance; null when the platform does not say. */
  readonly credits: number | null;
}

export async function readAccount(
  client: Client,
  signal?: AbortSignal,
): Promise<Result<Account, PlatformProblem>> {
  const request = { method: 'GET', path: '/v1/issuer/details', effect: 'read' } as const;
  const read = await askFor(client, request, issuerAnswer, signal);
  if (!read.ok) return read;
  const { id, name, certificate_left: credits } = read.value.issuer;
  return ok({ id, name: name ?? '', credits: credits ?? null });
}

/**
 * Reads account, group and custom attributes of a group page, for the head of the panel and to
 * check a run against.
 */
export async function connect(
  client: Client,
  page: GroupPage,
  signal?: AbortSignal,
): Promise<Result<Connection, PlatformProblem>> {
  const account = await readAccount(client, signal);
  if (!account.ok) return failed(asSignedOut(client, account.problem));
  const path = `/v1/issuer/groups/${encodeURIComponent(page.groupId)}`;
  const group = await askFor(client, { method: 'GET', path, effect: 'read' }, groupAnswer, signal);
  if (!group.ok) return group;
  const { id, name, course_name: credentialName, department_id: department } = group.value.group;
  if (id !== page.groupId) return failed({ code: 'unexpected-answer', where: `GET ${path}: another group` });
  const customAttributes = await readAttributeKeys(client, department ?? null, signal);
  if (!customAttributes.ok) return customAttributes;
  return ok({
    page,
    account: { id: account.value.id, name: account.value.name },
    group: { id, name: name ?? '', credentialName },
    credits: account.value.credits,
    customAttributes: customAttributes.value,
    signedInBy: client.signedInBy,
  });
}

/**
 * Reads a refusal of one's own account as "signed out". Whether the API takes the dashboard's
 * session is not known (docs/platform.md, Authentication), nor how it would refuse it.
 */
function asSignedOut(client: Client, problem: PlatformProblem): PlatformProblem {
  const refusals: readonly PlatformProblem['code'][] = [
    'forbidden',
    'not-found',
    'refused',
    'unexpected-answer',
  ];
  const isRefused = client.signedInBy === 'session' && refusals.includes(problem.code);
  return isRefused ? { code: 'signed-out', triedKey: false } : problem;
}

/** Far more pages than any account has: ends the reading of a platform that never says "last". */
const MOST_PAGES = 200;

/**
 * Reads all custom attributes of the account. Two departments may use one name for different kinds:
 * then the group's own department counts, because values are kept by name.
 */
async function readAttributeKeys(
  client: Client,
  department: string | null,
  signal: AbortSignal | undefined,
): Promise<Result<readonly CustomAttributeKey[], PlatformProblem>> {
  const path = '/v1/attribute_keys/search';
  const byName = new Map<string, CustomAttributeKey>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const body = { page, page_size: 50 };
    const read = await askFor(
      client,
      { method: 'POST', path, body, effect: 'read' },
      attributeKeysAnswer,
      signal,
    );
    if (!read.ok) return read;
    const { attribute_keys: keys, meta } = read.value;
    for (const { name, kind, department_id } of keys) {
      if (!byName.has(name) || (department !== null && department_id === department))
        byName.set(name, { name, kind });
    }
    const next = meta?.next_page ?? null; // no meta: there is only one page
    if (next === null || next <= page || keys.length === 0) return ok([...byName.values()]);
  }
  return failed({ code: 'unexpected-answer', where: `POST ${path}: no last page` });
}
