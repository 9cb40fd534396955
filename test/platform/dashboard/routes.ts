import { Hono } from 'hono';
import { sessionCookie, SET_SESSION_HEADER } from '../access/sessions';
import { cookieDomain } from '../hosts';
import { asset } from './assets';
import { CONTENT_SECURITY_POLICY } from './content-security-policy';
import { dashboardApi } from './dashboard-api';
import { appPage, messagePage, signInPage } from './page-html';
import { showCredential } from './public-page';
import type { Site } from './site';

const GROUPS = '/issuer/dashboard/groups';

/** A path of this site to go back to; another site's address behind `//` or `\` is none. */
const backPath = (text: string | undefined): string =>
  text !== undefined && /^\/(?![/\\])/.test(text) ? text : GROUPS;

/** An app with what every page has in common: the policy, and the few files. */
function pages(): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
    c.header('cache-control', 'no-store');
  });
  app.get('/assets/:name', (c) => {
    const file = asset(c.req.param('name'));
    return file === null ? c.notFound() : c.body(file.text, 200, { 'content-type': file.type });
  });
  return app;
}

/**
 * The dashboard's host: sign-in, the single-page app under /issuer/, its JSON, and credentials'
 * public pages.
 */
export function dashboardRoutes(site: Site): Hono {
  const { store, sessions, banner } = site;
  const app = pages();

  app.get('/login', (c) =>
    c.html(signInPage(store.issuer(), backPath(c.req.query('back')), '', false, banner)),
  );

  app.post('/login', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const [email, back] = [form.get('email') ?? '', backPath(form.get('back') ?? undefined)];
    const session = sessions.signIn(email, form.get('password') ?? '');
    if (session === null) return c.html(signInPage(store.issuer(), back, email, true, banner), 422);
    c.header('set-cookie', sessionCookie(session, cookieDomain(new URL(c.req.url).hostname)));
    c.header(SET_SESSION_HEADER, session);
    return c.redirect(back, 303);
  });

  app.post('/logout', (c) => {
    sessions.signOut(c.req.raw.headers);
    c.header('set-cookie', sessionCookie('', cookieDomain(new URL(c.req.url).hostname)));
    c.header(SET_SESSION_HEADER, '');
    return c.redirect('/login', 303);
  });

  app.get('/', (c) => c.redirect(GROUPS));
  app.get('/issuer', (c) => c.redirect(GROUPS));
  app.get('/issuer/*', (c) => {
    if (sessions.accountOf(c.req.raw.headers) !== null)
      return c.html(appPage(site.switches()['tab-bar'], banner));
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`/login?back=${encodeURIComponent(pathname + search)}`);
  });

  app.route('/dashboard-api', dashboardApi(site));
  app.get('/credential/:reference', (c) => showCredential(c, c.req.param('reference'), site));
  app.notFound((c) => c.html(messagePage('Page not found', 'The address leads nowhere.'), 404));
  return app;
}

/** The host of public pages, credential.net: /{encoded_id}. */
export function publicRoutes(site: Site): Hono {
  const app = pages();
  app.get('/:reference', (c) => showCredential(c, c.req.param('reference'), site));
  app.notFound((c) => c.html(messagePage('Page not found', 'The address leads nowhere.'), 404));
  return app;
}
