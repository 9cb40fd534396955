import type { Change } from '../../lib/credential/change';
import { jsonOf } from '../platform/request-log';
import { badGateway, serverError, signedOut } from '../platform/api/errors';
import type { Fate } from './case';
import { limitAnswer, written, type PlatformAnswer } from './platform';
import type { Owner } from './scheduler';
import type { LateEdit, SentRequest } from './watch';
import type { World } from './world';

/**
 * How long a request may arrive after nobody waits for it any more (docs/limits.md, During a run).
 * Said here once more, because what is tested must not set its own limits.
 */
const MOST_LATE_MS = { plain: 4_999, costly: 29_999 };

/** One way through the network. */
const wayMs = (random: () => number) => 5 + Math.floor(120 * random() ** 4);

export interface Network {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Ends the connections of a background that died. What is on its way may still arrive. */
  die(): void;
}

interface Exchange {
  readonly sent: SentRequest;
  /** The client no longer waits. */
  giveUp(): void;
}

/** `holdUp`: lets the disk of the computer take so many milliseconds longer. */
export function createNetwork(
  world: World,
  owner: Owner,
  requests: { next: number },
  holdUp: (ms: number) => void,
): Network {
  const { scheduler, random, platform, watch, outside, scenario } = world;
  const underWay = new Set<Exchange>();

  return {
    fetch(url, init) {
      return new Promise((resolve, reject) => {
        const nth = (requests.next += 1) - 1;
        const sent = requestOf(nth, url, init, owner.name);
        const fate = world.troubleAt('request', nth)?.fate ?? null;
        world.tell(
          () => `${owner.name}: #${nth} ${lineOf(sent)}${fate === null ? '' : ` [${wordsOf(fate)}]`}`,
        );
        watch.leaves(sent);
        const exchange = begin(sent, fate, resolve, reject);
        underWay.add(exchange);
        const { signal } = init;
        signal?.addEventListener('abort', () => {
          world.tell(() => `${owner.name}: gives up on #${nth}`);
          exchange.giveUp();
          reject(new DOMException('aborted', 'AbortError'));
        });
      });
    },
    die() {
      for (const exchange of underWay) exchange.giveUp();
      underWay.clear();
    },
  };

  function begin(
    sent: SentRequest,
    fate: Fate | null,
    resolve: (response: Response) => void,
    reject: (reason: Error) => void,
  ): Exchange {
    const late = (share: number) => share * lateMs(sent, scenario.changes);
    let isOver = false;
    /** The arrival that is to come. `late`: how late it may be once the client has given up. */
    let onTheWay: { callOff: () => void; late: number | null } | null = null;
    const exchange: Exchange = {
      sent,
      giveUp() {
        if (isOver) return;
        end();
        if (onTheWay === null) return;
        onTheWay.callOff();
        if (onTheWay.late !== null) arriveAfter(late(onTheWay.late), () => void serve());
      },
    };
    const end = () => {
      isOver = true;
      underWay.delete(exchange);
    };
    const arriveAfter = (ms: number, then: () => void) => {
      const hasLanded = watch.onItsWay(sent);
      const callOff = scheduler.after(ms, outside, () => {
        hasLanded();
        onTheWay = null;
        then();
      });
      return () => {
        hasLanded();
        callOff();
      };
    };
    const arrive = (ms: number, then: () => void) => {
      onTheWay = { callOff: arriveAfter(ms, then), late: random() < 0.7 ? random() : null };
    };
    const serve = (): PlatformAnswer => {
      const answer = watch.served(sent, () => platform.serve(sent, world.now()));
      world.tell(() => `platform: #${sent.nth} ${sent.method} ${sent.path} -> ${answer.status}`);
      return answer;
    };
    const answer = (given: PlatformAnswer, ms: number) =>
      scheduler.after(ms, owner, () => {
        if (isOver) return;
        end();
        for (const edit of watch.answered(sent, given)) hold(edit);
        resolve(responseOf(given));
      });
    const breakOff = (ms: number, then: () => void = () => undefined) =>
      scheduler.after(ms, owner, () => {
        if (isOver) return;
        end();
        then();
        reject(new TypeError('fetch failed'));
      });
    const way = () => wayMs(random);

    switch (fate?.kind) {
      case undefined:
        arrive(way(), () => answer(serve(), way()));
        break;
      case 'slow':
        arrive(fate.there, () => answer(serve(), fate.back));
        break;
      case 'refused':
        answer(refusal(fate.status), 2 * way());
        break;
      case 'taken-502':
        arrive(way(), () => {
          serve();
          answer(written(badGateway), way());
        });
        break;
      case 'late-504':
        scheduler.after(way(), owner, () => {
          if (isOver) return;
          end();
          arriveAfter(late(fate.late), () => void serve());
          resolve(responseOf({ ...written(badGateway), status: 504 }));
        });
        break;
      case 'lost':
        breakOff(way());
        break;
      case 'unanswered':
        arrive(way(), () => {
          serve();
          breakOff(way());
        });
        break;
      case 'late':
        breakOff(way(), () => void arriveAfter(late(fate.late), () => void serve()));
        break;
      case 'silent':
        onTheWay = { callOff: () => undefined, late: fate.late };
        break;
      case 'repeated':
        arrive(way(), () => {
          serve();
          // The connection breaks; the browser sends the same again on another one.
          arrive(way(), () => {
            const given = serve();
            if (fate.answered) answer(given, way());
            else breakOff(way());
          });
        });
        break;
    }
    return exchange;
  }

  /** Somebody edits what was just read, while the computer is held up. */
  function hold({ credential, fields, after, holds, by }: LateEdit): void {
    if (world.isCalm) return;
    world.tell(() => `the computer is held up for ${holds} ms by its ${by}`);
    scheduler.after(after, outside, () => {
      const isTaken = watch.edited(credential, () => platform.edit(credential, fields, world.now()));
      if (isTaken) world.tell(() => `somebody edits ${credential}: ${JSON.stringify(fields)}`);
    });
    if (by === 'sleep') scheduler.suspend(holds);
    else holdUp(holds);
  }

  function refusal(status: 401 | 429 | 500 | 502 | 504): PlatformAnswer {
    if (status === 429) return limitAnswer(10_000, scenario.switches);
    if (status === 401) return written(signedOut);
    return { ...written(status === 500 ? serverError : badGateway), status };
  }
}

