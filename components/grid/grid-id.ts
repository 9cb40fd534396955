/** The id of the grid in its document: what leads to the grid finds it by this. */
export const GRID_ID = 'changes';
