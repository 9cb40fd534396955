import { isKeyAttribute } from '../credential/attributes';
import { dayOfMoment } from '../credential/day';
import type { Connection } from '../platform/connection';
import type { PlatformProblem } from '../platform/platform-problem';
import type { ReviewRequest } from '../rpc/contract/sheet-contract';
import type { AssignModel } from './assign/assign-model';
import type { FileModel } from './file/file-model';
import type { ConnectionModel } from './group/connection-model';
import type { CredentialsModel } from './group/credentials-model';
import type { ReviewSources } from './review/review-sources';
import type { SessionDeps } from './session';
import type { WorkStore } from './state/work-store';

/* Questions that one model of a session has to the others. */

/** Gives the request of a review; null while a column is undecided or nothing is connected. */
export function requestOf(
  { now }: SessionDeps,
  connection: Connection | null,
  assign: AssignModel,
  record: number | null,
): ReviewRequest | null {
  const chosen = assign.state.peek();
  if (chosen === null || connection === null || assign.problems.peek().length > 0) return null;
  return {
    table: chosen.table.id,
    assignment: chosen.assignment,
    customAttributes: connection.customAttributes,
    // Days are UTC on the platform (docs/platform.md, Write).
    today: dayOfMoment(now()),
    record,
  };
}

/** The connection of this moment; null while there is none. */
export function connectionOf({ phase }: ConnectionModel): Connection | null {
  const now = phase.peek();
  return now.kind === 'connected' ? now.connection : null;
}

/** Why the group could not be read. */
export function problemOf({ phase }: CredentialsModel): PlatformProblem {
  const now = phase.peek();
  return now.kind === 'failed' ? now.problem : { code: 'unreachable' };
}

/**
 * Whether there are several sheets to choose from. With one, an admin in a hurry is a step further.
 */
export function hasChoice({ phase }: FileModel): boolean {
  const open = phase.peek();
  return (
    open.kind === 'open' && open.file.sheets.filter(({ hidden, rows }) => !hidden && rows > 0).length > 1
  );
}

/** Gives the review its sources. */
export function reviewSources(
  { page, background }: SessionDeps,
  {
    sheet,
    credentials,
    work,
    request,
    loadGroup,
  }: Pick<SessionDeps, 'sheet'> &
    Pick<ReviewSources, 'request' | 'loadGroup'> & {
      readonly credentials: CredentialsModel;
      readonly work: WorkStore;
    },
): ReviewSources {
  return {
    request,
    loadGroup,
    track: (event) => work.send(event),
    async loadDetails(asked, onProgress) {
      const missing = await sheet.call('missingDetails', asked);
      if (!missing.ok || missing.value.length === 0) return null;
      return await credentials.loadDetails(missing.value, onProgress);
    },
    async locate({ assignment: { key } }, values) {
      if (values.length === 0 || key === null || !isKeyAttribute(key)) return null;
      const located = await background.call({ kind: 'locate', page, key, values });
      // Their group is a help, not a need: without an answer they stay "no match".
      return located.ok ? located.value : null;
    },
  };
}