function requestOf(nth: number, url: string, init: RequestInit, from: string): SentRequest {
  const headers = (init.headers ?? {}) as Record<string, string>;
  const text = typeof init.body === 'string' ? init.body : '';
  const key = headers['authorization']?.replace('Token token=', '') ?? null;
  const path = new URL(url).pathname;
  return { nth, from, method: init.method ?? 'GET', path, body: jsonOf(text), key };
}

function lateMs({ path }: SentRequest, changes: readonly Change[]): number {
  const id = /^\/v1\/credentials\/([^/]+)/.exec(path)?.[1];
  const change = changes.find(({ credential }) => credential === id);
  const isCostly =
    change !== undefined &&
    (change.credits > 0 || change.fields.some(({ attribute }) => attribute.startsWith('evidence-')));
  return isCostly ? MOST_LATE_MS.costly : MOST_LATE_MS.plain;
}

/** The part of a Response that the client uses. Real ones take ten times as long. */
function responseOf({ status, body, retryAfter }: PlatformAnswer): Response {
  const headers = { get: (name: string) => (name === 'retry-after' ? retryAfter : null) };
  return { status, type: 'basic', headers, text: () => Promise.resolve(body) } as unknown as Response;
}

function lineOf({ method, path, body }: SentRequest): string {
  return `${method} ${path}${method === 'GET' || path.endsWith('/search') ? '' : ` ${JSON.stringify(body)}`}`;
}

function wordsOf(fate: Fate): string {
  const words = Object.values(fate as Readonly<Record<string, string | number | boolean | null>>);
  return words.map((word) => (typeof word === 'number' ? String(Number(word.toFixed(3))) : word)).join(' ');
}
