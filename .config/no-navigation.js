/**
 * Refuses what takes this page, a tab or a form to an address, because an address can carry what
 * somebody typed or dropped. `entrypoints/address/go-to.ts` is the one file that may (docs/security.md).
 */
const MESSAGE =
  'Only entrypoints/address/go-to.ts opens addresses: one can carry a value (docs/security.md).';
const WINDOW = '/^(?:window|self|globalThis|top|parent|view|document)$/';

/** An object that is `location`, or somebody's `location`. */
const ofLocation = (path) => `:matches([${path}.name='location'], [${path}.property.name='location'])`;

const REFUSED = [
  `AssignmentExpression${ofLocation('left')}`,
  `AssignmentExpression[left.type='MemberExpression']${ofLocation('left.object')}`,
  `CallExpression[callee.property.name=/^(?:assign|replace)$/]${ofLocation('callee.object')}`,
  `CallExpression[callee.property.name='open'][callee.object.name=${WINDOW}]`,
  "CallExpression[callee.property.name='navigate']",
  'CallExpression[callee.property.name=/^(?:create|update)$/][callee.object.property.name=/^(?:tabs|windows)$/]',
  'CallExpression[callee.property.name=/^(?:setUninstallURL|requestSubmit)$/]',
  'JSXAttribute[name.name=/^(?:action|formAction|ping)$/]',
];

/**
 * Rules of ESLint. A local function may be called `open`: only the window's is refused.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
export const NO_NAVIGATION = {
  'no-restricted-syntax': ['error', ...REFUSED.map((selector) => ({ selector, message: MESSAGE }))],
  'no-restricted-globals': ['error', { name: 'open', message: MESSAGE }],
};
