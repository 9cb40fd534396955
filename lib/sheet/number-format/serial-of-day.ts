import { daysSince1970, type Day } from '../../credential/day';

/** Serial 0 of the 1900 system as it counts from March 1900 on, as days since 1970-01-01. */
const ZERO_OF_1900 = -25_569;
/** 1 March 1900. Days before it are one serial earlier, as Excel has a 29 February 1900. */
const FIRST_SURE_SERIAL = 61;

/** Serial number of a day in the 1900 system: the inverse of `dayOfSerial`. 2027-01-31 -> 46418. */
export function serialOfDay(day: Day): number {
  const serial = daysSince1970(day) - ZERO_OF_1900;
  return serial < FIRST_SURE_SERIAL ? serial - 1 : serial;
}
