import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchWithExtension } from './extension-browser';
import { test } from './extension-test';
import { extensionOrigin } from './reset-extension';
import { wordsOf } from './words-of';

/* docs/product.md 1: a page opens once after the installation, and never again. */

test(
  'the first page opens once, says how to begin, and speaks the language that is chosen',
  { tag: '@long' },
  async ({ platform }) => {
    const profile = await mkdtemp(join(tmpdir(), 'update-credentials-'));
    const launch = () => launchWithExtension({ platformPort: platform.port, profile, keepFirstPage: true });
    const first = await launch();
    try {
      const [page] = first.context.pages().filter((one) => one.url().endsWith('/welcome.html'));
      if (page === undefined) throw new Error('no first page');
      await expect(page.getByRole('heading', { name: 'Update Credentials is installed' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Open the dashboard: Sandbox' })).toHaveAttribute(
        'href',
        'https://sandbox.dashboard.accredible.com',
      );
      await expect(page.getByRole('table')).toContainText('Accredible');
      const words = wordsOf('de');
      await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
      await expect(page.getByRole('heading', { name: words('welcomeTitle') })).toBeVisible();
    } finally {
      await first.close();
    }

    const second = await launch();
    try {
      // The background has heard of its start by the time it answers.
      const popup = await second.context.newPage();
      await popup.goto(`${extensionOrigin(await second.background())}/popup.html`);
      await expect(popup.getByText(wordsOf('de')('popupNoRun'))).toBeVisible();
      expect(second.context.pages().map((page) => page.url())).not.toContainEqual(
        expect.stringContaining('/welcome.html'),
      );
    } finally {
      await second.close();
      await rm(profile, { recursive: true, force: true });
    }
  },
);
