import { Hono } from 'hono';
import { z } from 'zod';
import type { Parsed } from './parsed';
import type { LoggedRequest } from './request-log';
import type { ShownState } from './state/shown-state';

/** The actions of a test on a stand-in from outside, over HTTP or in the process. */
export interface Controls {
  state(): ShownState;
  readonly log: readonly LoggedRequest[];
  setSwitch(name: string, value: string): Parsed<null>;
  setFaults(rules: readonly string[]): Parsed<null>;
  /** Ends every session of the dashboard. */
  signOutAll(): void;
  /**
   * Changes a credential as another admin would, with the fields of a PUT; null clears, whatever
   * the switches say.
   */
  edit(reference: string, fields: Readonly<Record<string, unknown>>): Parsed<null>;
}

const switchBody = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number()]).transform(String),
});
const faultsBody = z.array(z.string());
const editBody = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  credential: z.record(z.string(), z.unknown()),
});

/** The paths under /stand-in/: not part of the platform, not in the log, not counted. */
export function controlRoutes(controls: Controls): Hono {
  const app = new Hono();

  function onPost<T>(path: string, schema: z.ZodType<T>, act: (body: T) => Parsed<null>): void {
    app.post(path, async (c) => {
      const text = await c.req.text();
      let json: unknown;
      try {
        json = text === '' ? null : JSON.parse(text);
      } catch {
        return c.json({ problem: 'The body is not JSON.' }, 400);
      }
      const body = schema.safeParse(json);
      if (!body.success) return c.json({ problem: z.prettifyError(body.error) }, 400);
      const result = act(body.data);
      return result.ok ? c.json({ done: true }) : c.json({ problem: result.problem }, 400);
    });
  }

  app.get('/stand-in/state', (c) => c.json(controls.state()));
  app.get('/stand-in/log', (c) => c.json(controls.log));
  onPost('/stand-in/switch', switchBody, ({ name, value }) => controls.setSwitch(name, value));
  onPost('/stand-in/faults', faultsBody, (rules) => controls.setFaults(rules));
  onPost('/stand-in/edit', editBody, ({ id, credential }) => controls.edit(id, credential));
  onPost('/stand-in/sign-out', z.unknown(), () => {
    controls.signOutAll();
    return { ok: true, value: null };
  });
  return app;
}
