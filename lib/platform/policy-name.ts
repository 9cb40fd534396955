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
  'firstPage',
  'fourEyesRequired',
  'promiseRequired',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];
/** Settings by which a command of the panel may be refused. */
export type LimitName = Exclude<PolicyName, 'firstPage'>;
