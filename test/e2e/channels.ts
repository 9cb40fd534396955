/*
 * Ways by which a script in a page could talk to somebody, as the text of the script: `H` is the
 * sink's origin, `P` its host and port. Each names itself by its path.
 */

const RTC = (url: string, more = '') => `
  const peer = new RTCPeerConnection({ iceServers: [{ urls: '${url}'${more} }], iceTransportPolicy: 'all' });
  peer.createDataChannel('x');
  await peer.setLocalDescription(await peer.createOffer());
  await new Promise((done) => setTimeout(done, 300));`;
const TURN = ", username: 'u', credential: 'p'";
const put = (tag: string, rest: string, where = 'body') =>
  `const e = document.createElement('${tag}'); ${rest}; document.${where}.append(e);`;
const link = (name: string, rel: string, rest = '') =>
  put('link', `e.rel = '${rel}'; e.href = H + '/c/${name}'; ${rest}`, 'head');

/** Open to a page and to a worker. */
export const COMMON: Readonly<Record<string, string>> = {
  fetch: `await fetch(H + '/c/fetch')`,
  'fetch-post': `await fetch(H + '/c/fetch-post', { method: 'POST', mode: 'no-cors', body: 'x', keepalive: true })`,
  xhr: `const x = new XMLHttpRequest(); x.open('GET', H + '/c/xhr'); x.send()`,
  websocket: `new WebSocket('ws://' + P + '/c/websocket')`,
  eventsource: `new EventSource(H + '/c/eventsource')`,
  import: `await import(H + '/c/import')`,
  caches: `await (await caches.open('x')).add(H + '/c/caches')`,
  webtransport: `await new WebTransport('https://' + P + '/c/webtransport').ready`,
};

/** Ways of a worker alone. */
export const OF_WORKER: Readonly<Record<string, string>> = {
  importscripts: `importScripts(H + '/c/importscripts')`,
  'worker-of-data': `new Worker('data:text/javascript,fetch(' + JSON.stringify(H + '/c/worker-of-data') + ')')`,
  'worker-of-blob': `new Worker(URL.createObjectURL(new Blob(['fetch(' + JSON.stringify(H + '/c/worker-of-blob') + ')'])))`,
  'prototype-fetch': `await Reflect.getPrototypeOf(Reflect.getPrototypeOf(self)).fetch.call(self, H + '/c/prototype-fetch')`,
};

