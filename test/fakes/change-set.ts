import type { Change } from '../../lib/credential/change';
import type { ChangeSet } from '../../lib/report/change-set/change-set';
import { listHash } from '../../lib/report/change-set/list-hash';
import { changeOf, PAGE } from './background-world';

export const PASSPHRASE = 'K7QM-2XWP-9RTD-HB4N-T3VC';

/** A change set of these changes, made elsewhere by Ana for the group of the tests. */
export async function changeSetOf(
  changes: readonly Change[] = [changeOf(101, [['grade', null, 'A']])],
  of: Partial<ChangeSet> = {},
): Promise<ChangeSet> {
  return {
    kind: 'changes',
    environment: PAGE.environment,
    group: { id: PAGE.groupId, name: 'Spring 2026' },
    maker: { name: 'Ana García', installation: 'elsewhere' },
    madeAt: Date.UTC(2026, 10, 20),
    fileName: 'names.xlsx',
    list: await listHash(changes),
    confirmed: [],
    changes,
    ...of,
  };
}
