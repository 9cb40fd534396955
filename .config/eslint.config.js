import signals from '@preact/eslint-plugin-signals';
import tseslint from 'typescript-eslint';

/** Rules that name real bugs. Layout is the formatter's business, names and size are the reviewer's. */
export default tseslint.config(
  { ignores: ['node_modules/', '.output/', '.wxt/', 'test/fixtures/'] },
  tseslint.configs.strictTypeChecked,
  {
    plugins: { signals },
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json'], tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      'signals/no-signal-write-in-computed': 'error',
      'signals/no-value-after-await': 'error',
      'signals/no-signal-truthiness': 'error',
      'signals/no-signal-in-component-body': 'error',
      'signals/no-conditional-value-read': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A default that means "all others" is a decision; one that means "never" is `assertNever`.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in template literals are how counts and row numbers are said.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => action()` as an event handler is the idiom of the views.
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['test/**'],
    // Command-line programs and test runners speak to a terminal.
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
