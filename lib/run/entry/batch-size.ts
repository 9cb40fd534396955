/**
 * Fewer entries than these fit into the first window of the pace when each is read: then batch
 * reads save nothing.
 */
export const LEAST_OPEN = 100;

/** Credentials that one batch read looks at. */
export const BATCH_SIZE = 40;
