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

/** Open to a page and to a worker alike. */
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

/** A script that goes by a channel and says what became of it; it never fails. */
export function scriptOf(channel: string, port: number): string {
  return `(async () => {
    const P = '127.0.0.1:${port}'; const H = 'http://' + P;
    try { ${channel}; return 'tried'; } catch (error) { return 'refused: ' + String(error); }
  })()`;
}
