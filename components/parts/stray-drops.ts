/**
 * Refuses files that are dropped beside the drop zone, or on a step that takes none: the browser
 * would leave the panel and show such a file itself, which is not what was meant. What a part of
 * the panel has taken is left to it.
 */
export function refuseStrayDrops(panel: Window): void {
  panel.addEventListener('dragover', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  });
  panel.addEventListener('drop', (event) => event.preventDefault());
}
