import type { Port } from '../../lib/rpc/contract/port';

/** One end of a pair of ports, with what was posted to it. */
export interface FakePort extends Port {
  readonly received: unknown[];
}

/**
 * Two connected ports, like an extension's. Messages arrive later, in order, as JSON copies. Only
 * the other end gets the event of a disconnection.
 */
export function portPair(): readonly [FakePort, FakePort] {
  let isOpen = true;
  const end = () => {
    const messages: ((message: unknown) => void)[] = [];
    const disconnects: (() => void)[] = [];
    return { messages, disconnects, received: [] as unknown[] };
  };
  const ends = [end(), end()] as const;
  const portOf = (own: (typeof ends)[number], other: (typeof ends)[number]): FakePort => ({
    received: own.received,
    postMessage(message) {
      if (!isOpen) throw new Error('Attempting to use a disconnected port object');
      const copy: unknown = JSON.parse(JSON.stringify(message));
      queueMicrotask(() => {
        if (!isOpen) return;
        other.received.push(copy);
        for (const listener of other.messages) listener(copy);
      });
    },
    disconnect() {
      isOpen = false;
      queueMicrotask(() => {
        for (const listener of other.disconnects) listener();
      });
    },
    onMessage: { addListener: (listener) => void own.messages.push(listener) },
    onDisconnect: { addListener: (listener) => void own.disconnects.push(listener) },
  });
  return [portOf(ends[0], ends[1]), portOf(ends[1], ends[0])];
}
