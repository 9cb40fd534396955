/**
 * The headers of the columns that results have behind the admin's own (docs/product.md 2.6), in each language of ours: a test
 * holds them to the messages.
 */
export const RESULT_HEADERS: readonly {
  readonly status: string;
  readonly message: string;
  readonly credential: string;
  readonly link: string;
}[] = [
  {
    status: 'Update status',
    message: 'Update message',
    credential: 'Credential ID (updated)',
    link: 'Credential link',
  },
];

/**
 * Which of a sheet's headers our results have added, so that a result that is dropped again is the admin's own sheet once
 * more; none where the sheet is no result. One that was made without the sheet has the credential's id as its own column.
 */
export function addedByResults(headers: readonly string[]): ReadonlySet<string> {
  const present = new Set(headers);
  const added = RESULT_HEADERS.find(({ status, message, link }) =>
    [status, message, link].every((header) => present.has(header)),
  );
  return new Set(added === undefined ? [] : Object.values(added));
}
