import { computed, createModel, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { attributesOf, isKeyAttribute } from '../credential/attributes';
import { dayOfMoment } from '../credential/day';
import type { GroupPage } from '../platform/environment';
import type { Connection } from '../platform/connection';
import type { RunId } from '../journal/entry';
import type { PlatformProblem } from '../platform/platform-problem';
import type { ResultFormat } from '../report/csv';
import type { HistoryRun } from '../report/history';
import { entryRows } from '../report/entry-rows';
import type { ResultWords, RowResult } from '../report/result-rows';
import type { SkippedRow } from '../review/plan/skipped-rows';
import type { BackgroundClient } from '../rpc/client/background-client';
import {
  SheetWorkerEnded,
  withEndListener,
  ignoreWorkerEnd,
  type SheetClient,
} from '../rpc/client/sheet-client';
import type { ReviewRequest } from '../rpc/contract/sheet-contract';
import { createAfterRun } from './run/after-run';
import { AssignModel } from './assign/assign-model';
import type { AssignModelShape } from './assign/assign-shape';
import { assignmentMemory } from './assign/assignment-memory';
import { ConnectionModel, type ConnectionModelShape } from './group/connection-model';
import { ConflictsModel } from './run/conflicts-model';
import type { ConflictsModelShape } from './run/conflicts-shape';
import { CredentialsModel, type CredentialsModelShape } from './group/credentials-model';
import { FileModel, sourceOf, type FileModelShape } from './file/file-model';
import { createGroupReading } from './group/group-reading';
import { HistoryModel } from './history/history-model';
import type { HistoryModelShape } from './history/history-shape';
import { notSentIn, type NotSent } from './run/not-sent';
import { readEntries } from './run/read-entries';
import { ReviewModel } from './review/review-model';
import type { ReviewModelShape } from './review/review-model-shape';
import { RunModel } from './run/run-model';
import type { RunModelShape } from './run/run-model-shape';

/** The four steps of docs/product.md 2, in their order. */
export const STEPS = ['upload', 'assign', 'review', 'update'] as const;
export type Step = (typeof STEPS)[number];

/** What the session is given; everything that reaches outside the panel comes through these. */
export interface SessionSurroundings {
  readonly page: GroupPage;
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface SessionShape {
  /** The group page that it was opened on; it does not change. */
  readonly page: ReadonlySignal<GroupPage>;
  readonly step: ReadonlySignal<Step>;
  readonly connection: ConnectionModelShape;
  readonly credentials: CredentialsModelShape;
  readonly file: FileModelShape;
  readonly assign: AssignModelShape;
  readonly review: ReviewModelShape;
  readonly run: RunModelShape;
  readonly history: HistoryModelShape;
  readonly conflicts: ConflictsModelShape;
  /** What is open here and is not in the run that is shown; null where there is nothing of the kind. */
  readonly notSent: ReadonlySignal<NotSent | null>;
  /** Reads the group again after it could not be read. */
  readGroup(): Promise<void>;
  /** Looks up the rows as they are assigned now, in a group that is too large to be read for them. */
  lookUpRows(): Promise<void>;
  /** Reads such a group all the same; a review is made again of all of it, with what was decided in it. */
  readWholeGroup(): Promise<void>;
  /** The panel came to the front: what another panel has begun on this group meanwhile is shown. */
  lookAround(): Promise<void>;
  /** Goes to a step that can be gone to; others stay shut. */
  goTo(step: Step): void;
  /** Asks for the last word, or does nothing while something is in the way. */
  confirm(): Promise<void>;
  updateNow(): Promise<void>;
  /** What results are given as; XLSX unless another was chosen in this panel. */
  readonly resultFormat: ReadonlySignal<ResultFormat>;
  chooseResultFormat(format: ResultFormat): void;
  /**
   * The result of the finished run as a file of the chosen format: the admin's own rows where they are still here, else what the journal
   * tells. `wordsFor`: with those for the rows that were skipped because of errors, as far as they are here. Null when the worker ended over it.
   */
  resultFile(
    results: readonly RowResult[],
    wordsFor: (skipped: readonly SkippedRow[]) => ResultWords,
    only: 'all' | 'failed',
  ): Promise<{ readonly bytes: ArrayBuffer; readonly from: 'sheet' | 'journal' } | null>;
  /** Takes the finished run's old values as the next sheet to review, under this name. */
  undo(name: string): Promise<void>;
  /** Does one of these with a run of the history, as on the page on which it ended; nothing while a run is under way. */
  takeUp(
    of: HistoryRun,
    what: { readonly kind: 'retry' } | { readonly kind: 'undo'; readonly name: string },
  ): Promise<void>;
  /** Takes what was decided about the finished run's conflicts as the next sheet to review, under this name. */
  sendDecided(name: string): Promise<void>;
  /** From a finished run to the next sheet. */
  startOver(): void;
}

/**
 * The panel's one model: the four steps over one group page. Views read its signals and call its actions; they do not
 * fetch, await or write signals (docs/architecture.md). Data flows one way: file -> assignment -> review -> run, and a change in one
 * makes what follows it out of date.
 */
export const Session = createModel((surroundings: SessionSurroundings): SessionShape => {
  const { page, background, now } = surroundings;
  const step = signal<Step>('upload');
  const resultFormat = signal<ResultFormat>('xlsx');
  /** How the run of the sheet that is open has ended; null before that. */
  let endOfRun: 'finished' | 'cancelled' | null = null;

  const sheet = withEndListener(surroundings.sheet, () => lost());
  /** The rows and the credentials are gone with the worker. */
  const lost = () => {
    credentials.outdate();
    file.lose();
    const isOfTheRows = step.peek() === 'assign' || step.peek() === 'review';
    if (isOfTheRows && file.phase.peek().kind === 'failed') step.value = 'upload';
  };

  const connected = (): Connection | null => {
    const phase = connection.phase.peek();
    return phase.kind === 'connected' ? phase.connection : null;
  };
  const customAttributes = () => connected()?.customAttributes ?? [];

  const connection: ConnectionModelShape = new ConnectionModel(page, background, () => {
    // It may be another account than before, which sees the group otherwise.
    credentials.outdate();
    review.outdate();
    void findRun();
    void group.forGuesses();
  });
  const credentials: CredentialsModelShape = new CredentialsModel(page, background, sheet);
  const file: FileModelShape = new FileModel(sheet, {
    onTable(table) {
      run.goOnFrom(false);
      // What was decided about the sheet is done with it; a run that was cancelled leaves it to be gone on with.
      if (endOfRun === 'finished') void ignoreWorkerEnd(sheet.call('forgetDecisions'));
      endOfRun = null;
      if (table === null) {
        assign.clear();
        return;
      }
      void ignoreWorkerEnd(assign.begin(table).then(() => group.forGuesses()));
      const open = file.phase.peek();
      // With one sheet to take there is nothing to choose: an admin in a hurry is a step further.
      const choices =
        open.kind === 'open' ? open.file.sheets.filter((s) => !s.hidden && s.rows > 0).length : 0;
      if (step.peek() === 'upload' && choices <= 1) step.value = 'assign';
    },
    onRestart() {
      credentials.outdate();
      review.outdate();
    },
  });
  const assign: AssignModelShape = new AssignModel({
    sheet,
    customAttributes,
    groupIsRead: () => ['loaded', 'in-part'].includes(credentials.phase.peek().kind),
    memory: assignmentMemory(page, background),
    today: () => dayOfMoment(now()),
    onDecided: () => void group.lookUpNow(),
    onChange() {
      review.outdate();
      run.dismiss();
    },
  });
  const group = createGroupReading({
    sheet,
    credentials,
    assign,
    customAttributes,
    isConnected: () => connected() !== null,
  });
  const review: ReviewModelShape = new ReviewModel(sheet, {
    request: reviewRequest,
    async loadGroup() {
      return (await credentials.load(group.needsNow())) ? null : groupProblem();
    },
    async loadDetails(request, onProgress) {
      const missing = await sheet.call('missingDetails', request);
      return missing.length === 0 ? null : await credentials.loadDetails(missing, onProgress);
    },
    async locate({ assignment }) {
      const values = await sheet.call('toLocate');
      const { key } = assignment;
      if (values.length === 0 || key === null || !isKeyAttribute(key)) return null;
      const located = await background.call({ kind: 'locate', page, key, values });
      // Where they are is a help, not a need: without an answer they stay "no match".
      return located.ok ? located.value : null;
    },
  });
  const run: RunModelShape = new RunModel(page, background, sheet, () => {
    const ended = run.phase.peek();
    if (ended.kind === 'over' && run.isOfThisPlan() && run.isOfSheet.peek())
      endOfRun = ended.progress.run.state.kind === 'finished' ? 'finished' : 'cancelled';
    // The platform has changed under the review; the next one reads the group anew.
    credentials.outdate();
    review.outdate();
    void connection.refresh();
  });

  const isPaused = computed(() => {
    const now = run.phase.value;
    return now.kind === 'watching' && now.progress.run.state.kind === 'paused';
  });
  // It may have paused because the credits are used up: the balance of before would say the contrary beside it.
  effect(() => {
    if (isPaused.value) void connection.refresh();
  });

  const history: HistoryModelShape = new HistoryModel({
    background,
    sheet,
    now,
    customAttributes,
    // The key may be gone: whether the platform still lets us in shows at once, and not at the next press of a button.
    onEverythingDeleted() {
      forgetValues();
      void connection.renew();
    },
    onValuesDeleted: (id) => forgetValues(id),
  });

  const conflicts: ConflictsModelShape = new ConflictsModel(run.phase, (id, total) =>
    readEntries(background, id, total),
  );

  /** What was deleted from this computer is not kept in this panel either. */
  function forgetValues(id?: RunId): void {
    const isShown = run.forget(id);
    if (isShown) conflicts.forget();
    const isOfTheRows = step.peek() === 'assign' || step.peek() === 'review';
    if (file.forget(id) && isOfTheRows) step.value = 'upload';
    // The plan may be that of another run, which is written down or under way.
    if (isShown || id === undefined) void ignoreWorkerEnd(sheet.call('forgetPlan'));
  }

  /** An end that nobody has seen is shown where nothing else was begun; what is under way is shown in any case. */
  async function findRun(): Promise<void> {
    const account = connected()?.account.id; // connected: it is there
    if (await run.find(account, () => file.phase.peek().kind === 'none')) step.value = 'update';
  }

  function groupProblem(): PlatformProblem {
    const phase = credentials.phase.peek();
    return phase.kind === 'failed' ? phase.problem : { code: 'unreachable' };
  }
  function reviewRequest(): ReviewRequest | null {
    const chosen = assign.state.peek();
    if (chosen === null || connected() === null || assign.problems.peek().length > 0) return null;
    return {
      assignment: chosen.assignment,
      customAttributes: customAttributes(),
      // Days are UTC on the platform (docs/platform.md, Write).
      today: dayOfMoment(now()),
    };
  }

  const afterRun = createAfterRun({
    run,
    conflicts,
    credentials,
    file,
    assign,
    review,
    sheet,
    customAttributes,
    groupProblem,
    goTo: (next) => (step.value = next),
  });

  void connection.connect();
  return {
    page: signal(page),
    step,
    connection,
    credentials,
    file,
    assign,
    review,
    run,
    history,
    conflicts,
    notSent: notSentIn(file.phase, run),
    readGroup: group.forGuesses,
    lookUpRows: group.lookUpNow,
    async readWholeGroup() {
      const reading = group.readWhole();
      // What a review says rests on what was here when it was made. It waits for that reading, and says so.
      if (connected() !== null && review.phase.peek().kind === 'ready') await review.complete();
      await reading;
    },
    async lookAround() {
      const { kind } = run.phase.peek();
      if (kind === 'over' && (await run.lookForValues())) forgetValues();
      if (connected() === null || (kind !== 'none' && kind !== 'not-begun')) return;
      const hasSheet = file.phase.peek().kind !== 'none';
      // Somebody with a sheet in hand is not taken away from it; "Update" is open to be gone to.
      if ((await run.find()) && !hasSheet) step.value = 'update';
    },
    goTo(next) {
      const { kind } = run.phase.peek();
      if (next === 'assign' && assign.state.peek() === null) return;
      if (next === 'review' && reviewRequest() === null) return;
      if (next === 'update' && (kind === 'none' || kind === 'confirming')) return;
      step.value = next;
      if (next !== 'review') return;
      assign.accept();
      void review.make();
    },
    async confirm() {
      if (review.phase.peek().kind !== 'ready') return;
      const { kind: before } = run.phase.peek();
      // An end that is shown says nothing of what another panel may have begun since.
      if (before === 'none' || before === 'not-begun' || before === 'over') await run.find();
      await ignoreWorkerEnd(run.confirm());
      // One run of a group at a time: the one in the way is shown, with what was not sent.
      const { kind } = run.phase.peek();
      if (kind === 'preparing' || kind === 'watching') step.value = 'update';
    },
    async updateNow() {
      const open = file.phase.peek();
      const who = connected();
      if (open.kind !== 'open' || !open.table.ok || who === null) return;
      const source = sourceOf(open);
      step.value = 'update';
      await run.begin({
        environment: page.environment,
        account: who.account,
        group: { id: who.group.id, name: who.group.name },
        fileName: open.name,
        // A text file has no sheets: the name of its one is ours.
        sheetName: open.file.text === null ? open.table.value.sheetName : '',
        ...(source === undefined ? {} : { source }),
      });
    },
    resultFormat,
    chooseResultFormat: (format) => void (resultFormat.value = format),
    async resultFile(results, wordsFor, only) {
      const over = run.phase.peek();
      if (over.kind !== 'over') return null;
      const format = resultFormat.peek();
      try {
        if (run.isOfThisPlan()) {
          const words = wordsFor(await sheet.call('skippedRows'));
          const own = await sheet.call('results', results, words, only, format);
          if (own !== null) return { bytes: own, from: 'sheet' };
        }
        const words = wordsFor([]);
        const rows = entryRows(over.entries, results, attributesOf(customAttributes()), words, only);
        return { bytes: await sheet.call('workbook', rows, format), from: 'journal' };
      } catch (error) {
        // It can be asked for again: the next one has a worker of its own.
        if (error instanceof SheetWorkerEnded) return null;
        throw error;
      }
    },
    async undo(name) {
      // Another panel may have deleted what it is made from, as it said.
      if (await run.lookForValues()) forgetValues();
      else await ignoreWorkerEnd(afterRun.undo(name));
    },
    async takeUp(of, what) {
      const finished = await history.finished(of);
      if (finished === null || !run.show(finished)) return;
      history.close();
      step.value = 'update';
      await (what.kind === 'retry' ? run.retry() : ignoreWorkerEnd(afterRun.undo(what.name)));
    },
    sendDecided: (name) => ignoreWorkerEnd(afterRun.sendDecided(name)),
    startOver() {
      run.leave();
      const open = file.phase.peek();
      const isMade = open.kind === 'open' && (open.undo !== null || open.decided !== undefined);
      // What has had its run is done with; a sheet that was opened since stays.
      if (endOfRun !== null || isMade) file.close();
      step.value = 'upload';
    },
  };
});
