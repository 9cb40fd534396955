import { describe, expect, test } from 'vitest';
import { isInContainer, refuseContained } from '../../../../lib/rpc/background/container-guard';
import type { CommandHandlers, CommandKind } from '../../../../lib/rpc/contract/background-contract';
import { COMMANDS } from '../../../../lib/rpc/contract/commands';

/* Containers of Firefox: docs/security.md. */

describe('a tab is in a container', () => {
  test.each<[string, { readonly cookieStoreId?: string } | undefined, boolean]>([
    ['a tab of Firefox outside of containers', { cookieStoreId: 'firefox-default' }, false],
    ['a browser without containers', {}, false],
    ['no tab: the popup', undefined, false],
    ['a container', { cookieStoreId: 'firefox-container-2' }, true],
    ['one that an extension has made', { cookieStoreId: 'firefox-container-4711' }, true],
    ['a private window, which has a sign-in of its own too', { cookieStoreId: 'firefox-private' }, true],
    ['a kind that is not known yet', { cookieStoreId: 'firefox-site-2' }, true],
    ['an empty name', { cookieStoreId: '' }, true],
  ])('%s', (_, tab, expected) => {
    expect(isInContainer(tab)).toBe(expected);
  });
});

/** Commands that reach the platform, or begin work that does. */
const REFUSED: readonly CommandKind[] = [
  'connect',
  'give-key',
  'load-credentials',
  'look-up',
  'load-details',
  'locate',
  'find-moved',
  'prepare-run',
  'add-changes',
  'begin-run',
  'rehearse',
  'resume-run',
  'ask-public-now',
  'open-change-set',
];

test('there, each command is carried out or refused', async () => {
  const kinds = Object.keys(COMMANDS) as CommandKind[];
  const done: string[] = [];
  const handlers = Object.fromEntries(
    kinds.map((kind) => [kind, () => Promise.resolve(void done.push(kind))]),
  ) as unknown as CommandHandlers;
  const contained = refuseContained(handlers) as unknown as Record<string, () => Promise<unknown>>;
  const refused: string[] = [];
  for (const kind of kinds) {
    const before = done.length;
    const answer = await contained[kind]?.();
    if (done.length > before) continue;
    expect(answer).toEqual({ ok: false, problem: { code: 'in-container' } });
    refused.push(kind);
  }
  expect(refused).toEqual(REFUSED);
});
