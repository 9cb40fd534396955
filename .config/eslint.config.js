import signals from '@preact/eslint-plugin-signals';
import tseslint from 'typescript-eslint';
import { NO_NAVIGATION } from './no-navigation.js';

/**
 * What only ESLint knows: signals, by its plugin, and addresses that are opened. It needs types, because most signals are members of models; so only the folders
 * that have signals are given to it, by a project without the tests. All other rules are in oxlint.jsonc.
 */
export default [
  {
    files: ['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'lib/session/**/*.ts'],
    plugins: { signals },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['./tsconfig.signals.json'], tsconfigRootDir: import.meta.dirname },
    },
    // Directives of the other linter are none of this one's.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      ...NO_NAVIGATION,
      'signals/no-signal-write-in-computed': 'error',
      'signals/no-value-after-await': 'error',
      'signals/no-signal-truthiness': 'error',
      'signals/no-signal-in-component-body': 'error',
      'signals/no-conditional-value-read': 'error',
    },
  },
  // The other file tries them, to show that they lead nowhere.
  {
    files: ['entrypoints/address/go-to.ts', 'components/prove/channels.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
];
