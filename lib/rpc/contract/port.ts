import type { BackgroundCommand } from './background-contract';

/** The part of `browser.runtime.Port` that is used. Messages are JSON. */
export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}

/** The name under which the panel and the popup open their port to the background. */
export const BACKGROUND_PORT = 'update-credentials';

/** A message of the panel: begin a command, or abort it. `id` counts the panel's commands. */
export type PortRequest =
  | { readonly kind: 'call'; readonly id: number; readonly command: BackgroundCommand }
  | { readonly kind: 'abort'; readonly id: number };

/**
 * A message of the background: a part, the answer, or a fault when a bug stopped the command. A
 * fault carries no text, which might hold a cell.
 */
export type PortReply =
  | { readonly kind: 'part'; readonly id: number; readonly part: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'fault'; readonly id: number };
