import { createBackgroundClient } from '../../lib/rpc/client/background-client';
import type { CommandHandlers } from '../../lib/rpc/contract/background-contract';
import { serveBackground } from '../../lib/rpc/background/background-server';
import { parseCommand } from '../../lib/rpc/background/command-schema';
import { portPair, type FakePort } from './ports';

/** A client whose ports are each served by these handlers, as by a new background. */
export function servedBackground(handlers: Partial<CommandHandlers>) {
  const panelEnds: FakePort[] = [];
  const serverEnds: FakePort[] = [];
  const faults: unknown[] = [];
  let busy = 0;
  const client = createBackgroundClient(() => {
    const [panel, server] = portPair();
    panelEnds.push(panel);
    serverEnds.push(server);
    serveBackground(server, {
      handlers: handlers as CommandHandlers,
      parse: parseCommand,
      onFault: (error) => faults.push(error),
      onBusy: (by) => (busy += by),
    });
    return panel;
  });
  return { client, panelEnds, serverEnds, faults, busy: () => busy };
}
