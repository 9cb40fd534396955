import type { PlanObstacle } from './plan';

/** Whether an answer of the platform is missing: a plan may not rest on a guess. */
export function isIncomplete(obstacles: readonly PlanObstacle[]): boolean {
  return obstacles.some(({ code }) => code === 'details-missing' || code === 'not-looked-up');
}
