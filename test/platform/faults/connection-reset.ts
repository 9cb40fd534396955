/**
 * The connection broke before there was an answer. In a process the request's promise is rejected
 * with it, as `fetch` does with a TypeError; a server destroys the socket.
 */
export class ConnectionReset extends TypeError {
  override readonly name = 'TypeError';
  /**
   * May the client's network layer believe that nothing was answered, and silently send the request
   * again?
   */
  readonly resend: boolean;

  constructor(resend: boolean) {
    super('fetch failed', { cause: new Error('ECONNRESET: the stand-in broke the connection') });
    this.resend = resend;
  }
}
