import { attributesOf } from '../../credential/attributes';
import type { Change } from '../../credential/change';
import { toBase64 } from '../../secrets/seal';
import { needsOfRun } from '../group/needs-of-run';
import type { FilePhase } from '../file/file-model';
import type { ChangeSetPhase, CheckingProblem } from './change-set-model';
import type { CheckedSet } from '../file/checked-set';
import type { ChangeSetDeps } from './change-set-deps';

/** Texts that the second person has typed. */
interface Typed {
  readonly passphrase: string;
  readonly by: string;
}

/** Has the background open a change set, and collects its changes. */
export async function askToOpen(
  { background, page }: Pick<ChangeSetDeps, 'background' | 'page'>,
  { bytes, passphrase, by }: Typed & { readonly bytes: Uint8Array },
) {
  const changes: Change[] = [];
  const opened = await background.call(
    { kind: 'open-change-set', page, file: toBase64(bytes), passphrase, by },
    { onPart: (part) => changes.push(...part) },
  );
  return { opened, changes };
}

/**
 * Opens a change set and takes it as the next sheet to review. Gives what there is to say of it;
 * null when the admin has gone on to another file meanwhile.
 */
export async function openChangeSet(
  deps: ChangeSetDeps,
  of: Extract<FilePhase, { kind: 'change-set' }>,
  typed: Typed,
): Promise<ChangeSetPhase | 'in-review' | null> {
  const { sheet, page, file, assign, review, work, credentials, customAttributes } = deps;
  const refused = (problem: CheckingProblem) => ({ kind: 'refused', problem }) as const;
  const isLeft = () => file.phase.peek() !== of;

  const { opened, changes: parts } = await askToOpen(deps, { ...typed, bytes: of.bytes });
  if (isLeft()) return null;
  if (!opened.ok) return refused(opened.problem);
  const set = opened.value;
  if (set.kind === 'answer') return { kind: 'answer', answer: set };
  // A background that was stopped over it hands on all parts again.
  const changes = parts.slice(-set.changes);
  // It is judged against the platform of now, not against what an earlier sheet had read.
  credentials.outdate();
  const entries = changes.map((change) => ({ credential: change.credential, change }));
  const isRead = await credentials.load(needsOfRun(sheet, entries));
  if (isLeft()) return null;
  if (!isRead) return refused(deps.groupProblem());
  const unread = await readDetails(deps, changes);
  if (isLeft()) return null;
  if (unread !== null) return refused(unread);
  const { environment, groupId } = page;
  const at = new Date(set.madeAt).toISOString();
  const made = await sheet.call('makeChecked', changes, { environment, groupId, at }, customAttributes());
  if (isLeft()) return null;
  if (made.sheet === null) return refused({ code: 'set-nothing-left' });
  const { sha256, list, madeBy, madeAt, fileName, group } = set;
  const checked: CheckedSet = {
    source: { kind: 'checked', sha256, list, madeBy, madeAt, acceptedBy: typed.by.trim() },
    origin: { environment, group },
    fileName,
    drift: made.drift,
  };
  const { table, assignment } = made.sheet;
  assign.clear();
  file.openChecked(of.name, table, checked);
  work.send({ kind: 'opened', table: table.id });
  // In the same moment as in the panel, so that the worker never holds another table.
  const taken = sheet.call('takeMade', table.id);
  assign.take(table, assignment);
  deps.goTo('review');
  if ((await taken).ok) void review.make();
  return 'in-review';
}

/** Reads whole what a change needs whole: in its column the other rows say what they have now. */
async function readDetails(
  { credentials, customAttributes }: ChangeSetDeps,
  changes: readonly Change[],
): Promise<CheckingProblem | null> {
  const needing = new Set(
    attributesOf(customAttributes())
      .filter(({ needsDetail }) => needsDetail)
      .map(({ id }) => id),
  );
  const isNeeded = changes.some(({ fields }) => fields.some(({ attribute }) => needing.has(attribute)));
  if (!isNeeded) return null;
  return credentials.loadDetails(
    changes.map(({ credential }) => credential),
    () => undefined,
  );
}
