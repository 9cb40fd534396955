import {
  signedOut,
  keyRefused,
  noKeysInPlan,
  noSuchPath,
  sessionRefused,
  tooManyRequests,
} from '../platform/api/errors';
import type { Answer } from '../platform/api/answer';
import type { ApiContext } from '../platform/api/context';
import { putCredential, searchCredentials, viewCredential } from '../platform/api/credentials';
import { createEvidence, deleteEvidence, putEvidence, viewEvidence } from '../platform/api/evidence-items';
import { searchAttributeKeys, viewGroup, viewIssuer } from '../platform/api/issuer';
import { publicHostOf } from '../platform/hosts';
import { createRateLimit } from '../platform/access/rate-limit';
import { updateCredential } from '../platform/rules/credential-update';
import { createSearch } from '../platform/search/search';
import type { StandInState } from '../platform/state/schema';
import { createStore, type Store } from '../platform/state/store';
import { ACCOUNT_KEY, RATE } from '../platform/stand-in-options';
import type { Switches } from '../platform/switches';

/** A request as it reaches the platform. `body`: as JSON was read; undefined without one. */
export interface PlatformRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** The key that it carries; null: a session, where somebody is signed in. */
  readonly key: string | null;
}

export interface PlatformAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
}

/** The rules of the stand-in as a function: no HTTP, no waiting, no chance. */
export interface Platform {
  readonly store: Store;
  /** Whether the admin's session is still open. */
  isSignedIn: boolean;
  /** How often the rate limit refused a request. */
  readonly limited: () => number;
  serve(request: PlatformRequest, now: number): PlatformAnswer;
  /** Somebody else changes a credential. Answers whether the platform took it. */
  edit(reference: string, fields: Readonly<Record<string, unknown>>, now: number): boolean;
}

const ROUTE =
  /^\/(v[12])\/(issuer\/details|issuer\/groups|attribute_keys\/search|credentials)(?:\/([^/]+))?(?:\/evidence_items(?:\/([^/]+))?)?$/;

/** The host of the platform's public pages, of the environment in which runs are simulated. */
const PUBLIC_HOST = publicHostOf('api.accredible.com');
const CALLER = { kind: 'caller', departmentId: null } as const;

export function createPlatform(state: StandInState, switches: Switches): Platform {
  const store = createStore(state);
  const search = createSearch();
  const rateLimit = createRateLimit(RATE);
  let limited = 0;

  const platform: Platform = {
    store,
    isSignedIn: true,
    limited: () => limited,
    serve(request, now) {
      const retryMs = rateLimit.count('one', now);
      if (retryMs > 0) {
        limited += 1;
        return limitAnswer(retryMs, switches);
      }
      const refusal = refusalOf(request.key);
      if (refusal !== null) return written(refusal);
      return written(
        answerOf(request, { store, search, switches, caller: CALLER, publicHost: PUBLIC_HOST, now }),
      );
    },
    edit(reference, fields, now) {
      const before = store.find(reference);
      if (before === undefined) return false;
      const sure = {
        clear: 'null',
        'custom-attributes': 'merged',
        grade: 'taken',
        private: 'taken',
      } as const;
      const update = updateCredential(before, fields, {
        store,
        switches: { ...switches, ...sure },
        caller: CALLER,
        now,
      });
      if (update.kind === 'refusal') return false;
      store.takeCredits(update.credits);
      store.save(update.credential, now, switches);
      return true;
    },
  };
  return platform;

  function refusalOf(key: string | null) {
    if (key !== null && switches.keys !== 'taken') return switches.keys === '403' ? noKeysInPlan : keyRefused;
    if (key !== null) return key === ACCOUNT_KEY ? null : keyRefused;
    if (switches.session !== 'taken') return sessionRefused;
    return platform.isSignedIn ? null : signedOut;
  }
}

/** The answer of the limit, which may be asked for without it as well. */
export function limitAnswer(retryMs: number, switches: Switches): PlatformAnswer {
  const seconds = String(Math.max(1, Math.ceil(retryMs / 1000)));
  return { ...written(tooManyRequests), retryAfter: switches['retry-after'] === 'yes' ? seconds : null };
}

export function written(answer: Answer): PlatformAnswer {
  if (answer.kind === 'empty') return { status: 200, body: '', retryAfter: null };
  const { body } = answer;
  return {
    status: answer.kind === 'json' ? 200 : answer.status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    retryAfter: null,
  };
}

function answerOf({ method, path, body }: PlatformRequest, context: ApiContext): Answer {
  const [, version, what, id = '', item] = ROUTE.exec(path) ?? [];
  if (what === 'issuer/details') return viewIssuer(context);
  if (what === 'issuer/groups') return viewGroup(id, context);
  if (what === 'attribute_keys/search') return searchAttributeKeys(body, context);
  if (version === 'v2' && id === 'search') return searchCredentials(body, context);
  if (what !== 'credentials') return noSuchPath;
  const isItems = path.includes('/evidence_items');
  switch (`${method} ${item === undefined ? (isItems ? 'items' : 'one') : 'item'}`) {
    case 'GET one':
      return viewCredential(id, context);
    case 'PUT one':
      return putCredential(id, body, context);
    case 'POST items':
      return createEvidence(id, body, context);
    case 'GET item':
      return viewEvidence(id, item ?? '', context);
    case 'PUT item':
      return putEvidence(id, item ?? '', body, context);
    case 'DELETE item':
      return deleteEvidence(id, item ?? '', context);
    default:
      return noSuchPath;
  }
}
