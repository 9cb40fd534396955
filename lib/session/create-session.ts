import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { ResultFormat } from '../report/csv';
import type { TableId } from '../rpc/contract/held';
import type { Policy } from '../rpc/contract/policy';
import { ignoreWorkerEnd } from '../rpc/client/sheet-client';
import { isMade, sourceOf } from './file/create-file-model';
import { createWithoutSheet } from './file/without-sheet';
import { isAllRemembered } from './assign/all-remembered';
import { canOpen, openFacts } from './open-steps';
import { createPlanFiles } from './plan-files';
import { askMails } from './run/ask-mails';
import { createResultFile, createWrittenFile } from './result-file';
import { createAfterRun } from './run/after-run';
import { notSentIn } from './run/not-sent';
import { isAfterTrial } from './run/trial-model';
import type { Session, SessionDeps, Step } from './session';
import { createModels, type SessionModels } from './session-models';
import { modelFactory } from './state/model-factory';
import { sentRun } from './state/work';
import { createWorkStore, type WorkStore } from './state/work-store';

/** Makes the session of a panel, and connects it. */
export const createSession = modelFactory((deps: SessionDeps): Session => {
  const step = signal<Step>('upload');
  const resultFormat = signal<ResultFormat>('xlsx');
  const work = createWorkStore();
  const policy = signal<Policy | null>(null);
  const models = createModels(deps, step, work, policy);
  const { connection, credentials, file, assign, review, run, history, conflicts, group, template, trial } =
    models;
  const goTo = (next: Step) => void (step.value = next);

  const open = (next: Step) => {
    if (!canOpen(next, openFacts(models))) return;
    step.value = next;
    if (next !== 'review') return;
    assign.accept();
    void review.make();
  };

  openReviewOfRemembered(models, step, () => open('review'));
  void deps.background.call({ kind: 'read-policy' }).then((read) => {
    if (read.ok) policy.value = read.value;
  });
  void connection.connect();
  return {
    page: signal(deps.page),
    step,
    policy,
    connection,
    credentials,
    file,
    assign,
    review,
    run,
    history,
    conflicts,
    template,
    publicSight: models.publicSight,
    trial,
    changeSets: models.changeSets,
    promise: models.promise,
    notSent: notSentIn(file.phase, run),
    readGroup: group.forGuesses,
    lookUpRows: group.lookUpNow,
    async readWholeGroup() {
      const reading = group.readWhole();
      // A review knows the group as it was when it was made. It waits for the whole group, and says
      // so.
      if (models.connected() !== null && review.phase.peek().kind === 'ready') await review.complete();
      await reading;
    },
    withoutSheet: createWithoutSheet({ ...models, work, goTo }),
    goTo: open,
    ...runActions(models, deps, step, goTo),
    async signInAgain() {
      if (run.phase.peek().kind !== 'not-begun') return;
      run.leave();
      goTo('review');
      await connection.connect();
      open('review');
    },
    ...createPlanFiles({ ...deps, ...models, work }),
    ...afterRunActions(models, work, goTo),
    fixRest() {
      const over = run.phase.peek();
      if (over.kind !== 'over' || !run.isOfThisPlan() || !canOpen('review', openFacts(models))) return;
      const hasErrors = (over.progress.run.rest?.errors ?? 0) > 0; // missing: not recorded
      review.setFilter({ kind: hasErrors ? 'errors' : 'changes' });
      review.setSearch('');
      goTo('review');
      void review.make();
    },
    resultFormat,
    chooseResultFormat: (format) => void (resultFormat.value = format),
    openRadar: async () =>
      (await import('./review/create-radar-model')).createRadarModel({ ...deps, ...models }),
    mails: (plan) => askMails(models.sheet, plan),
    writtenFile: createWrittenFile({ ...models, format: () => resultFormat.peek() }),
    resultFile: createResultFile({ ...models, work, format: () => resultFormat.peek() }),
  };
});

/**
 * Opens Review by itself where all is remembered, once for each table: who goes back stays there.
 */
function openReviewOfRemembered(
  { assign, credentials }: SessionModels,
  step: ReadonlySignal<Step>,
  open: () => void,
): void {
  let opened: TableId | null = null;
  effect(() => {
    const [state, report] = [assign.state.value, assign.report.value];
    if (step.value !== 'assign' || state === null || state.table.id === opened) return;
    if (credentials.phase.value.kind !== 'loaded' || assign.problems.value.length > 0) return;
    // The counts must be of this very choice: a later one would outdate the review.
    if (assign.settled.value !== state.assignment || !isAllRemembered(state, report)) return;
    opened = state.table.id;
    untracked(open);
  });
}

