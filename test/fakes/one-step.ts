import type { Change } from '../../lib/credential/change';
import type { Entry, EntryState, RunId } from '../../lib/journal/entry';
import { mayTransition } from '../../lib/journal/transitions';
import type { ApiRequest, Client } from '../../lib/platform/client';
import { problemOf } from '../../lib/platform/judge';
import type { PlatformProblem } from '../../lib/platform/platform-problem';
import { failed, ok, type Result } from '../../lib/result';
import { attributeFinder } from '../../lib/run/entry/field-state';
import { takeStep } from '../../lib/run/entry/step';
import type { StepContext, StepEnd } from '../../lib/run/entry/step-context';
import { createStandIn, type StandIn } from '../platform/stand-in';
import type { Switches } from '../platform/switches';
import { call } from '../platform/test-client';
import { credentialFields, smallState } from '../platform/test-state';
import { changeOf } from './background-world';
import { credentialOf, type WrittenCredential } from './credential';
import { createMemoryJournal } from './memory-journal';
import { createPageSize } from '../../lib/platform/page-size';

const RUN = 'r' as RunId;
/** Many more than any step needs. */
const MOST_REQUESTS = 50;

/** Outcome of one request. */
export type Fate =
  /** The platform carries it out and answers. */
  | 'ok'
  /** The platform carries it out, and the answer is lost. */
  | 'unanswered'
  /** The browser sends it so often, because connections break, and gives the last answer. */
  | { readonly times: number }
  /** It fails like this, and nothing is carried out. */
  | PlatformProblem
  /** The pace holds it back for so many milliseconds. */
  | { readonly heldBackMs: number };

/** A step of the entry of credential 201, whose grade is A. */
export interface WrittenStep {
  /** The change; the grade from A to B where nothing is said. */
  readonly change?: Change;
  readonly state?: EntryState;
  /** The credential now, besides its grade. */
  readonly present?: Readonly<Record<string, unknown>>;
  readonly switches?: Partial<Switches>;
  /** The fate of each request in turn; `ok` beyond the last. */
  readonly fates?: readonly Fate[];
  /** Credential as a batch read shows it; nothing: the entry has to be read by itself. */
  readonly batch?: WrittenCredential & { readonly isTooLate?: true };
  /** The time by the clock when the step begins, and when a write was in flight last. */
  readonly at?: number;
  readonly inFlightAt?: number;
  readonly isCancelled?: boolean;
  /** The run is stopped from the n-th reading on, or during the n-th wait. */
  readonly stopsAtRead?: number;
  readonly stopsAtWait?: number;
  readonly isOtherAccount?: boolean;
  /** Takes what is learned about the account: "surplus removed". */
  readonly learned?: string[];
}

export const GRADE = changeOf(201, [['grade', 'A', 'B']]);

/**
 * Takes the step against the stand-in. Gives its end, and in `did` each thing that it did: "read",
 * "write {...}", "wait 5000", "journal sent 1", "in flight at 0", "written".
 */
