import { uint8At } from '../../element-at';

/** Hash of a local name, so that names are compared without making strings. */
export function nameCode(name: string): number {
  let code = 0;
  for (let at = 0; at < name.length; at += 1) code = (Math.imul(code, 31) + name.charCodeAt(at)) | 0;
  return code;
}

/** Codes of several names, in order. */
export function nameCodes<const Names extends readonly string[]>(
  ...names: Names
): { readonly [Index in keyof Names]: number } {
  return names.map(nameCode) as { readonly [Index in keyof Names]: number };
}

/** Code of the name in these bytes. */
export function nameCodeOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let code = 0;
  for (let at = from; at < to; at += 1) code = (Math.imul(code, 31) + uint8At(bytes, at)) | 0;
  return code;
}
