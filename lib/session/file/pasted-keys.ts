/** Ids or e-mails as the text of a sheet with one column, and how many there are. */
export interface PastedKeys {
  readonly text: string;
  readonly count: number;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes a sheet of ids or e-mails that were typed or pasted, one a line or with commas, semicolons
 * or tabs between them. Its header says what they are where that is certain; else Assign asks. Null
 * for nothing, and for ids and e-mails mixed: rows are matched by one of them.
 *
 * "ada@x.org, bo@x.org" -> a column "Recipient Email" with two rows.
 */
export function pastedKeys(typed: string): PastedKeys | null {
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
  if (keys.length === 0 || (emails > 0 && emails < keys.length)) return null;
  return { text: [headerOf(keys), ...keys].join('\n'), count: keys.length };
}

function headerOf(keys: readonly string[]): string {
  if (keys.every((key) => key.includes('@'))) return 'Recipient Email';
  if (keys.every((key) => /^\d+$/.test(key))) return 'Credential ID';
  return keys.every((key) => UUID.test(key)) ? 'Credential UUID' : 'ID';
}
