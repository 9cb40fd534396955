/** A fault that is planted in a copy of the code: `from` is found in the file exactly once. */
export interface PlantedFault {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const fault = (name: string, file: string, from: string, to: string): PlantedFault => ({
  name,
  file,
  from,
  to,
});

/** Each takes a rule of the run away, or bends it. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  fault(
    'the intent is not written before the request',
    'lib/run/entry/write-entry.ts',
    "const sent = await journal.transitionEntry(run, position, { kind: 'sent', ...sending });",
    "const sent = { ...entry, state: { kind: 'sent' as const, ...sending } };\n  journal.transitionEntry(run, position, sent.state).catch(() => undefined);",
  ),
  fault(
    'no answer is taken for success',
    'lib/run/entry/write-entry.ts',
    "      case 'unreachable':\n        return doubt(problem);",
    "      case 'unreachable':\n        return { kind: 'settle', state: { kind: 'applied' }, read: null, leftAt };",
  ),
  fault(
    'no answer is taken for a refusal',
    'lib/run/entry/write-entry.ts',
    "      case 'unreachable':\n        return doubt(problem);",
    "      case 'unreachable':\n        return { kind: 'settle', state: { kind: 'rejected', status: 0, words: '' }, read: null, leftAt };",
  ),
  fault(
    'the outcome of a write is not read back',
    'lib/run/entry/write-entry.ts',
    "  if (open.length === 0) return { kind: 'settle', state, read, leftAt };",
    "  if (open.length >= 0) return { kind: 'settle', state: { kind: 'applied' }, read, leftAt };",
  ),
  fault(
    'a reading is fresh for twice as long',
    'lib/run/entry/write-entry.ts',
    'READ_FRESH_MS = 10_000',
    'READ_FRESH_MS = 20_000',
  ),
  fault(
    'a batch read is fresh for four times as long',
    'lib/run/entry/batch-reads.ts',
    'FRESH_MS = 30_000',
    'FRESH_MS = 120_000',
  ),
  fault(
    'a batch read needs no witness',
    'lib/run/entry/batch-reads.ts',
    "known = areSafe === 'yes' ? knownMoment(witnesses) : null;",
    "known = areSafe === 'yes' ? (knownMoment(witnesses) ?? { at: deps.now(), ticks: deps.ticks() }) : null;",
  ),
  fault(
    'what a batch read shows is not compared with the review',
    'lib/run/entry/step.ts',
    "  if (fields.some(({ is }) => is !== 'before')) return null;",
    '  if (fields.length === 0) return null;',
  ),
  fault(
    'the settle delay of what costs is 0',
    'lib/run/entry/settle-delay.ts',
    'COSTLY_SETTLE_DELAY_MS = 30_000',
    'COSTLY_SETTLE_DELAY_MS = 0',
  ),
  fault(
    'the settle delay of what costs is that of the rest',
    'lib/run/entry/settle-delay.ts',
    'COSTLY_SETTLE_DELAY_MS = 30_000',
    'COSTLY_SETTLE_DELAY_MS = 5_000',
  ),
  fault(
    'the settle delay of the rest is 0',
    'lib/run/entry/settle-delay.ts',
    'PLAIN_SETTLE_DELAY_MS = 5_000',
    'PLAIN_SETTLE_DELAY_MS = 0',
  ),
  fault(
    'only a missing answer leaves a request in flight, no gateway does',
    'lib/run/entry/settle-delay.ts',
    "return problem.code === 'unreachable' || problem.status !== 500;",
    "return problem.code === 'unreachable';",
  ),
  fault(
    'a new background takes no request to be in flight',
    'lib/run/loop/in-flight.ts',
    "return state.kind === 'planned' ? null : begunAt;",
    'return state.kind === null ? begunAt : null;',
  ),
  fault(
    'a conflict is overwritten',
    'lib/run/entry/decide.ts',
    '  if (conflict.length > 0) {',
    '  if (conflict.length > 1_000) {',
  ),
  fault(
    'a credential that was moved is written',
    'lib/run/entry/decide.ts',
    '  if (groupNow === group) return changed;',
    '  if (groupNow !== null) return changed;',
  ),
  fault(
    'evidence that is there is sent again',
    'lib/platform/evidence-of-change.ts',
    '  return evidence.find((item) => item.url !== null && comparableText(item.url) === wanted) ?? null;',
    '  return evidence.find((item) => item.url === null && comparableText(item.url ?? "") === wanted) ?? null;',
  ),
  fault(
    'surplus evidence is neither taken away nor reported',
    'lib/run/entry/step.ts',
    "if (!isTaken || step.current.state.kind === 'planned') return settle(step, state, fault);",
    "if (isTaken || step.current.state.kind === 'planned') return settle(step, state, fault);",
  ),
  fault(
    'a witness proves what is known when its answer comes',
    'lib/run/entry/write-entry.ts',
    '    if (!isLate) leftAt = momentOf(context);',
    '    if (!isLate) leftAt = { get at() { return context.now(); }, get ticks() { return context.ticks(); } };',
  ),
  fault(
    'the other custom attributes are not sent back',
    'lib/platform/write-requests.ts',
    '      custom ??= copyOf(read(current).custom);',
    '      custom ??= copyOf(read(current) && {});',
  ),
  fault(
    'a write is sent again after a missing answer, as a reading is',
    'lib/platform/retry.ts',
    "return effect === 'write' || tries >= MOST_TRIES ? null : backOff(tries, random);",
    'return tries >= MOST_TRIES ? null : backOff(tries, random);',
  ),
  fault(
    'a write that its pace held back leaves all the same',
    'lib/platform/client.ts',
    '    if (isTooLate()) {',
    '    if (isTooLate() && request.method === "GET") {',
  ),
  fault(
    'a pause is noted and does not stop the work',
    'lib/run/loop/run-work.ts',
    '      runWork.stop(run);\n      deps.onChange(run);',
    '      deps.onChange(run);',
  ),
  fault(
    'a cancelled run goes on with its work',
    'lib/run/loop/steering.ts',
    '        work.faults.end(run);\n        work.stop(run);',
    '        work.faults.end(run);',
  ),
  fault(
    'a cancelled run sends again what it had taken up',
    'lib/run/entry/step.ts',
    'isCancelled: context.isCancelled(),',
    'isCancelled: false,',
  ),
  fault(
    'two backgrounds work on one run',
    'lib/run/loop/run-work.ts',
    'lock === null ? Promise.resolve() : drive(run, work, signedIn ?? null),',
    'lock === undefined ? Promise.resolve() : drive(run, work, signedIn ?? null),',
  ),
  fault(
    'the backup of a run stays after its end',
    'lib/journal/backed-up-journal.ts',
    "      if (record.state.kind === 'finished') await remove(run);\n      else await attempt(() => saveState(store, record));",
    '      await attempt(() => saveState(store, record));',
  ),
  fault(
    'no copy is made of a run that is over',
    'lib/journal/copied-journal.ts',
    "      await copies.save(run, kept === 'kept' ? entriesOf(journal, id, AT_ONCE) : null);",
    '',
  ),
  fault(
    'the copy of a run that is over has no values',
    'lib/journal/copied-journal.ts',
    "      await copies.save(run, kept === 'kept' ? entriesOf(journal, id, AT_ONCE) : null);",
    '      await copies.save(run, null);',
  ),
  fault(
    'entries of a restored run count as never sent',
    'lib/journal/transitions.ts',
    "export const RESTORED = {\n  kind: 'sent',\n  attempt: 1,\n  before: { kind: 'lost' },\n}",
    "export const RESTORED = {\n  kind: 'planned',\n}",
  ),
  fault(
    'unreadable entries keep their run open',
    'lib/run/loop/drive.ts',
    '  if ((await journal.settleUnreadable(run)) > 0) context.onSettled();',
    '',
  ),
  fault(
    'a stop lets a read entry be written',
    'lib/run/entry/step.ts',
    "        if (context.isStopped()) return { kind: 'left' };\n        // Longer",
    '        // Longer',
  ),
  fault(
    'a trial does not end in a pause',
    'lib/run/loop/drive.ts',
    '  const first = isCancelled ? null : trialNow(record);',
    '  const first = isCancelled ? trialNow(record) : null;',
  ),
  fault('an entry that is put off is forgotten', 'lib/run/loop/loop.ts', '    else end.isPutOff = true;', ''),
];
