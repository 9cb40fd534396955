/**
 * The settings of an organisation, by their names in the browser's managed storage
 * (docs/policies.md).
 */
export const POLICY_NAMES = [
  'environments',
  'rememberKey',
  'daysOfHistory',
  'neverChange',
  'mostRows',
  'mostCredits',
  'lookUpByIdOnly',
  'publicRecord',
  'fourEyesRequired',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];
