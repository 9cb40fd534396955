/** Rows of a trial: few enough to be looked at one by one. */
export const ROWS_OF_TRIAL = 3;