/** From a review to its run. */
function runActions(
  { run, file, review, trial, promise, connected, forgetValues, changeSets }: SessionModels,
  { page }: SessionDeps,
  step: ReadonlySignal<Step>,
  goTo: (step: Step) => void,
): Pick<Session, 'lookAround' | 'confirm' | 'updateNow'> {
  return {
    async lookAround() {
      const { kind } = run.phase.peek();
      if (kind === 'over' && (await run.lookForValues())) forgetValues();
      if (connected() === null || (kind !== 'none' && kind !== 'not-begun')) return;
      const isFound = await run.find();
      // An admin with a sheet in hand is not taken away from it, nor is one who has opened it
      // meanwhile; "Update" is open to be gone to.
      if (isFound && file.phase.peek().kind === 'none') goTo('update');
    },
    async confirm() {
      if (review.phase.peek().kind !== 'ready') return;
      const { kind: before } = run.phase.peek();
      // An end that is shown says nothing of what another panel may have begun since.
      if (before === 'none' || before === 'not-begun' || before === 'over') await run.find();
      await promise.load();
      await ignoreWorkerEnd(run.confirm());
      // One run of a group at a time: the one in the way is shown, with what was not sent.
      const { kind } = run.phase.peek();
      if (kind === 'preparing' || kind === 'watching') goTo('update');
      // The question would wait in Review for an admin who has gone on meanwhile.
      if (kind === 'confirming' && step.peek() !== 'review') run.dismiss();
    },
    async updateNow({ keepsNothing = false, isTrial = false } = {}) {
      // "Not yet" was said while the press was still being judged: nothing is asked any more.
      if (run.phase.peek().kind !== 'confirming') return;
      const open = file.phase.peek();
      const who = connected();
      if (open.kind !== 'open' || !open.table.ok || who === null || !promise.isKept.peek()) return;
      const source = sourceOf(open);
      const promised = promise.kept.peek();
      const rows = isTrial ? trial.rows.peek() : null;
      // Asked for as a trial, it never begins as a whole.
      if (isTrial && rows === null) return;
      goTo('update');
      const header = {
        environment: page.environment,
        account: who.account,
        group: { id: who.group.id, name: who.group.name },
        fileName: open.name,
        // A text file has no sheets, nor has what was made here: the name of its one is ours.
        sheetName: open.file.text === null && !isMade(open) ? open.table.value.sheetName : '',
        ...(source === undefined ? {} : { source }),
        ...(keepsNothing && { keepsNothing }),
        ...(rows !== null && { trial: rows.length }),
        ...(promised !== null && { promise: promised }),
      } as const;
      await run.begin(header, () => changeSets.accept());
    },
  };
}

/** From a run that is over to what comes next. */
function afterRunActions(
  models: SessionModels,
  work: WorkStore,
  goTo: (step: Step) => void,
): Pick<Session, 'undo' | 'undoTrial' | 'actOn' | 'sendDecided' | 'startOver'> {
  const { run, file, history, forgetValues } = models;
  const afterRun = createAfterRun({ ...models, work, goTo });
  const undo = async (name: string) => {
    // Another panel may have deleted what it is made from, as it said.
    if (await run.lookForValues()) forgetValues();
    else await ignoreWorkerEnd(afterRun.undo(name));
  };
  return {
    undo,
    async undoTrial(name) {
      if (!isAfterTrial(run.phase.peek())) return;
      if (await run.cancelled()) await undo(name);
    },
    async actOn(of, what) {
      const finished = await history.finished(of);
      // Reading a large run takes a while: an admin who has closed the history wants it no more.
      const isLeft = history.phase.peek().kind === 'closed';
      if (finished === null || isLeft || !run.show(finished)) return;
      history.close();
      goTo('update');
      await (what.kind === 'retry' ? run.retry() : ignoreWorkerEnd(afterRun.undo(what.name)));
    },
    sendDecided: (name) => ignoreWorkerEnd(afterRun.sendDecided(name)),
    startOver() {
      const sent = sentRun(work.now.peek());
      const isDone = sent !== null && sent.end !== null;
      run.leave();
      const open = file.phase.peek();
      // A sheet that has had its run is done with; one that was opened since stays.
      if (isDone || (open.kind === 'open' && isMade(open))) file.close();
      goTo('upload');
    },
  };
}
