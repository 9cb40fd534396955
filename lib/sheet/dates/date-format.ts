/**
 * Order of day, month and year in a column of written dates. Cells that the file types as dates
 * need none.
 */
export type DateFormat = 'day-month-year' | 'month-day-year' | 'year-month-day';