/** Ways of a page alone. */
export const OF_PAGE: Readonly<Record<string, string>> = {
  beacon: `navigator.sendBeacon(H + '/c/beacon', 'x')`,
  'beacon-of-prototype': `Navigator.prototype.sendBeacon.call(navigator, H + '/c/beacon-of-prototype', 'x')`,
  stun: RTC('stun:${P}').replace("'stun:${P}'", "'stun:' + P"),
  turn: RTC('turn', TURN).replace("'turn'", "'turn:' + P"),
  'turn-tcp': RTC('turn', TURN).replace("'turn'", "'turn:' + P + '?transport=tcp'"),
  'rtc-of-frame': `const f = document.createElement('iframe'); document.body.append(f);
    const peer = new f.contentWindow.RTCPeerConnection({ iceServers: [{ urls: 'stun:' + P }] });
    peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer());
    await new Promise((done) => setTimeout(done, 300));`,
  'fetch-of-frame': `document.body.insertAdjacentHTML('beforeend', '<iframe></iframe>'); await window[0].fetch(H + '/c/fetch-of-frame')`,
  image: `new Image().src = H + '/c/image'`,
  'image-set': put('img', `e.srcset = H + '/c/image-set 1x'`),
  html: `document.body.insertAdjacentHTML('beforeend', '<img src="' + H + '/c/html">')`,
  svg: `const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const i = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    i.setAttribute('href', H + '/c/svg'); i.setAttribute('width', 9); i.setAttribute('height', 9); s.append(i); document.body.append(s)`,
  stylesheet: link('stylesheet', 'stylesheet'),
  style: put('style', `e.textContent = '@import url(' + H + '/c/style)'`, 'head'),
  'style-attribute': put(
    'div',
    `e.style.backgroundImage = 'url(' + H + '/c/style-attribute)'; e.style.height = '9px'`,
  ),
  'adopted-style': `const a = new CSSStyleSheet(); a.replaceSync('body::after { content: url(' + H + '/c/adopted-style) }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, a]`,
  font: `await new FontFace('x', 'url(' + H + '/c/font)').load()`,
  video: put('video', `e.src = H + '/c/video'; e.preload = 'auto'`),
  poster: put('video', `e.poster = H + '/c/poster'`),
  audio: `new Audio(H + '/c/audio').preload = 'auto'`,
  iframe: put('iframe', `e.src = H + '/c/iframe'`),
  object: put('object', `e.data = H + '/c/object'`),
  embed: put('embed', `e.src = H + '/c/embed'`),
  script: put('script', `e.src = H + '/c/script'`),
  speculation: put(
    'script',
    `e.type = 'speculationrules'; e.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [H + '/c/speculation'], eagerness: 'immediate' }] })`,
  ),
  preconnect: link('preconnect', 'preconnect'),
  prefetch: link('prefetch', 'prefetch'),
  preload: link('preload', 'preload', `e.as = 'image'`),
  modulepreload: link('modulepreload', 'modulepreload'),
  icon: link('icon', 'icon'),
  form: put('form', `e.action = H + '/c/form'; e.method = 'post'; e.target = '_blank'`) + 'e.submit()',
  'form-here': put('form', `e.action = H + '/c/form-here'`) + 'e.requestSubmit()',
  'window-open': `window.open(H + '/c/window-open')`,
  'window-of-prototype': `Window.prototype.open?.call(window, H + '/c/window-of-prototype') ?? open(H + '/c/window-of-prototype')`,
  'location-href': `location.href = H + '/c/location-href'`,
  'location-replace': `location.replace(H + '/c/location-replace')`,
  navigate: `navigation.navigate(H + '/c/navigate')`,
  'open-self': `window.open(H + '/c/open-self', '_self')`,
  'meta-refresh': put(
    'meta',
    `e.httpEquiv = 'refresh'; e.content = '0; url=' + H + '/c/meta-refresh'`,
    'head',
  ),
  'link-click': put('a', `e.href = H + '/c/link-click'; e.target = '_blank'`) + 'e.click()',
  'link-here': `const e = document.createElement('a'); e.href = H + '/c/link-here'; e.click()`,
  'link-of-nobody': `const e = document.createElement('a'); e.href = H + '/c/link-of-nobody'; e.target = '_blank'; e.dispatchEvent(new MouseEvent('click'))`,
  'link-download': `const e = document.createElement('a'); e.href = H + '/c/link-download'; e.download = 'x'; e.click()`,
  'link-ping': put('a', `e.href = '#x'; e.ping = H + '/c/link-ping'`) + 'e.click()',
  // Elements that are made without their name, or from one that is there.
  'link-of-clone': `const e = document.querySelector('link').cloneNode(); e.rel = 'preconnect'; e.href = H; document.head.append(e)`,
  'meta-of-clone': `const e = (document.querySelector('meta') ?? document.createElement('meta')).cloneNode();
    e.httpEquiv = 'refresh'; e.content = '0; url=' + H + '/c/meta-of-clone'; document.head.append(e)`,
  'frame-by-class': `class F extends HTMLIFrameElement {} customElements.define('x-frame', F, { extends: 'iframe' });
    const f = new F(); document.body.append(f); await f.contentWindow.fetch(H + '/c/frame-by-class')`,
  'frame-by-xslt': `const X = 'http://www.w3.org/1999/XSL/Transform'; const make = (name, into, more = {}) => {
      const e = sheet.createElementNS(X, 'xsl:' + name); for (const [key, value] of Object.entries(more)) e.setAttribute(key, value);
      into.append(e); return e; };
    const sheet = document.implementation.createDocument(X, 'xsl:stylesheet'); sheet.documentElement.setAttribute('version', '1.0');
    make('element', make('template', sheet.documentElement, { match: '/' }), { name: 'iframe', namespace: 'http://www.w3.org/1999/xhtml' });
    const p = new XSLTProcessor(); p.importStylesheet(sheet); const f = p.transformToFragment(document.implementation.createDocument(null, 'x'), document);
    document.body.append(f); await window[window.length - 1].fetch(H + '/c/frame-by-xslt')`,
  'frame-by-copy': `const d = new DOMParser().parseFromString('<iframe></iframe>', 'text/html');
    document.body.append(document.importNode(d.querySelector('iframe'), true)); await window[window.length - 1].fetch(H + '/c/frame-by-copy')`,
  'frame-by-range': `const f = document.createRange().createContextualFragment('<iframe></iframe>'); document.body.append(f);
    await window[window.length - 1].fetch(H + '/c/frame-by-range')`,
  'audio-worklet': `await new AudioContext().audioWorklet.addModule(H + '/c/audio-worklet')`,
  'paint-worklet': `await CSS.paintWorklet.addModule(H + '/c/paint-worklet')`,
  track: put(
    'video',
    `const t = document.createElement('track'); t.src = H + '/c/track'; t.default = true; t.kind = 'subtitles'; e.append(t); e.crossOrigin = 'anonymous'`,
  ),
  'input-image': put('input', `e.type = 'image'; e.src = H + '/c/input-image'`),
  background: `document.body.setAttribute('background', H + '/c/background')`,
  'svg-filter': `const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const i = document.createElementNS('http://www.w3.org/2000/svg', 'feImage');
    const f = document.createElementNS('http://www.w3.org/2000/svg', 'filter'); i.setAttribute('href', H + '/c/svg-filter'); f.append(i); s.append(f); document.body.append(s)`,
  'fetch-later': `fetchLater(H + '/c/fetch-later', { activateAfter: 0 })`,
  'service-worker': `await navigator.serviceWorker.register('/c/service-worker')`,
  'worker-remote': `new Worker(H + '/c/worker-remote')`,
  'shared-worker': `new SharedWorker(H + '/c/shared-worker')`,
};

