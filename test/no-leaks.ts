import { afterAll, expect } from 'vitest';

/*
 * Runs before each test file (vitest.config.ts, setupFiles). Files share a process and come in any
 * order, so what one leaves behind would change another. A file that leaves a global (faked timers
 * too) or a variable of the environment otherwise than it found it fails.
 */

const before = globals();
const environment = { ...process.env };

afterAll(() => {
  const after = globals();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !isSame(before.get(name), after.get(name)),
  );
  expect(changed, 'globals that this file left behind').toEqual([]);
  expect({ ...process.env }, 'the environment that this file left behind').toEqual(environment);
});

/** Each global by its name. Vitest's own begin with two underscores. */
function globals(): ReadonlyMap<string, PropertyDescriptor> {
  const all = Object.entries(Object.getOwnPropertyDescriptors(globalThis));
  return new Map<string, PropertyDescriptor>(all.filter(([name]) => !name.startsWith('__')));
}

function isSame(was: PropertyDescriptor | undefined, is: PropertyDescriptor | undefined): boolean {
  if (was === undefined || is === undefined) return was === is;
  // Node puts what it loads late in the place of its getter, as `btoa` at the first use.
  if (was.get !== undefined && is.get === undefined) return true;
  return was.get === is.get && Object.is(was.value, is.value);
}
