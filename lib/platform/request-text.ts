/** The body of a request, byte for byte as it is sent; null where it has none. */
export function bodyText({ body }: { readonly body?: unknown }): string | null {
  return body === undefined ? null : JSON.stringify(body);
}
