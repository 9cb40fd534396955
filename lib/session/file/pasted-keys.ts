/** Ids or e-mails as the text of a sheet with one column, and how many there are. */
export interface PastedKeys {
  readonly text: string;
  readonly count: number;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The ids or e-mails of a list that was typed or pasted, each once: one a line or with commas,
 * semicolons or tabs between them. Null for nothing, and for ids and e-mails mixed.
 */
export function listedKeys(typed: string): readonly string[] | null {
  const keys = [
    ...new Set(
      typed
        .split(/[\r\n,;\t]+/)
        // A cell of a text file may come in quotes.
        .map((key) => key.replaceAll('"', '').trim())
        .filter((key) => key !== ''),
    ),
  ];
  const emails = keys.filter((key) => key.includes('@')).length;
  return keys.length === 0 || (emails > 0 && emails < keys.length) ? null : keys;
}

/**
 * Makes a sheet of a list of ids or e-mails. Its header says what they are where that is certain;
 * else Assign asks. Null where there is no list (`listedKeys`): rows are matched by one kind of
 * key.
 *
 * "ada@x.org, bo@x.org" -> a column "Recipient Email" with two rows.
 */
export function pastedKeys(typed: string): PastedKeys | null {
  const keys = listedKeys(typed);
  return keys === null ? null : { text: [headerOf(keys), ...keys].join('\n'), count: keys.length };
}

function headerOf(keys: readonly string[]): string {
  if (keys.every((key) => key.includes('@'))) return 'Recipient Email';
  if (keys.every((key) => /^\d+$/.test(key))) return 'Credential ID';
  return keys.every((key) => UUID.test(key)) ? 'Credential UUID' : 'ID';
}
