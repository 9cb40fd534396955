/**
 * Fewer entries than these fit into the first window of the pace when each is read: then batch
 * reads save nothing.
 */
export const LEAST_OPEN = 100;

/** Credentials that one batch read looks at. */
export const BATCH_SIZE = 40;

/** Entries of a run that are read by themselves before the first batch read. */
export const FIRST_READ = 20;
/** Searches of one batch: for its credentials, and for own ids that are their numbers. */
export const SEARCHES_OF_BATCH = 2;
