import { withPart } from '../zip/with-part';
import { readZipDirectory } from '../zip/zip-directory';

const NO_STYLES = '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>';

/**
 * Adds empty styles to an OpenDocument file that has none. SheetJS insists on them, and they need
 * not be there (ODF 1.3 part 2, 3.1).
 */
export function withStyles(bytes: Uint8Array): Uint8Array {
  if (readZipDirectory(bytes)?.some(({ name }) => name === 'styles.xml') === true) return bytes;
  return withPart(bytes, 'styles.xml', new TextEncoder().encode(NO_STYLES)) ?? bytes;
}
