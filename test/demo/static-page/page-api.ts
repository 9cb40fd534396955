import { granted, TRIAL_ID } from './background-api';
import { openChannel, type StorageChanges } from './channel';
import { apiEvent } from './events';
import { manifestOf, messagesOf } from './own-files';

/** Members that the dashboard's page of the trial has for the panel in it. */
export interface TrialPage {
  /** A message to the content script, as `tabs.sendMessage` brings it; gives its answer. */
  askContentScript(question: unknown): Promise<unknown>;
}

/** The part of the browser's extension API that panel and content script use, for a page. */
export function pageApi() {
  const manifest = manifestOf();
  const onChanged = apiEvent<[changes: StorageChanges, area: string]>();
  const ports = new Map<string, (message: unknown) => void>();
  const asked = new Map<string, (value: unknown) => void>();
  const send = openChannel((message) => {
    if (message.kind === 'to-page') ports.get(message.port)?.(message.message); // another page's port
    if (message.kind === 'storage-changed') onChanged.emit(message.changes, 'local');
    if (message.kind === 'stored') {
      asked.get(message.id)?.(message.value); // another page's question
      asked.delete(message.id);
    }
  });
  const ask = (method: 'get' | 'set' | 'remove') => (argument: unknown) =>
    new Promise<unknown>((resolve) => {
      const id = crypto.randomUUID();
      asked.set(id, resolve);
      send({ kind: 'storage', id, method, argument });
    });
  addEventListener('pagehide', () => {
    for (const port of ports.keys()) send({ kind: 'disconnect', port });
  });
  return {
    runtime: {
      id: TRIAL_ID,
      getManifest: () => manifest,
      getURL: (path: string) => location.origin + path,
      onMessage: apiEvent<[message: unknown, sender: object, answer: (given: unknown) => void]>(),
      connect: ({ name }: { readonly name: string }) => {
        const port = crypto.randomUUID();
        const onMessage = apiEvent<[message: unknown]>();
        ports.set(port, onMessage.emit);
        send({ kind: 'connect', port, name });
        return {
          onMessage,
          onDisconnect: apiEvent<[]>(),
          postMessage: (message: unknown) => send({ kind: 'to-background', port, message }),
          disconnect: () => {
            ports.delete(port);
            send({ kind: 'disconnect', port });
          },
        };
      },
    },
    storage: { local: { get: ask('get'), set: ask('set'), remove: ask('remove') }, onChanged },
    permissions: granted,
    i18n: { getMessage: messagesOf(navigator.languages) },
  };
}
