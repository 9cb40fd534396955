import type { CDPSession } from '@playwright/test';
import type { ExtensionBrowser } from '../e2e/extension-browser';

const MIB = 2 ** 20;

/**
 * The background's heap after a garbage collection, in MiB. Rejects when there is no background.
 */
export async function backgroundHeap({ context }: ExtensionBrowser): Promise<number> {
  const devTools = await context.browser()?.newBrowserCDPSession(); // a browser that was launched has one
  if (devTools === undefined) throw new Error('there is no browser to talk to');
  try {
    const { targetInfos } = await devTools.send('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.endsWith('/background.js'),
    );
    if (worker === undefined) throw new Error('the background is not running');
    // Not "flatten": the driver has no session for a target of its session.
    const { sessionId } = await devTools.send('Target.attachToTarget', { targetId: worker.targetId });
    await ask(devTools, sessionId, 'HeapProfiler.collectGarbage');
    const { usedSize } = (await ask(devTools, sessionId, 'Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize / MIB;
  } finally {
    await devTools.detach();
  }
}

let lastId = 0;

function ask(devTools: CDPSession, sessionId: string, method: string): Promise<unknown> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const hear = ({ message }: { readonly message: string }) => {
      const answer = JSON.parse(message) as { id?: number; result?: unknown; error?: { message: string } };
      if (answer.id !== id) return;
      devTools.off('Target.receivedMessageFromTarget', hear);
      if (answer.error === undefined) resolve(answer.result);
      else reject(new Error(`${method}: ${answer.error.message}`));
    };
    devTools.on('Target.receivedMessageFromTarget', hear);
    devTools
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .catch(reject);
  });
}
