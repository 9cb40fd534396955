import { Hono } from 'hono';
import { respond, type Answer } from './answer';
import type { ApiContext } from './context';
import { putCredential, searchCredentials, viewCredential } from './credentials';
import { noSuchPath } from './errors';
import { createEvidence, deleteEvidence, putEvidence, viewEvidence } from './evidence-items';
import { searchAttributeKeys, searchGroups, viewGroup, viewIssuer } from './issuer';

/** The input of a route: its context, and the body (undefined when it was no JSON). */
export interface ApiBindings {
  readonly context: ApiContext;
  readonly body: unknown;
}

/** The endpoints of the API that the stand-in has. Everything else is a 404. */
export function apiRoutes(): Hono<{ Bindings: ApiBindings }> {
  const app = new Hono<{ Bindings: ApiBindings }>();
  const on = (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    answer: (context: ApiContext, body: unknown, param: (name: string) => string) => Answer,
  ): void => {
    app.on(method, path, (c) =>
      respond(answer(c.env.context, c.env.body, (name) => c.req.param(name) ?? '')),
    );
  };
  const item = '/v1/credentials/:id/evidence_items/:item';

  on('POST', '/v2/credentials/search', (context, body) => searchCredentials(body, context));
  on('GET', '/v1/credentials/:id', (context, _, param) => viewCredential(param('id'), context));
  on('PUT', '/v1/credentials/:id', (context, body, param) => putCredential(param('id'), body, context));
  on('POST', '/v1/credentials/:id/evidence_items', (context, body, param) =>
    createEvidence(param('id'), body, context),
  );
  on('GET', item, (context, _, param) => viewEvidence(param('id'), param('item'), context));
  on('PUT', item, (context, body, param) => putEvidence(param('id'), param('item'), body, context));
  on('DELETE', item, (context, _, param) => deleteEvidence(param('id'), param('item'), context));
  on('POST', '/v1/attribute_keys/search', (context, body) => searchAttributeKeys(body, context));
  on('GET', '/v1/issuer/details', (context) => viewIssuer(context));
  on('GET', '/v1/issuer/groups/:id', (context, _, param) => viewGroup(param('id'), context));
  on('POST', '/v1/issuer/groups/search', (context, body) => searchGroups(body, context));

  app.notFound(() => respond(noSuchPath));
  return app;
}
