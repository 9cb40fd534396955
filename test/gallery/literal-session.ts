import type { Backup } from '../../lib/report/backup-file';
import type { Policy } from '../../lib/rpc/contract/policy';
import type { MadeRehearsal } from '../../lib/session/run/make-rehearsal';
import { createPromiseModel } from '../../lib/session/run/promise-model';
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { assignmentProblems } from '../../lib/assign/edit/assignment-problems';
import type { Entry } from '../../lib/journal/entry';
import type { Mail } from '../../lib/review/plan/mail-forecast';
import type { MovedRow } from '../../lib/review/view/moved-rows';
import { ok } from '../../lib/result';
import type { GroupPage } from '../../lib/platform/environment';
import type { KnownChecks } from '../../lib/run/public-check/shown-sights';
import { createConflictsModel } from '../../lib/session/run/create-conflicts-model';
import { notSentIn } from '../../lib/session/run/not-sent';
import type { Session, Step } from '../../lib/session/session';
import { noChangeSets } from './no-change-sets';
import {
  ASSIGN_ACTIONS,
  CONNECTION_ACTIONS,
  CREDENTIALS_ACTIONS,
  FILE_ACTIONS,
  HISTORY_ACTIONS,
  PUBLIC_ACTIONS,
  REVIEW_ACTIONS,
  RADAR_ACTIONS,
  RUN_ACTIONS,
  SESSION_ACTIONS,
  TEMPLATE_ACTIONS,
  TRIAL_ACTIONS,
} from './no-actions';

/* The only file of the gallery that knows how a session is built; the states are data (states/). */

/** Value of a signal of the session. */
type Held<S> = S extends ReadonlySignal<infer T> ? T : never;
type Review = Session['review'];
type Run = Session['run'];
type Trial = Session['trial'];

/** The review as it is shown. Its parts are the signals of the same names. */
export interface ReviewShown {
  readonly phase: Held<Review['phase']>;
  readonly completing: Held<Review['completing']>;
  readonly filter: Held<Review['filter']>;
  readonly search: string;
  readonly sort: Held<Review['sort']>;
  readonly window: Held<Review['window']>;
  readonly replacing: Held<Review['replacing']>;
  readonly choosing: Held<Review['choosing']>;
  readonly shapes: Held<Review['shapes']>;
}

/**
 * Everything that the panel can show, as plain data. What follows from it is derived as in the
 * session.
 */
export interface SessionState {
  readonly page: GroupPage;
  readonly step: Step;
  readonly connection: Held<Session['connection']['phase']>;
  readonly credentials: Held<Session['credentials']['phase']>;
  readonly file: Held<Session['file']['phase']>;
  readonly assign: Held<Session['assign']['state']>;
  readonly report: Held<Session['assign']['report']>;
  readonly loaded: Held<Session['assign']['loaded']>;
  readonly review: ReviewShown;
  readonly run: Held<Run['phase']>;
  /**
   * Whether the run that is shown is of the sheet that is open, and whether another was asked for
   * meanwhile.
   */
  readonly isOfSheet: boolean;
  readonly isAskedAgain: boolean;
  /** Entries of a run under way, for views of its conflicts. */
  readonly entries: readonly Entry[];
  readonly history: Held<Session['history']['phase']>;
  readonly template: Held<Session['template']['phase']>;
  /** How far a change set that was dropped is opened; missing: its passphrase is asked for. */
  readonly changeSet?: Held<Session['changeSets']['phase']>;
  /** The public checks that are known; missing: none. */
  readonly publicChecks?: KnownChecks;
  /** Rows that others have changed since the review; missing: none. */
  readonly moved?: readonly MovedRow[];
  /** E-mails that may be sent because of the plan; missing: that is not asked. */
  readonly mails?: readonly Mail[];
  /** The limits of the organisation; missing: none. */
  readonly policy?: Policy;
  /** Files of the last question; missing: they cannot be made. */
  readonly rehearsal?: MadeRehearsal;
  readonly backup?: Backup;
  readonly trial: {
    readonly rows: Held<Trial['rows']>;
    readonly tried: Held<Trial['tried']>;
    readonly unread?: Held<Trial['unread']>;
  };
}

