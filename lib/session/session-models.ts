import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { dayOfMoment } from '../credential/day';
import type { RunId } from '../journal/entry';
import { withEndListener, ignoreWorkerEnd, type SheetWorkerEnded } from '../rpc/client/sheet-client';
import type { Policy } from '../rpc/contract/policy';
import type { OpenedTable } from '../rpc/contract/sheet-contract';
import { assignmentMemory } from './assign/assignment-memory';
import type { AssignModel } from './assign/assign-model';
import { createAssignModel } from './assign/create-assign-model';
import { connectionOf, hasChoice, problemOf, requestOf, reviewSources } from './between-models';
import { createChangeSetModel } from './checking/create-change-set-model';
import { createFileModel } from './file/create-file-model';
import type { FileModel } from './file/file-model';
import { ownRecord } from './file/own-download';
import { createConnectionModel, type ConnectionModel } from './group/connection-model';
import { createCredentialsModel, type CredentialsModel } from './group/credentials-model';
import { createGroupReading } from './group/group-reading';
import { createTemplateModel } from './group/template-model';
import { createHistoryModel } from './history/create-history-model';
import type { HistoryModel } from './history/history-model';
import { createReviewModel } from './review/create-review-model';
import type { ReviewModel } from './review/review-model';
import type { ConflictsModel } from './run/conflicts-model';
import { createConflictsModel } from './run/create-conflicts-model';
import { createTrialModel } from './run/create-trial-model';
import { createPromiseModel, type PromiseModel } from './run/promise-model';
import type { TrialModel } from './run/trial-model';
import { createRunModel } from './run/create-run-model';
import { createPublicModel } from './run/public-model';
import { refreshWhenPaused } from './run/refresh-when-paused';
import { readEntries } from './run/read-entries';
import type { RunModel } from './run/run-model';
import type { SessionDeps, Step } from './session';
import { sentRun } from './state/work';
import type { WorkStore } from './state/work-store';

/** The models of a session, and what they know together. */
export type SessionModels = ReturnType<typeof createModels>;

/** Makes the models of a session. A change in one makes what follows from it out of date. */
export function createModels(
  deps: SessionDeps,
  step: Signal<Step>,
  work: WorkStore,
  policy: ReadonlySignal<Policy | null>,
) {
  const { page, background, now } = deps;
  const sheet = withEndListener(deps.sheet, (end) => lost(end));
  const isOfTheRows = () => step.peek() === 'assign' || step.peek() === 'review';
  /** The rows and the credentials are gone with the worker. */
  const lost = (end: SheetWorkerEnded) => {
    credentials.outdate();
    work.send({ kind: 'lost' });
    file.lose(end);
    if (isOfTheRows() && file.phase.peek().kind === 'failed') step.value = 'upload';
  };
  const connected = () => connectionOf(connection);
  const customAttributes = () => connected()?.customAttributes ?? [];
  /** Drops what was read of the group, and the review that was made from it. */
  const outdate = () => {
    credentials.outdate();
    review.outdate();
  };

  const connection: ConnectionModel = createConnectionModel(page, background, () => {
    // It may be another account than before, which sees the group otherwise.
    outdate();
    void findRun();
    void group.forGuesses();
  });
  const credentials: CredentialsModel = createCredentialsModel(page, background, sheet);
  const file: FileModel = createFileModel(sheet, {
    onTable(table) {
      // Decisions end with the run of their sheet; a cancelled one leaves them for the next one.
      if (sentRun(work.now.peek())?.end === 'finished') void ignoreWorkerEnd(sheet.call('forgetDecisions'));
      work.send(table === null ? { kind: 'closed' } : { kind: 'opened', table: table.id });
      promise.forget();
      if (table === null) assign.clear();
      else beginTable(table);
    },
    // A promise is about one sheet.
    onMade: () => promise.forget(),
    onRestart() {
      outdate();
      work.send({ kind: 'lost' });
    },
  });
  const beginTable = (table: OpenedTable) => {
    void ignoreWorkerEnd(assign.begin(table).then(() => group.forGuesses()));
    if (step.peek() === 'upload' && !hasChoice(file)) step.value = 'assign';
  };
  const assign: AssignModel = createAssignModel({
    sheet,
    customAttributes,
    memory: assignmentMemory(page, background),
    today: () => dayOfMoment(now()),
    ownRecord: () => ownRecord(file.phase.peek(), page),
    onDecided: () => void group.lookUpNow(),
    onChange: () => review.outdate(),
  });
  const isConnected = () => connected() !== null;
  const group = createGroupReading({ sheet, credentials, assign, customAttributes, isConnected });
  const groupProblem = () => problemOf(credentials);
  const request = () => requestOf(deps, connected(), assign, ownRecord(file.phase.peek(), page));
  const loadGroup = async () => ((await credentials.load(group.needsNow())) ? null : groupProblem());
  const sources = reviewSources(deps, { sheet, credentials, work, request, loadGroup });
  const review: ReviewModel = createReviewModel(sheet, sources);
  const run: RunModel = createRunModel(page, background, sheet, work, () => {
    // The platform has changed under the review; the next one reads the group again.
    outdate();
    void connection.refresh();
  });
  const conflicts: ConflictsModel = createConflictsModel(run.phase, (id, total) =>
    readEntries(background, id, total),
  );
  const promise: PromiseModel = createPromiseModel(run.phase, policy);
  const trial: TrialModel = createTrialModel(run.phase, sheet, (id, total) =>
    readEntries(background, id, total),
  );
  /** Forgets in this panel what was deleted from this computer. */
  const forgetValues = (id?: RunId) => {
    const isShown = run.forget(id);
    if (isShown) conflicts.forget();
    const isInStep = isOfTheRows();
    if (file.forget(id) && isInStep) step.value = 'upload';
    // The plan may be that of another run, which is written down or under way.
    if (isShown || id === undefined) void ignoreWorkerEnd(sheet.call('forgetPlan'));
  };
  /**
   * An end that nobody has seen is shown where nothing else was begun; what is under way is shown
   * in any case.
   */
  const findRun = async () => {
    const account = connected()?.account.id; // connected: it is there
    if (await run.find(account, () => file.phase.peek().kind === 'none')) step.value = 'update';
  };
  const history: HistoryModel = createHistoryModel({
    background,
    sheet,
    now,
    customAttributes,
    // The key may be gone: whether the platform still lets us in shows at once.
    onEverythingDeleted() {
      forgetValues();
      void connection.renew();
    },
    onValuesDeleted: forgetValues,
  });
  refreshWhenPaused(run, connection);
  // Its end says until when it can be undone.
  const isOver = computed(() => run.phase.value.kind === 'over');
  effect(() => {
    if (isOver.value) void history.lookUpKeptDays();
  });
  const template = createTemplateModel({
    page,
    sheet,
    credentials,
    customAttributes,
    hasSheet: () => file.phase.peek().kind !== 'none',
    now,
  });
  const publicSight = createPublicModel(background, now);
  const goTo = (next: 'review') => void (step.value = next);
  const changeSets = createChangeSetModel({
    ...{ page, background, sheet, now, credentials, file, assign, review, work },
    ...{ connected, customAttributes, groupProblem, goTo },
  });
  const models = {
    ...{ changeSets, connection, credentials, file, assign, review, run, history, conflicts, group },
    template,
  };
  return {
    ...models,
    ...{ trial, promise, publicSight },
    sheet,
    connected,
    customAttributes,
    groupProblem,
    forgetValues,
  };
}
