import { proofOf, type Keys } from './access/caller';
import { createRateLimit } from './access/rate-limit';
import { createSessions } from './access/sessions';
import { createApi } from './api/pipeline';
import { controlRoutes, type Controls } from './control';
import { dashboardRoutes, publicRoutes } from './dashboard/routes';
import { createFaultPlan } from './faults/fault-plan';
import { parseFault } from './faults/fault-rule';
import { generateState } from './generate/generate-state';
import { partOf } from './hosts';
import { all, must, parsed, unreadable, type Parsed } from './parsed';
import { bodyOf, type LoggedRequest } from './request-log';
import { updateCredential } from './rules/credential-update';
import { dayOf } from './rules/days';
import { createSearch } from './search/search';
import { ACCOUNT_KEY, ACCOUNTS, DEPARTMENT_KEYS, RATE, type StandInOptions } from './stand-in-options';
import { shownState } from './state/shown-state';
import { createStore } from './state/store';
import { parseSwitch, PRESET_SWITCHES, type Switches } from './switches';

/** The platform in one object: what `fetch` reaches, and what tests change behind it. */
export interface StandIn extends Controls {
  /**
   * Answers a request as the platform would. `client`: requests of the same one are counted
   * together.
   * @throws ConnectionReset, a TypeError as `fetch` gives, where a fault breaks the connection.
   */
  fetch(request: Request, client?: string): Promise<Response>;
  readonly switches: () => Switches;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function readFaults(rules: readonly string[], seed: number): Parsed<ReturnType<typeof createFaultPlan>> {
  const read = all(rules.map(parseFault));
  return read.ok ? parsed(createFaultPlan(read.value, seed)) : read;
}

/**
 * A stand-in for the platform, in this process: no network, its own clock, and nothing random but
 * what the seed says.
 * @throws Error for a fault that is not one, with the sentence that says why.
 */
export function createStandIn(options: StandInOptions = {}): StandIn {
  const { seed = 1, now = Date.now, sleep = wait, rate = RATE, onAnswered } = options;
  const today = options.today ?? dayOf(now());
  const store = createStore(
    options.state ?? generateState({ credentials: options.generate ?? 200, seed, today }),
  );
  const sessions = createSessions(options.accounts ?? ACCOUNTS, seed);
  const keys: Keys = {
    account: options.apiKey ?? ACCOUNT_KEY,
    departments: options.departmentKeys ?? DEPARTMENT_KEYS,
  };
  let switches: Switches = { ...PRESET_SWITCHES, ...options.switches };
  let faults = must(readFaults(options.faults ?? [], seed));
  const log: LoggedRequest[] = [];

  const api = createApi({
    store,
    search: createSearch(),
    sessions,
    keys,
    rateLimit: createRateLimit(rate),
    faults: () => faults,
    switches: () => switches,
    now,
    sleep,
  });
  const site = { store, sessions, switches: () => switches, banner: options.banner ?? null };
  const dashboard = dashboardRoutes(site);
  const publicPages = publicRoutes(site);

  const controls: Controls = {
    state: () => shownState(store),
    log,
    setSwitch(name, value) {
      const change = parseSwitch(name, value);
      if (!change.ok) return change;
      switches = { ...switches, ...change.value };
      return parsed(null);
    },
    setFaults(rules) {
      const plan = readFaults(rules, seed);
      if (!plan.ok) return plan;
      faults.end();
      faults = plan.value;
      return parsed(null);
    },
    signOutAll: () => sessions.signOutAll(),
    edit(reference, fields) {
      const before = store.find(reference);
      if (before === undefined) return unreadable(`There is no credential ${reference}.`);
      const sure = {
        clear: 'null',
        'custom-attributes': 'merged',
        grade: 'taken',
        private: 'taken',
      } as const;
      const caller = { kind: 'caller', departmentId: null } as const;
      const context = { store, switches: { ...switches, ...sure }, caller, now: now() };
      const update = updateCredential(before, fields, context);
      if (update.kind === 'refusal') return unreadable(JSON.stringify(update.body));
      store.takeCredits(update.credits);
      store.save(update.credential, now(), switches);
      return parsed(null);
    },
  };
  const control = controlRoutes(controls);

  async function fetchLogged(request: Request, url: URL, part: LoggedRequest['part'], client: string) {
    const began = now();
    const path = url.pathname + url.search;
    const { method, headers } = request;
    const text = method === 'GET' || method === 'HEAD' ? '' : await request.text();
    const read = new Request(url, { method, headers, ...(text === '' ? {} : { body: text }) });
    let fault: string | null = null;
    let status: number | null = null;
    const kept: { hidden?: number } = {};
    try {
      const response = await {
        api: () =>
          api({
            request: read,
            path,
            text,
            client,
            onFault: (rule) => (fault = rule.text),
            onHidden: (hidden) => (kept.hidden = hidden),
          }),
        dashboard: () => Promise.resolve(dashboard.fetch(read)),
        public: () => Promise.resolve(publicPages.fetch(read)),
      }[part]();
      status = response.status;
      return response;
    } finally {
      const answered: LoggedRequest = {
        at: new Date(began).toISOString(),
        part,
        method,
        host: url.host,
        path,
        auth: proofOf(headers, keys, sessions),
        // The only form of the dashboard is the one with the password.
        body: part === 'api' ? bodyOf(text) : null,
        status,
        ms: now() - began,
        fault,
        ...kept,
      };
      log.push(answered);
      onAnswered?.(answered);
    }
  }

  return {
    ...controls,
    switches: () => switches,
    async fetch(request, client = 'local') {
      const url = new URL(request.url);
      const part = partOf(url);
      return part === 'control' ? control.fetch(request) : fetchLogged(request, url, part, client);
    },
  };
}
