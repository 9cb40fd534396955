/**
 * Lets waiting messages run, an abort among them. Throws the reason of an aborted signal. It posts
 * a message of its own: browsers delay nested timers by 4 ms, and a promise lets nothing in.
 */
export async function yieldToEventLoop(signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  signal.throwIfAborted();
}
