import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { credentialId, groupId } from '../../lib/credential/ids';
import type { BackgroundCommand } from '../../lib/rpc/contract/background-contract';
import { POLICY_CASES, type Answer, type Target } from '../fakes/forged-commands';
import { at, groupOf, writesOf } from '../platform/platform-watch';
import { launchWithExtension } from './extension-browser';
import { test } from './extension-test';
import { manageExtension, type ManagedExtension } from './managed-browser';

/*
 * docs/policies.md in a browser that an administrator manages: policies come from a file of the
 * computer through the browser's managed storage, and each refuses what a tampered panel would
 * send. Left out where the folder of policies cannot be written (test/run/needs.mjs).
 */

test.use({ platformOptions: { generate: 20 } });

const TAGS = ['@long', '@policy'];
/** The browser reads a changed file once it has been still for some seconds. */
const READ_AGAIN_MS = 60_000;

/** Sends a command to the background from a page of the extension, past every view. */
async function say(page: Page, command: BackgroundCommand): Promise<Answer> {
  return page.evaluate(
    (forged) =>
      new Promise<Answer>((resolve, reject) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { connect(how: { name: string }): ChromePort } };
        };
        interface ChromePort {
          postMessage(message: unknown): void;
          readonly onMessage: { addListener(listener: (message: Reply) => void): void };
        }
        interface Reply {
          readonly kind: string;
          readonly answer: Answer;
        }
        const port = chrome.runtime.connect({ name: 'update-credentials' });
        port.onMessage.addListener(({ kind, answer }) => {
          if (kind === 'answer') resolve(answer);
          if (kind === 'fault') reject(new Error(`no command: ${JSON.stringify(forged)}`));
        });
        port.postMessage({ kind: 'call', id: 1, command: forged });
      }),
    command,
  );
}

test('each policy refuses a forged command in the background', { tag: TAGS }, async ({ platform }) => {
  test.setTimeout(900_000);
  const { standIn } = platform;
  const managed = await manageExtension();
  const browser = await launchWithExtension({ platformPort: platform.port, extension: managed.folder });
  try {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${managed.id}/options.html`);
    const group = groupOf(standIn.state(), 555);
    const target: Target = {
      say: (command) => say(page, command),
      page: { environment: 'production', groupId: groupId('555') },
      account: { id: '3120', name: 'Northfield Institute' },
      credentials: [credentialId(at(group, 1).id), credentialId(at(group, 2).id)],
    };
    const before = standIn.state();
    const from = standIn.log.length;
    let previous: unknown = await say(page, { kind: 'read-policy' });
    for (const [name, one] of Object.entries(POLICY_CASES)) {
      if (one === null) continue;
      await managed.set({ [name]: one.refuses });
      await expect(async () => {
        const policy = await say(page, { kind: 'read-policy' });
        expect(policy).not.toEqual(previous);
      }, `${name} is read`).toPass({ timeout: READ_AGAIN_MS });
      previous = await say(page, { kind: 'read-policy' });
      expect(previous).toMatchObject({ value: { unreadable: [], unknown: [] } });
      for (const { what, forge, problem } of one.forgeries)
        expect(await forge(target), `${name}: ${what}`).toEqual(problem);
    }
    expect(writesOf(standIn, from)).toEqual([]);
    expect(standIn.log.length, 'nothing was asked of the platform either').toBe(from);
    expect(standIn.state()).toEqual(before);
  } finally {
    await browser.close();
    await managed.remove();
  }
});

test('the first page opens, and not where the policy says so', { tag: TAGS }, async ({ platform }) => {
  test.setTimeout(180_000);
  const managed = await manageExtension();
  try {
    expect(await opensFirstPage(managed, platform.port, 'on')).toBe(true);
    expect(await opensFirstPage(managed, platform.port, 'off')).toBe(false);
  } finally {
    await managed.remove();
  }
});

/** Whether the page opens in a new profile of a browser that has the policy from the start. */
async function opensFirstPage(
  managed: ManagedExtension,
  platformPort: number,
  firstPage: 'on' | 'off',
): Promise<boolean> {
  await managed.set({ firstPage });
  const profile = await mkdtemp(join(tmpdir(), 'update-credentials-first-page-'));
  // A profile that is there already is not waited for until the page opens.
  await mkdir(join(profile, 'Default'));
  const browser = await launchWithExtension({ platformPort, extension: managed.folder, profile });
  try {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${managed.id}/options.html`);
    const { value } = (await say(page, { kind: 'read-policy' })) as { value?: unknown };
    expect(value).toMatchObject({ mayOpenFirstPage: firstPage === 'on' });
    const opened = () => browser.context.pages().some((one) => one.url().endsWith('/welcome.html'));
    if (firstPage === 'on') await expect.poll(opened).toBe(true);
    return opened();
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}
