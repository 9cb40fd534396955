import type { BackgroundCommand } from './background-contract';

/** What is needed of an extension port (`browser.runtime.Port` has it). Messages are JSON. */
export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The name under which the panel and the popup open their port to the background. */
export const BACKGROUND_PORT = 'update-credentials';

/** From the panel: begin a command, or give it up. `id` is the panel's own count. */
export type PortRequest =
  | { readonly kind: 'call'; readonly id: number; readonly command: BackgroundCommand }
  | { readonly kind: 'abort'; readonly id: number };

/**
 * From the background: something on the way, the answer, or that a bug stopped it. A fault carries no words, because they
 * might hold a cell.
 */
export type PortReply =
  | { readonly kind: 'part'; readonly id: number; readonly part: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'fault'; readonly id: number };
