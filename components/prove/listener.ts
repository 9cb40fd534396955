/**
 * Reads where a listener is: "192.0.2.7:9000", "localhost:9000", "[::1]:9000". Null: it is no name
 * or address with a port. Gives it as it stands in an address.
 */
export function listenerOf(text: string): string | null {
  const typed = text.trim();
  const port = Number(/:(\d{1,5})$/.exec(typed)?.[1] ?? 0); // 0: there is none
  if (port < 1 || port > 65_535 || !/^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\]):\d+$/i.test(typed)) return null;
  return URL.canParse(`http://${typed}/`) ? typed : null;
}
