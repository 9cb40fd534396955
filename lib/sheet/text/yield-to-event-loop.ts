/**
 * Lets the messages that wait for this thread come in (an abort among them), then goes on; throws the reason of an
 * aborted signal. By a message of its own: browsers make nested timers wait 4 ms, and a promise lets nothing in.
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
