import { beforeAll, describe, expect, test } from 'vitest';
import type { ChangeSet, SetAnswer } from '../../../../lib/report/change-set/change-set';
import { openSet } from '../../../../lib/report/change-set/open-set';
import { packedText, unpackedText } from '../../../../lib/report/change-set/packed-text';
import { sealSet } from '../../../../lib/report/change-set/seal-set';
import { boundBytes, isChangeSet, readParts, setFile } from '../../../../lib/report/change-set/set-file';
import { setKey } from '../../../../lib/report/change-set/set-key';
import { toBase64 } from '../../../../lib/secrets/seal';
import { changeOf } from '../../../fakes/background-world';
import { changeSetOf, PASSPHRASE } from '../../../fakes/change-set';

/* docs/four-eyes.md, Format: what opens, and that nothing else does. */

let set: ChangeSet;
let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  set = await changeSetOf();
  file = new Uint8Array(await sealSet(set, PASSPHRASE));
});

/** The file with the hash at its end made right again, as somebody who knows the format would. */
async function hashedAgain(changed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await setFile(changed.subarray(0, -32), new Uint8Array()));
}

test('opens by its passphrase, and is what was sealed', async () => {
  expect(await openSet(file, PASSPHRASE)).toEqual({ ok: true, value: set });
});

test('notes open likewise', async () => {
  const { environment, group, list, fileName } = set;
  const answer: SetAnswer = {
    ...{ kind: 'answer', environment, group, list, fileName, by: 'Ben', at: 1, note: 'No.', changes: 1 },
    refused: [{ row: 2, who: 'Ada', note: 'Her maiden name.' }],
  };
  const sealed = new Uint8Array(await sealSet(answer, PASSPHRASE));
  expect(await openSet(sealed, PASSPHRASE)).toEqual({ ok: true, value: answer });
});

test('no value and no name is in its bytes, nor the hash of the changes', async () => {
  const text = Array.from(file, (byte) => String.fromCharCode(byte)).join('');
  for (const said of ['Ana', 'elsewhere', 'Spring', 'names.xlsx', 'grade', set.list])
    expect(text).not.toContain(said);
  expect(text).toContain('"group":');
  const again = new Uint8Array(await sealSet(set, PASSPHRASE));
  expect(toBase64(again)).not.toBe(toBase64(file));
});

test('each byte that is changed is found, before any passphrase is tried', async () => {
  const kinds = new Set<string>();
  for (let at = 0; at < file.length; at += 1) {
    const changed = file.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    const read = await readParts(changed);
    kinds.add(read.kind);
    expect([at, read.kind]).not.toEqual([at, 'parts']);
  }
  expect([...kinds].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['damaged', 'other-version']);
});

test('each end that is cut off is found', async () => {
  for (let length = 0; length < file.length; length += 1) {
    const read = await readParts(file.slice(0, length));
    expect([length, read.kind]).toEqual([length, 'damaged']);
  }
});

/** [what somebody changes who makes the hash right again, at which byte, what is said] */
test.each([
  ['the environment', 'production', 'set-passphrase'],
  ['the group', '"group":"', 'set-passphrase'],
  ['the salt', '"salt":"', 'set-passphrase'],
  ['the nonce', '"iv":"', 'set-passphrase'],
])('a changed %s does not open', async (_what, near, code) => {
  const text = Array.from(file, (byte) => String.fromCharCode(byte)).join('');
  const changed = file.slice();
  // Behind the name of the field; "production" becomes another environment below.
  const at = text.indexOf(near) + near.length;
  if (near === 'production') changed.set(new TextEncoder().encode('eu","x":"z'), text.indexOf(near));
  else changed[at] = changed[at] === 0x38 ? 0x39 : 0x38;
  const opened = await openSet(await hashedAgain(changed), PASSPHRASE);
  expect(opened).toMatchObject({ ok: false, problem: { code } });
});

test('a sealed byte that is changed together with the hash does not open', async () => {
  const parts = await readParts(file);
  if (parts.kind !== 'parts') throw new Error(parts.kind);
  for (const at of [0, 40, parts.sealed.length - 1]) {
    const changed = file.slice();
    changed[parts.bound.length + at] = (changed[parts.bound.length + at] ?? 0) ^ 0x80;
    const opened = await openSet(await hashedAgain(changed), PASSPHRASE);
    expect(opened).toEqual({ ok: false, problem: { code: 'set-passphrase' } });
  }
});

