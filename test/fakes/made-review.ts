import type { FoundElsewhere } from '../../lib/platform/locate';
import { createReviewModel, type ReviewSources } from '../../lib/session/review/create-review-model';
import type { ReviewModel } from '../../lib/session/review/review-model';
import { credentialOf } from './credential';
import { assignmentTo, bytesOf, requestFor } from './sheet';
import { directSheet } from './sheet-client';

export const REVIEWED = [
  credentialOf({ id: '1', recipientName: 'Ada Lovelace', grade: 'A' }),
  credentialOf({ id: '2', recipientName: 'Bob Stone', grade: 'B' }),
];
const CSV = 'id,name,grade\n1,Ada King,D\n2,Bob Stone,E\n9,Eve,F\n';
export const FOUND: readonly FoundElsewhere[] = [
  { value: '9', credential: '9' as never, groupId: '8', groupName: 'Advanced' },
];

/**
 * A worker with a sheet of three rows (a name and a grade, a grade, no match), and models over it.
 */
export async function reviewable() {
  const sheet = directSheet();
  await sheet.client.call('open', bytesOf(CSV), {});
  const table = await sheet.client.call('chooseTable', 0, null);
  if (!table.ok) throw new Error(table.problem.code);
  await sheet.client.call('addCredentials', REVIEWED, true);
  const assignment = assignmentTo(table.value, ['credential-id', 'recipient-name', 'grade']);
  const request = requestFor(assignment, [], table.value.id);
  sheet.called.length = 0;
  const modelOf = (sources: Partial<ReviewSources> = {}): ReviewModel =>
    createReviewModel(sheet.client, {
      request: () => request,
      loadGroup: () => Promise.resolve(null),
      loadDetails: () => Promise.resolve(null),
      locate: () => Promise.resolve(null),
      ...sources,
    });
  return { sheet, modelOf };
}

/** The phase of a review that is there. */
export function readyOf({ phase }: ReviewModel) {
  const now = phase.peek();
  if (now.kind !== 'ready') throw new Error(now.kind);
  return now;
}
