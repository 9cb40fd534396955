/**
 * A sheet as text: the header, then the rows. Cells that hold the delimiter, a quote or a line
 * break are quoted.
 */
export function sheetText(rows: readonly (readonly string[])[], delimiter = ','): string {
  return rows
    .map((cells) =>
      cells
        .map((cell) =>
          cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(delimiter),
    )
    .join('\r\n');
}
