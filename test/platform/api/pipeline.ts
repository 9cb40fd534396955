import { callerOf, proofOf, type Keys } from '../access/caller';
import type { RateLimit } from '../access/rate-limit';
import type { Sessions } from '../access/sessions';
import { ConnectionReset } from '../faults/connection-reset';
import type { FaultPlan } from '../faults/fault-plan';
import type { FaultRule } from '../faults/fault-rule';
import { publicHostOf } from '../hosts';
import { jsonOf } from '../request-log';
import type { Search } from '../search/search';
import type { Store } from '../state/store';
import type { Switches } from '../switches';
import { respond } from './answer';
import { badGateway, keyRefused, serverError, signedOut, tooManyRequests } from './errors';
import { viewPublicRecord } from './public-record';
import { apiRoutes } from './routes';

/**
 * The surroundings of the API. Switches and faults are read for each request, because both can
 * change while it runs.
 */
export interface ApiParts {
  readonly store: Store;
  readonly search: Search;
  readonly sessions: Sessions;
  readonly keys: Keys;
  readonly rateLimit: RateLimit;
  readonly faults: () => FaultPlan;
  readonly switches: () => Switches;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** One request, its body already read. */
export interface ApiCall {
  readonly request: Request;
  readonly path: string;
  readonly text: string;
  /** The client whose requests are counted together: the network address, where there is one. */
  readonly client: string;
  /** Called with the rule of a fault before it hits. */
  readonly onFault: (rule: FaultRule) => void;
  /** Called with the status of an answer that a fault holds back. */
  readonly onHidden: (status: number) => void;
}

/** The public record needs no sign-in (docs/platform.md, Public record (M)). */
const PUBLIC_RECORD = /^\/v1\/credential-net\/credentials\/([^/]+)$/;

type AnswerCall = (call: ApiCall) => Promise<Response>;

/**
 * Takes a request through the API as it happens outside: the limit in front of all, then what goes
 * wrong on the way in, who it is, the endpoint, and what goes wrong on the way out.
 */
export function createApi(parts: ApiParts): AnswerCall {
  const routes = apiRoutes();
  const { sessions, keys, now } = parts;

  function limited(retryMs: number): Response {
    const seconds = String(Math.max(1, Math.ceil(retryMs / 1000)));
    return respond(
      tooManyRequests,
      parts.switches()['retry-after'] === 'yes' ? { 'retry-after': seconds } : {},
    );
  }

  async function serve({ request, text }: ApiCall): Promise<Response> {
    const switches = parts.switches();
    const { store, search } = parts;
    const { hostname, pathname } = new URL(request.url);
    const surroundings = { store, search, switches, publicHost: publicHostOf(hostname), now: now() };
    const record = PUBLIC_RECORD.exec(pathname)?.[1];
    if (record !== undefined && request.method === 'GET')
      return respond(viewPublicRecord(decodeURIComponent(record), surroundings));
    const caller = callerOf(request.headers, keys, sessions, switches);
    if (caller.kind === 'refusal') return respond(caller);
    const context = { ...surroundings, caller };
    return routes.fetch(request, { context, body: jsonOf(text) });
  }

  async function serveWithFault(call: ApiCall, { kind, resend }: FaultRule): Promise<Response> {
    switch (kind) {
      case '429':
        return limited(10_000);
      case '500':
        return respond(serverError);
      case '502':
        return respond(badGateway);
      case '502-after':
        call.onHidden((await serve(call)).status);
        return respond(badGateway);
      case 'reset-before':
        throw new ConnectionReset(resend);
      case 'reset-after':
        call.onHidden((await serve(call)).status);
        throw new ConnectionReset(resend);
      case 'repeated':
        call.onHidden((await serve(call)).status);
        return serve(call);
      case 'signed-out': {
        const hasSession = proofOf(call.request.headers, keys, sessions) === 'session';
        return respond(hasSession ? signedOut : keyRefused);
      }
      case 'slow':
        return serve(call);
    }
  }

  return async (call) => {
    const retryMs = parts.rateLimit.count(call.client, now());
    if (retryMs > 0) return limited(retryMs);
    const { method } = call.request;
    const plan = parts.faults();
    const { waitMs, slow, fault } = plan.judge({ method, path: call.path, signIns: sessions.signIns() });
    const named = fault ?? slow;
    if (named !== null) call.onFault(named);
    if (waitMs > 0) await Promise.race([parts.sleep(waitMs), plan.ended]);
    return fault === null ? serve(call) : serveWithFault(call, fault);
  };
}
