/** The dashboard's files in the static trial: a static server gives them. */
export const asset = (): null => null;
