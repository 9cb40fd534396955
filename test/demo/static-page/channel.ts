/**
 * The one wire of the static trial: a BroadcastChannel between its worker (platform and
 * background), its pages and its service worker, which are all of one origin.
 */
export const CHANNEL = 'update-credentials-trial';

/** A change of the storage, as `storage.onChanged` tells it. */
export type StorageChanges = Readonly<Record<string, { readonly newValue?: unknown }>>;

export type TrialMessage =
  /** A page opens a port to the background, sends on it, or is gone. */
  | { readonly kind: 'connect'; readonly port: string; readonly name: string }
  | { readonly kind: 'to-background'; readonly port: string; readonly message: unknown }
  | { readonly kind: 'to-page'; readonly port: string; readonly message: unknown }
  | { readonly kind: 'disconnect'; readonly port: string }
  /** A page asks for the storage, or changes it. */
  | {
      readonly kind: 'storage';
      readonly id: string;
      readonly method: 'get' | 'set' | 'remove';
      readonly argument: unknown;
    }
  | { readonly kind: 'stored'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'storage-changed'; readonly changes: StorageChanges }
  /** The service worker passes on a request of the dashboard's frame, and gets its answer. */
  | {
      readonly kind: 'request';
      readonly id: string;
      readonly method: string;
      readonly url: string;
      readonly text: string;
    }
  | {
      readonly kind: 'response';
      readonly id: string;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: ArrayBuffer;
    };

export function openChannel(receive: (message: TrialMessage) => void) {
  const channel = new BroadcastChannel(CHANNEL);
  // Everybody on it is a part of the trial.
  channel.addEventListener('message', ({ data }: MessageEvent<TrialMessage>) => receive(data));
  return (message: TrialMessage) => channel.postMessage(message);
}
