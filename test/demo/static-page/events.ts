/** An event of the browser's extension API: listeners, and a way to call them. */
export function apiEvent<Arguments extends readonly unknown[]>() {
  const listeners = new Set<(...given: Arguments) => void>();
  return {
    addListener: (listener: (...given: Arguments) => void) => void listeners.add(listener),
    removeListener: (listener: (...given: Arguments) => void) => void listeners.delete(listener),
    emit: (...given: Arguments) => {
      for (const listener of listeners) listener(...given);
    },
  };
}