/** By the extension's own API. */
export const OF_EXTENSION: Readonly<Record<string, string>> = {
  'tabs-create': `await chrome.tabs.create({ url: H + '/c/tabs-create' })`,
  'tabs-update': `await chrome.tabs.update({ url: H + '/c/tabs-update' })`,
  'windows-create': `await chrome.windows.create({ url: H + '/c/windows-create' })`,
  uninstall: `await chrome.runtime.setUninstallURL(H + '/c/uninstall')`,
  synchronised: `await chrome.storage.sync.set({ x: 'x' })`,
  'other-extension': `await chrome.runtime.sendMessage('abcdefghijklmnopabcdefghijklmnop', 'x')`,
};

/**
 * Ways that need an ordinary page of their own in the control: they leave the page, open another
 * one, or ask for its own origin.
 */
export const HAS_OWN_PAGE: ReadonlySet<string> = new Set([
  'form',
  'form-here',
  'link-click',
  'link-download',
  'link-of-nobody',
  'window-open',
  'window-of-prototype',
  'location-href',
  'location-replace',
  'navigate',
  'open-self',
  'meta-refresh',
  'link-here',
  'worker-remote',
  'shared-worker',
  'meta-of-clone',
  'service-worker',
]);

/** Ways that no sink hears from elsewhere, and why. They are tried all the same. */
export const UNHEARD: Readonly<Record<string, string>> = {
  uninstall: 'the browser goes there when the extension is removed',
  synchronised: 'the browser sends it, to its own maker',
  'other-extension': 'it goes to another extension, which is not there',
};

/** A script that goes by a channel and says what became of it; it never fails. */
export function scriptOf(channel: string, port: number): string {
  return `(async () => {
    const P = '127.0.0.1:${port}'; const H = 'http://' + P;
    try { ${channel}; return 'tried'; } catch (error) { return 'refused: ' + String(error); }
  })()`;
}
