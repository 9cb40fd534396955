// @ts-check
import { existsSync } from 'node:fs';

/** Usual places of LibreOffice. */
const PLACES = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/usr/local/bin/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/**
 * The program of LibreOffice: SOFFICE_PATH, else the first of the usual places, else null.
 *
 * @returns {string | null}
 */
export function lookForOffice() {
  const given = process.env['SOFFICE_PATH'];
  if (given === undefined || given === '') return PLACES.find((place) => existsSync(place)) ?? null;
  if (!existsSync(given)) throw new Error(`SOFFICE_PATH names ${given}, and there is no such file.`);
  return given;
}

/**
 * The same for those who cannot go on without it.
 *
 * @returns {string}
 */
export function findOffice() {
  const found = lookForOffice();
  if (found === null) throw new Error(NO_OFFICE);
  return found;
}

export const NO_OFFICE =
  'No LibreOffice was found. Install it with Calc (Debian: libreoffice-calc), or set SOFFICE_PATH to its program.';
