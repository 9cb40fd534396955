import { expect, test } from 'vitest';
import { attributesOf } from '../../../../lib/credential/attributes';
import { credentialId, type CredentialId } from '../../../../lib/credential/ids';
import { conflictsOf, decidedSheet } from '../../../../lib/run/afterwards/conflicts';
import { credentialOf } from '../../../fakes/credential';
import { changeTo, entryOf } from '../../../fakes/run';

const COUNT = 500;
const IDS = Array.from({ length: COUNT }, (_, index) => String(index + 1));
const NAME = { attribute: 'recipient-name', before: 'Ada', wanted: 'Adah' } as const;
const ENTRIES = IDS.map((id) =>
  entryOf(changeTo(id, [['recipient-name', 'Ada', 'Adah']]), {
    kind: 'conflict',
    fields: [{ ...NAME, now: 'Eve' }],
  }),
);
/** The group, in which all names have changed once more since the conflicts were shown. */
const GROUP = new Map(
  IDS.map((id) => [
    credentialId(id),
    credentialOf({ id, recipientName: 'Eva', detail: { description: null, phone: null, evidence: [] } }),
  ]),
);

/** Counts how often anybody asks an item for its credential. */
function countingReads() {
  let reads = 0;
  const counted = <T extends { readonly credential: CredentialId }>({ credential, ...rest }: T) =>
    Object.defineProperty(rest, 'credential', {
      get() {
        reads += 1;
        return credential;
      },
    }) as T;
  return { counted, reads: () => reads };
}

test('fields that have moved are looked up once for each of many conflicts', () => {
  const { counted, reads } = countingReads();
  const moved = ENTRIES.map(({ credential }) => counted({ credential, ...NAME, now: 'Eva' }));
  expect(conflictsOf(ENTRIES, moved).map(({ fields }) => fields[0]?.now)).toEqual(IDS.map(() => 'Eva'));
  expect(reads()).toBeLessThanOrEqual(3 * COUNT);
});

test('decisions are looked up once for each of many conflicts', () => {
  const { counted, reads } = countingReads();
  const decided = ENTRIES.map(({ credential }) =>
    counted({ credential, attribute: NAME.attribute, shown: 'Eva', send: true }),
  );
  const made = decidedSheet(conflictsOf(ENTRIES), decided, GROUP, attributesOf([]), 'Decided');
  expect(made.kind).toBe('sheet');
  expect(reads()).toBeLessThanOrEqual(3 * COUNT);
});
