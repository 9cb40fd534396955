import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { ShapeGroup } from '../../review/cross-row/review';
import type { WarningCode } from '../../review/terms/finding';

/**
 * A mark of the admin on a group of changes of one shape: its rows were looked at, or are right.
 */
type ShapeMark = 'looked' | 'right';

export interface ShapeMarks {
  has(mark: ShapeMark, code: WarningCode, group: ShapeGroup): boolean;
}

/**
 * Marks of groups, of all kinds of warning; they stay while an item is folded. A group is marked as
 * it was then: with another row in it, it is asked about again.
 */
export function createShapeMarks(): {
  readonly marks: ReadonlySignal<ShapeMarks>;
  mark(mark: ShapeMark, code: WarningCode, group: ShapeGroup, isOn: boolean): void;
  clear(): void;
} {
  const marked = signal<ReadonlySet<string>>(new Set());
  const marks = computed<ShapeMarks>(() => {
    const keys = marked.value;
    return { has: (mark, code, group) => keys.has(keyOf(mark, code, group)) };
  });
  return {
    marks,
    mark(mark, code, group, isOn) {
      const next = new Set(marked.peek());
      const key = keyOf(mark, code, group);
      if (isOn) next.add(key);
      else next.delete(key);
      marked.value = next;
    },
    clear() {
      marked.value = new Set();
    },
  };
}

function keyOf(mark: ShapeMark, code: WarningCode, { attribute, key, count }: ShapeGroup): string {
  return JSON.stringify([mark, code, attribute, key, count]);
}