/** A session that stays in one state: its signals hold it, its actions do nothing. */
export function literalSession(state: SessionState): Session {
  const file = { phase: signal(state.file), ...FILE_ACTIONS };
  const run = runOf(state);
  const promise = createPromiseModel(run.phase, signal(state.policy ?? null));
  void promise.load();
  return {
    page: signal(state.page),
    step: signal(state.step),
    policy: signal(state.policy ?? null),
    connection: { phase: signal(state.connection), ...CONNECTION_ACTIONS },
    credentials: { phase: signal(state.credentials), ...CREDENTIALS_ACTIONS },
    file,
    assign: assignOf(state),
    review: reviewOf(state.review),
    run,
    history: { phase: signal(state.history), keptDays: signal(30), ...HISTORY_ACTIONS },
    conflicts: createConflictsModel(run.phase, () => Promise.resolve(ok(state.entries))),
    template: { phase: signal(state.template), ...TEMPLATE_ACTIONS },
    publicSight: { checks: signal(state.publicChecks ?? new Map()), named: signal(null), ...PUBLIC_ACTIONS },
    promise,
    trial: {
      rows: signal(state.trial.rows),
      tried: signal(state.trial.tried),
      unread: signal(state.trial.unread ?? null),
      ...TRIAL_ACTIONS,
    },
    changeSets: noChangeSets(state.changeSet),
    notSent: notSentIn(file.phase, run),
    resultFormat: signal('xlsx'),
    ...SESSION_ACTIONS,
    openRadar: () =>
      Promise.resolve({ moved: signal(state.moved ?? []), isOff: signal(false), ...RADAR_ACTIONS }),
    rehearse: () => Promise.resolve(state.rehearsal === undefined ? null : ok(state.rehearsal)),
    backup: () => Promise.resolve(state.backup ?? null),
    mails: () => Promise.resolve(state.mails ?? null),
  };
}

function assignOf({ assign, report, loaded }: SessionState): Session['assign'] {
  const problems =
    assign === null ? [] : assignmentProblems(assign.assignment, assign.table.columns, assign.attributes);
  return {
    state: signal(assign),
    report: signal(report),
    preview: signal(null),
    settled: signal(null),
    loaded: signal(loaded),
    problems: signal(problems),
    ...ASSIGN_ACTIONS,
  };
}

function reviewOf(shown: ReviewShown): Session['review'] {
  const { phase, completing, filter, search, sort, window, replacing, choosing, shapes } = shown;
  return {
    phase: signal(phase),
    completing: signal(completing),
    filter: signal(filter),
    search: signal(search),
    sort: signal(sort),
    window: signal(window),
    replacing: signal(replacing),
    choosing: signal(choosing),
    shapes: signal(shapes),
    shapeMarks: signal({ has: () => false }),
    viewed: signal(phase.kind === 'ready' ? phase.state.viewed : 0),
    view: () => ({ filter, search, sort }),
    ...REVIEW_ACTIONS,
  };
}

function runOf({ run, isOfSheet, isAskedAgain }: SessionState): Session['run'] {
  const phase = signal(run);
  return {
    phase,
    isBusy: computed(() => {
      const now = phase.value;
      if (now.kind !== 'watching') return now.kind === 'preparing';
      return now.progress.run.state.kind !== 'finished' && now.progress.run.state.kind !== 'cancelled';
    }),
    isOfSheet: signal(isOfSheet),
    isAskedAgain: signal(isAskedAgain),
    // Results of rows that are still here are reported from the rows.
    isOfThisPlan: () => isOfSheet,
    ...RUN_ACTIONS,
  };
}
