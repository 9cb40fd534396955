import { Hono } from 'hono';
import { generateState } from '../../platform/generate/generate-state';
import { MAIN_GROUP } from '../../platform/generate/catalogue';
import { dayOf } from '../../platform/rules/days';
import { createStandIn, type StandIn } from '../../platform/stand-in';
import { ACCOUNTS } from '../../platform/stand-in-options';
import type { StandInState } from '../../platform/state/schema';
import { SITUATIONS } from '../situations/all';
import type { Beginning, Situation } from '../situations/situation';
import { menu } from './menu';

/** A spreadsheet file, ready to be downloaded. */
export interface Sheet {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A stand-in with a menu of situations: each start of one puts a new stand-in in its place. */
export interface Trial {
  /** Answers a request to the platform or to the menu. */
  fetch(request: Request, client?: string): Promise<Response>;
  readonly standIn: StandIn;
  /** The group that the present situation is about. */
  readonly group: number;
  /** The sheet of the present situation, made when it is asked for first. */
  sheet(): Sheet | null;
}

interface Started {
  readonly situation: Situation;
  readonly standIn: StandIn;
  readonly group: number;
  readonly sheet: () => Sheet | null;
}

/**
 * The generated state as an account and a group of its own. Else the extension would go on with
 * what it knows of the same account and group from an earlier situation: a run under way, a group
 * that it has read.
 */
function asAnother(state: StandInState, nth: number, group: number): StandInState {
  const idOf = (id: number) => (id === MAIN_GROUP ? group : id);
  return {
    ...state,
    issuer: { ...state.issuer, id: state.issuer.id + nth },
    groups: state.groups.map((of) => ({ ...of, id: idOf(of.id) })),
    credentials: state.credentials.map((of) => ({ ...of, group_id: idOf(of.group_id) })),
  };
}

/** Creates a trial at its first situation. `now`: milliseconds since 1970. */
export function createTrial(now: () => number = Date.now): Trial {
  let starts = 0;
  let started = start(SITUATIONS[0]);

  function start(situation: Situation): Started {
    const today = dayOf(now());
    const group = MAIN_GROUP + 1000 * starts;
    const made = generateState({ credentials: situation.options.generate ?? 200, seed: 1 + starts, today });
    const state = asAnother(made, starts, group);
    starts += 1;
    const beginning: Beginning = { credentials: state.credentials, group, today };
    let bytes: Uint8Array<ArrayBuffer> | null = null;
    const sheet = () => {
      if (situation.sheet === null) return null;
      bytes ??= new Uint8Array(situation.sheet.bytesOf(beginning));
      return { name: situation.sheet.name, bytes };
    };
    const standIn = createStandIn({
      ...situation.options,
      state,
      now,
      banner: menu({ situations: SITUATIONS, current: situation }),
      onAnswered: (answered) => meanwhile?.(answered),
    });
    const meanwhile = situation.meanwhile?.(standIn, group);
    return { situation, standIn, group, sheet };
  }

  const routes = new Hono();
  routes.post('/situations/:id/start', (c) => {
    const situation = SITUATIONS.find(({ id }) => id === c.req.param('id'));
    if (situation === undefined) return c.notFound();
    started = start(situation);
    return signIn(started, new URL(c.req.url).origin);
  });
  routes.get('/situations/:id/sheet', (c) => {
    const file = started.situation.id === c.req.param('id') ? started.sheet() : null;
    if (file === null) return c.notFound();
    return c.body(file.bytes, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${file.name}"`,
    });
  });

  return {
    async fetch(request, client) {
      const { pathname } = new URL(request.url);
      return pathname.startsWith('/situations/')
        ? routes.fetch(request)
        : started.standIn.fetch(request, client);
    },
    get standIn() {
      return started.standIn;
    },
    get group() {
      return started.group;
    },
    sheet: () => started.sheet(),
  };
}

/** Signs in as the first person and leads to the group, as the form of the sign-in page does. */
function signIn({ standIn, group }: Started, origin: string): Promise<Response> {
  const [{ email, password } = { email: '', password: '' }] = ACCOUNTS;
  const back = `/issuer/dashboard/group/${group}/information-and-appearance`;
  return standIn.fetch(
    new Request(`${origin}/login`, { method: 'POST', body: new URLSearchParams({ email, password, back }) }),
  );
}
