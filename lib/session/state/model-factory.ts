import { createModel, type ModelFactory } from '@preact/signals-core';

/**
 * Makes the factory of a model: what it gives are signals that views read, and actions. An action
 * writes all its signals in one batch and subscribes to none of those that it reads.
 */
export function modelFactory<Model, Deps extends unknown[]>(
  build: (...deps: Deps) => Model,
): (...deps: Deps) => Model {
  const Constructor = createModel(build as ModelFactory<Model, Deps>);
  return (...deps) => new Constructor(...deps) as Model;
}
