import type { AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { OF_CELL, OF_CREDENTIAL, signsOf } from './digest-signs';
import { cellDigest, credentialDigest, type BaseOrigin } from './export-base';
import { sipHash, type SipKey } from './sip-hash';

/*
 * The base of a download as lines of text, each in a cell of its own. Each line says what it is, so
 * that it does not matter where it stands: the sheet may be sorted, or get a title above it.
 *
 *   uc-base 1 {"environment":"eu","groupId":"12","at":"…","key":"…","columns":2,"parts":1,…}
 *   uc-column 0 {"attribute":"credential-id","header":"Credential ID (do not change)"}
 *   uc-column 1 {"attribute":"grade","header":"Grade"}
 *   uc-part 0 <digest of the credential><digest of each cell>…
 *
 * The seal is the sum of the keyed hashes of all lines, so that a line that is missing or was
 * changed is found.
 *
 * A backup (docs/product.md 2.5) has `"backup":true` in its first line, and two digests of each
 * cell: of what its run writes, and of the text of the cell where that is another value.
 */

/** Version of the format. */
export const VERSION = 1;

/** Most characters of a line. A cell of Excel has at most 32,767. */
const LINE_LENGTH = 8_000;
/** Sums of hashes count up to it. */
export const MODULUS = 2 ** 48;

/** A column whose values are noted. */
export interface NotedColumn {
  readonly attribute: AttributeId;
  readonly header: string;
  /** The wording (wordings.ts) of the value that is noted. */
  readonly wordingIn: (credential: Credential) => string;
  /** In a backup, the text of the cell where it has another value than is noted; else null. */
  readonly oldIn: (credential: Credential) => string | null;
}

/** Noted for a cell of a backup that has the value that is noted: no cell has this text. */
const NOT_OLD = '\0';

/** Writes the base of a download, line by line; the first line comes last, with the seal. */
export function* baseLines(
  origin: BaseOrigin,
  key: SipKey,
  columns: readonly NotedColumn[],
  credentials: readonly Credential[],
): Generator<string> {
  let seal = 0;
  const sealed = (line: string) => {
    seal = (seal + sipHash(key, line)) % MODULUS;
    return line;
  };
  for (const [place, { attribute, header }] of columns.entries())
    yield sealed(`uc-column ${place} ${JSON.stringify({ attribute, header })}`);
  const isBackup = origin.isBackup === true;
  const cells = isBackup ? 2 * columns.length : columns.length;
  const perLine = Math.max(1, Math.floor(LINE_LENGTH / (OF_CREDENTIAL + OF_CELL * cells)));
  let parts = 0;
  for (let from = 0; from < credentials.length; from += perLine) {
    let line = `uc-part ${parts} `;
    for (const credential of credentials.slice(from, from + perLine)) {
      line += signsOf(credentialDigest(key, credential.id), OF_CREDENTIAL);
      const note = (place: number, wording: string) => {
        line += signsOf(cellDigest(key, credential.id, place, wording), OF_CELL);
      };
      for (const [place, { wordingIn }] of columns.entries()) note(place, wordingIn(credential));
      if (!isBackup) continue;
      for (const [place, { oldIn }] of columns.entries())
        note(columns.length + place, oldIn(credential) ?? NOT_OLD);
    }
    parts += 1;
    yield sealed(line);
  }
  const { isBackup: _said, ...from } = origin;
  const head = {
    ...from,
    key: hexOf(key),
    ...{ columns: columns.length, parts },
    ...(isBackup && { backup: true }),
  };
  sealed(JSON.stringify(head));
  yield `uc-base ${VERSION} ${JSON.stringify({ ...head, seal: seal.toString(16) })}`;
}

function hexOf(key: SipKey): string {
  return key.map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
