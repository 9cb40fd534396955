/**
 * The id of the grid in its document, by itself so that what leads to the grid need not load it.
 */
export const GRID_ID = 'changes';
