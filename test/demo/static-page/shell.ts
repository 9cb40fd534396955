/*
 * The outer page of the static trial: starts its worker and its service worker, then shows the
 * dashboard in a frame.
 */

const state = document.querySelector<HTMLElement>('#state');
const frame = document.querySelector('iframe');
if (state === null || frame === null) throw new Error('The page lacks its parts.');

const say = (sentence: string) => {
  state.textContent = sentence;
  state.hidden = sentence === '';
};

async function start(show: HTMLIFrameElement): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js');
  await navigator.serviceWorker.ready;
  const worker = new Worker('/trial/worker.js');
  worker.addEventListener('error', () => say('The trial could not be started. Reload the page.'));
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    say('');
    show.src = String(data);
    show.hidden = false;
  });
}

if (!('serviceWorker' in navigator) || !window.isSecureContext) {
  say('The trial needs a browser with service workers, and an address with https or localhost.');
} else {
  // Two of them would both answer the requests of each other's frames.
  void navigator.locks.request('update-credentials-trial', { ifAvailable: true }, async (lock) => {
    if (lock === null) return say('The trial is open in another tab already.');
    await start(frame);
    return new Promise<never>(() => undefined);
  });
}
