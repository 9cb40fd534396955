import type { PlanObstacle } from './plan';

/** Whether something is missing that only the platform can tell: nothing may be planned on a guess. */
export function isIncomplete(obstacles: readonly PlanObstacle[]): boolean {
  return obstacles.some(({ code }) => code === 'details-missing' || code === 'not-looked-up');
}