export async function stepOf(written: WrittenStep): Promise<{ did: readonly string[]; end: StepEnd }> {
  const { change = GRADE, state = { kind: 'planned' }, present, switches = {}, fates = [] } = written;
  const did: string[] = [];
  const standIn = createStandIn({
    state: smallState([credentialFields(201, { grade: 'A', ...present })]),
    switches,
  });
  let now = written.at ?? 0;
  let inFlight = written.inFlightAt ?? null;
  let entry: Entry = { run: RUN, credential: change.credential, position: 3, change, state };
  let isStopped = false;
  let reads = 0;
  let waits = 0;
  let requests = 0;

  const exchange = async (request: ApiRequest, isTooLate: () => boolean) => {
    if (requests >= MOST_REQUESTS) throw new Error('the step never ends');
    const fate = fates[requests++] ?? 'ok';
    if (typeof fate === 'object' && 'heldBackMs' in fate) now += fate.heldBackMs;
    if (isTooLate()) {
      did.push('too late');
      return failed({ code: 'too-late' } as const);
    }
    did.push(lineOf(request));
    if (request.method === 'GET' && ++reads === written.stopsAtRead) isStopped = true;
    if (typeof fate === 'object' && 'code' in fate) return failed(fate);
    const times = typeof fate === 'object' && 'times' in fate ? fate.times : 1;
    for (let more = 1; more < times; more += 1) await answerOf(standIn, request);
    const answer = await answerOf(standIn, request);
    return fate === 'unanswered' ? failed({ code: 'unreachable' } as const) : answer;
  };
  const client: Client = {
    environment: 'production',
    signedInBy: 'session',
    pageSize: createPageSize(() => 0),
    async send(request) {
      const answer = await exchange(request, () => false);
      if (!answer.ok && answer.problem.code === 'too-late') throw new Error('a reading is never too late');
      return answer as Result<string, PlatformProblem>;
    },
    sendUnless: (isTooLate, request) => exchange(request, isTooLate),
  };
  const context: StepContext = {
    client,
    journal: {
      ...createMemoryJournal(),
      transitionEntry: (run, position, to) => {
        if (run !== RUN || position !== 3) throw new Error('another entry');
        if (!mayTransition(entry.state, to)) throw new Error(`from ${entry.state.kind} to ${to.kind}`);
        did.push(`journal ${shown(to)}`);
        entry = { ...entry, state: to };
        return Promise.resolve(entry);
      },
    },
    attributeOf: attributeFinder([]),
    group: '1',
    environment: 'production',
    now: () => now,
    ticks: () => now,
    wait(milliseconds) {
      did.push(`wait ${milliseconds}`);
      now += milliseconds;
      return Promise.resolve(++waits !== written.stopsAtWait);
    },
    isStopped: () => isStopped,
    lastInFlight: () => inFlight,
    noteInFlight(noted, at) {
      did.push(`${at === null ? 'not in flight' : `in flight at ${at}`}: ${shown(noted.state)}`);
      inFlight = at;
    },
    batchRead() {
      did.push('batch');
      if (written.batch === undefined) return Promise.resolve(null);
      const { isTooLate, ...fields } = written.batch;
      isStopped = written.stopsAtRead === 0;
      return Promise.resolve({
        credential: credentialOf({ id: '201', groupId: '1', grade: 'A', ...fields }),
        isTooLate: () => isTooLate === true,
      });
    },
    noteWritten: ({ credential }) => did.push(`written ${credential}`),
    noteOwnIds: () => did.push('own ids'),
    learn: (name, is) => written.learned?.push(`${name} ${is}`),
    isCancelled: () => written.isCancelled === true,
    isSameAccount: () => Promise.resolve(written.isOtherAccount !== true),
  };
  const end = await takeStep(entry, context);
  return { did, end };
}

/** A request in short: "read", "delete 6", or "write" with what is in its body. */
function lineOf({ method, path, body }: ApiRequest): string {
  if (method === 'GET') return 'read';
  if (method === 'DELETE') return `delete ${path.slice(path.lastIndexOf('/') + 1)}`;
  return `write ${JSON.stringify(Object.values(body as Record<string, unknown>)[0])}`;
}

async function answerOf(standIn: StandIn, { method, path, body }: ApiRequest) {
  const answered = await call(standIn, method, path, body);
  const text = typeof answered.body === 'string' ? answered.body : JSON.stringify(answered.body);
  const raw = { status: answered.status, opaque: false, body: text, retryAfter: null };
  const problem = problemOf(raw, false, 0);
  return problem === null ? ok(text) : failed(problem);
}

/**
 * A state in short: "sent 1", "sent 1 to delete 6", "applied", "rejected 422", "not-applied grade",
 * "applied (evidence-url-1 3 - 2)" (three times, two removed).
 */
function shown(state: EntryState): string {
  if (!('doubled' in state)) return named(state);
  const said = state.doubled.map(({ attribute, times, removed }) => `${attribute} ${times} - ${removed}`);
  return `${named(state)} (${said.join()})`;
}

function named(state: EntryState): string {
  switch (state.kind) {
    case 'sent':
    case 'in-doubt': {
      const ids = (state.evidence?.surplus ?? []).flatMap((one) => one.ids); // mostly none
      const noted = ids.length === 0 ? '' : ` to delete ${ids.join()}`;
      return `${state.kind} ${state.attempt}${noted}`;
    }
    case 'rejected':
      return `rejected ${state.status} ${state.words}`.trim();
    case 'not-applied':
      return [state.kind, ...state.fields].join(' ');
    default:
      return state.kind;
  }
}
