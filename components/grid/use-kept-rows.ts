import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

interface KeptRow {
  readonly dependsOn: readonly unknown[];
  readonly drawn: VNode;
}

/**
 * Keeps what was drawn for each row as long as what it depends on is the same: a frame of scrolling
 * moves all rows and brings in one or two, and drawing all of them again takes longer than a frame.
 * Gives a function that draws a row (by its key) or takes the kept one; rows that were not asked
 * for in a rendering are forgotten.
 */
export function useKeptRows(): (key: number, dependsOn: readonly unknown[], draw: () => VNode) => VNode {
  const kept = useRef<ReadonlyMap<number, KeptRow>>(new Map());
  const before = kept.current;
  const now = new Map<number, KeptRow>();
  kept.current = now;
  return (key, dependsOn, draw) => {
    const last = before.get(key);
    const holds = last !== undefined && last.dependsOn.every((one, at) => one === dependsOn[at]);
    const drawn = holds ? last.drawn : draw();
    now.set(key, { dependsOn, drawn });
    return drawn;
  };
}
