/**
 * Puts a text into the clipboard; false where the browser does not let us: the frame's page may
 * forbid it.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