test.each([0, 2, 9, 255])('version %d is another one', async (version) => {
  const changed = file.slice();
  changed[6] = version;
  const opened = await openSet(await hashedAgain(changed), PASSPHRASE);
  expect(opened).toEqual({ ok: false, problem: { code: 'set-version', version } });
});

test.each([
  ['', false],
  [PASSPHRASE.toLowerCase(), false],
  [PASSPHRASE.replaceAll('-', ''), false],
  [`${PASSPHRASE}x`, false],
  [` ${PASSPHRASE}\n`, true],
])('the passphrase %j opens: %s', async (typed, does) => {
  expect((await openSet(file, typed)).ok).toBe(does);
});

test('a passphrase counts in any composition of its letters', async () => {
  const sealed = new Uint8Array(await sealSet(set, 'Grüße aus Köln am frühen Morgen'));
  const opened = await openSet(sealed, 'Grüße aus Köln am frühen Morgen'.normalize('NFD'));
  expect(opened.ok).toBe(true);
});

/** Seals any content by any header, as a program that is not ours would. */
async function sealedBy(
  content: unknown,
  header: object = {},
  key: object = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const [salt, iv] = [new Uint8Array(16), new Uint8Array(12)];
  const rounds = 'rounds' in key ? (key.rounds as number) : 600_000;
  const head = {
    ...{ environment: 'production', group: set.group.id },
    key: { name: 'PBKDF2-SHA-256', rounds, salt: toBase64(salt), ...key },
    seal: { name: 'AES-256-GCM', iv: toBase64(iv) },
    ...header,
  };
  const bound = boundBytes(JSON.stringify(head));
  const by = await setKey(PASSPHRASE, salt, Math.min(rounds, 600_000));
  const text = await packedText(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, by, text);
  return new Uint8Array(await setFile(bound, new Uint8Array(sealed)));
}

describe('what another program may have sealed', () => {
  test('opens where it is what it says', async () => {
    expect(await openSet(await sealedBy(set), PASSPHRASE)).toMatchObject({ ok: true });
  });

  test('with fewer rounds, or so many that it never ends, does not', async () => {
    for (const rounds of [1, 599_999, 2 ** 40]) {
      const opened = await openSet(await sealedBy(set, {}, { rounds }), PASSPHRASE);
      expect(opened).toEqual({ ok: false, problem: { code: 'set-damaged' } });
    }
  });

  const twice = [changeOf(101, [['grade', null, 'A']]), changeOf(101, [['grade', null, 'B']])];
  test.each<[string, () => Promise<unknown>]>([
    ['nothing', () => Promise.resolve(null)],
    ['no changes', () => changeSetOf([])],
    ['a hash of other changes', () => changeSetOf(undefined, { list: 'a'.repeat(64) })],
    ['a maker without a name', () => changeSetOf(undefined, { maker: { name: ' ', installation: 'x' } })],
    ['another group than its header', () => changeSetOf(undefined, { group: { id: '9', name: 'Other' } })],
    ['another environment than its header', () => changeSetOf(undefined, { environment: 'eu' })],
    ['a credential twice', () => changeSetOf(twice)],
    ['a key that is written', () => changeSetOf([changeOf(101, [['group-id', '1', '2']])])],
    ['a name that goes away', () => changeSetOf([changeOf(101, [['recipient-name', 'Ada', null]])])],
    [
      'an id that is another path',
      () => changeSetOf([{ ...changeOf(101, [['grade', null, 'A']]), credential: '../1' as never }]),
    ],
  ])('%s does not open', async (_what, made) => {
    const opened = await openSet(await sealedBy(await made()), PASSPHRASE);
    expect(opened).toEqual({ ok: false, problem: { code: 'set-damaged' } });
  });

  test('a text that unpacks to far more than it may is none', async () => {
    const packed = await packedText('x'.repeat(100_000));
    expect(await unpackedText(packed, 99_999)).toBeNull();
    expect(await unpackedText(packed, 100_000)).toHaveLength(100_000);
    expect(await unpackedText(new Uint8Array([1, 2, 3]))).toBeNull();
  });
});

test.each([
  ['a change set', () => file, true],
  ['a later version of it', () => Uint8Array.from([...file.subarray(0, 6), 7, 1]), true],
  ['a workbook', () => new TextEncoder().encode('PK\u0003\u0004 workbook'), false],
  ['a text that speaks of it', () => new TextEncoder().encode('UCSET,Name\n1,Ada'), false],
  ['nothing', () => new Uint8Array(), false],
])('%s is known by its first bytes: %s', (_what, bytes, is) => {
  expect(isChangeSet(bytes())).toBe(is);
});
