import { openChannel, type StorageChanges, type TrialMessage } from './channel';
import { apiEvent } from './events';
import { manifestOf, messagesOf } from './own-files';

/** The id that the extension has in the trial. */
export const TRIAL_ID = 'update-credentials-trial';

/** `permissions`: all hosts are granted. */
export const granted = {
  contains: () => Promise.resolve(true),
  request: () => Promise.resolve(true),
};

/** When an alarm goes off: at a moment, or again and again. */
interface AlarmTime {
  /** Milliseconds since 1970. */
  readonly when?: number;
  readonly periodInMinutes?: number;
}

type Names = string | readonly string[] | null;

/** An area of the storage, in memory: a trial begins as a new installation each time. */
function storageArea(onChange: (changes: StorageChanges) => void) {
  const stored = new Map<string, unknown>();
  const namesOf = (names: Names) => (names === null ? [...stored.keys()] : [names].flat());
  return {
    get: (names: Names = null) =>
      Promise.resolve(
        Object.fromEntries(
          namesOf(names).flatMap((name) => (stored.has(name) ? [[name, stored.get(name)]] : [])),
        ),
      ),
    set: (values: Readonly<Record<string, unknown>>) => {
      const changed = Object.entries(structuredClone(values));
      for (const [name, value] of changed) stored.set(name, value);
      onChange(Object.fromEntries(changed.map(([name, newValue]) => [name, { newValue }])));
      return Promise.resolve();
    },
    remove: (names: Names) => {
      const gone = namesOf(names).filter((name) => stored.delete(name));
      onChange(Object.fromEntries(gone.map((name) => [name, {}])));
      return Promise.resolve();
    },
    clear: () => {
      stored.clear();
      return Promise.resolve();
    },
    setAccessLevel: () => Promise.resolve(),
  };
}

/**
 * The part of the browser's extension API that the background uses, for a worker of a page. Its
 * ports and storage are reached over the trial's channel.
 */
export function backgroundApi() {
  const manifest = manifestOf();
  const onConnect = apiEvent<[port: object]>();
  const onChanged = apiEvent<[changes: StorageChanges, area: string]>();
  const onAlarm = apiEvent<[alarm: { readonly name: string }]>();
  const ports = new Map<string, { receive(message: unknown): void; end(): void }>();
  const alarms = new Map<string, ReturnType<typeof setInterval>>();

  const local = storageArea((changes) => {
    onChanged.emit(changes, 'local');
    send({ kind: 'storage-changed', changes });
  });
  const session = storageArea((changes) => onChanged.emit(changes, 'session'));

  const connect = (port: string, name: string) => {
    const onMessage = apiEvent<[message: unknown]>();
    const onDisconnect = apiEvent<[]>();
    ports.set(port, { receive: onMessage.emit, end: onDisconnect.emit });
    onConnect.emit({
      name,
      sender: { id: TRIAL_ID, origin: location.origin },
      onMessage,
      onDisconnect,
      postMessage: (message: unknown) => send({ kind: 'to-page', port, message }),
      disconnect: () => ports.delete(port),
    });
  };
  const send = openChannel((message: TrialMessage) => {
    switch (message.kind) {
      case 'connect':
        return connect(message.port, message.name);
      case 'to-background':
        return ports.get(message.port)?.receive(message.message); // gone: the page was closed
      case 'disconnect': {
        ports.get(message.port)?.end(); // gone: it was told before
        return void ports.delete(message.port);
      }
      case 'storage':
        return void local[message.method](message.argument as never).then((value: unknown) =>
          send({ kind: 'stored', id: message.id, value }),
        );
      default:
        return undefined;
    }
  });

  return {
    runtime: {
      id: TRIAL_ID,
      onConnect,
      onStartup: apiEvent<[]>(),
      onInstalled: apiEvent<[]>(),
      getManifest: () => manifest,
      getPlatformInfo: () => Promise.resolve({}),
      getURL: (path: string) => location.origin + path,
    },
    storage: { local, session, managed: { get: () => Promise.resolve({}) }, onChanged },
    alarms: {
      onAlarm,
      create: (name: string, { when, periodInMinutes }: AlarmTime) => {
        clearInterval(alarms.get(name));
        const emit = () => onAlarm.emit({ name });
        alarms.set(
          name,
          periodInMinutes === undefined
            ? setTimeout(emit, (when ?? 0) - Date.now()) // no time at all: now
            : setInterval(emit, periodInMinutes * 60_000),
        );
        return Promise.resolve();
      },
      clear: (name: string) => {
        clearInterval(alarms.get(name));
        return Promise.resolve(alarms.delete(name));
      },
    },
    // No toolbar button: what it would show is in the panel as well.
    action: {
      setTitle: () => Promise.resolve(),
      setBadgeText: () => Promise.resolve(),
      setBadgeBackgroundColor: () => Promise.resolve(),
    },
    permissions: granted,
    i18n: { getMessage: messagesOf(navigator.languages) },
  };
}
