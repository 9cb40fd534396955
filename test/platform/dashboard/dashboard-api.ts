import { Hono } from 'hono';
import type { Credential } from '../state/schema';
import type { Site } from './site';

const PAGE_SIZE = 25;

const row = (credential: Credential) => ({
  id: credential.id,
  name: credential.recipient.name,
  email: credential.recipient.email,
  grade: credential.grade,
  issued_on: credential.issued_on,
  expired_on: credential.expired_on,
  published: credential.approve,
  page: `/credential/${credential.encoded_id}`,
});

/**
 * The JSON that the dashboard's own pages read, by session only: under /dashboard-api/, apart from
 * the public API.
 */
export function dashboardApi({ store, sessions }: Site): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    if (sessions.accountOf(c.req.raw.headers) === null) return c.json({ error: 'signed-out' }, 401);
    return next();
  });

  app.get('/me', (c) => {
    const account = sessions.accountOf(c.req.raw.headers);
    const { name, certificate_left: credits } = store.issuer();
    return c.json({ account: { name: account?.name, email: account?.email }, issuer: { name, credits } });
  });

  app.get('/groups', (c) => {
    const counts = new Map<number, number>();
    for (const { group_id: id } of store.credentials()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const groups = store.groups.map((group) => ({
      id: group.id,
      name: group.name,
      updated_at: group.updated_at,
      credentials: counts.get(group.id) ?? 0,
    }));
    return c.json({ groups });
  });

  app.get('/groups/:id', (c) => {
    const group = store.group(Number(c.req.param('id')));
    return group === undefined ? c.json({ error: 'not-found' }, 404) : c.json({ group });
  });

  app.get('/groups/:id/credentials', (c) => {
    const id = Number(c.req.param('id'));
    const words = (c.req.query('search') ?? '').trim().toLowerCase();
    const found = store
      .credentials()
      .filter(
        ({ group_id, recipient }) =>
          group_id === id && `${recipient.name} ${recipient.email}`.toLowerCase().includes(words),
      );
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    const page = Math.min(pages, Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1));
    const credentials = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(row);
    return c.json({ credentials, page, pages, count: found.length });
  });

  return app;
}
