import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createAssignmentStore, createKeyStore } from './stored/browser-stores';
import { createInstallation } from './stored/installation';
import type { RunId } from '../lib/journal/entry';
import { withRunBackups } from '../lib/journal/backed-up-journal';
import { withHistoryCopies } from '../lib/journal/copied-journal';
import { createFileBackups } from '../lib/journal/file-backups';
import { createFileHistory } from '../lib/journal/file-history';
import { openIdbJournal } from '../lib/journal/idb-journal';
import { countRecords } from '../lib/journal/journal-database';
import { removeLeftoverSecrets } from '../lib/journal/leftover-secrets';
import { withHistoryTimeouts, withTimeouts } from '../lib/journal/timed-backups';
import { apiOrigin } from '../lib/platform/hosts';
import { sleep } from '../lib/platform/sleep';
import { createBackgroundHandlers } from '../lib/rpc/background/background-handlers';
import { serveBackground } from '../lib/rpc/background/background-server';
import { isInContainer, refuseContained } from '../lib/rpc/background/container-guard';
import { listStored } from '../lib/rpc/background/list-stored';
import { createSentLog } from '../lib/rpc/background/sent-log';
import { parseCommand } from '../lib/rpc/background/command-schema';
import { createFaultLog } from '../lib/report/problem/fault-log';
import { BACKGROUND_PORT } from '../lib/rpc/contract/port';
import { SETTINGS_NAME } from '../lib/rpc/background/settings-store';
import { ok } from '../lib/result';
import { createFileSecrets } from '../lib/secrets/file-secrets';
import type { Secrets } from '../lib/secrets/secrets';
import { withSecretTimeouts } from '../lib/secrets/timed-secrets';
import { createBadges } from './badge/badges';
import { FIRST_PAGE_NAME, openOnce } from './welcome/open-once';

/** The browser stops an idle background after 30 s. Any call of its API starts that time again. */
const STAY_AWAKE_MS = 20_000;
/** Names in the storage that "Delete everything" leaves. */
const KEPT_SETTINGS = [SETTINGS_NAME, 'language', 'installation', FIRST_PAGE_NAME];
/** Counts of requests, in the memory of the browser; no value is in them. */
const SENT_NAME = 'sent';
const WAKE_ALARM = 'go-on';
/** How often the values of runs that are due are deleted, in a browser that is never closed. */
const FORGET_MINUTES = 12 * 60;
const FORGET_ALARM = 'forget-values';
/** Public records are asked again (lib/run/public-check). */
const PUBLIC_ALARM = 'ask-public';
const PUBLIC_NAME = 'public-checks';

/**
 * Sends the requests to the platform, keeps the journal, works on runs. The browser may stop it at
 * any moment: everything that matters is in the journal, and each start continues from there
 * (docs/architecture.md).
 */
export default defineBackground(() => {
  const awake = createAwake();
  const badges = createBadges();
  const ownFiles = () => navigator.storage.getDirectory();
  const secrets = withSecretTimeouts(createFileSecrets(ownFiles), sleep);
  const { session } = browser.storage;
  const sent = createSentLog({
    store: {
      load: async () => (await session.get(SENT_NAME))[SENT_NAME],
      save: (all) => session.set({ [SENT_NAME]: all }),
    },
    now: Date.now,
    onFault: report,
  });
  let runsAtWork = 0;
  const background = createBackgroundHandlers({
    fetch: sent.watched((url, init) => fetch(url, init)),
    sent,
    listStored: () =>
      listStored({
        local: () => browser.storage.local.get(null),
        session: () => browser.storage.session.get(null),
        files: ownFiles,
        tables: () => countRecords(),
      }),
    now: Date.now,
    ticks: () => performance.now(),
    sleep,
    random: Math.random,
    keys: createKeyStore(secrets),
    assignments: createAssignmentStore(secrets),
    settings: { get: () => local.get(SETTINGS_NAME), put: (all) => local.put(SETTINGS_NAME, all) },
    accounts: local,
    lastEnvironment: {
      load: () => local.get('environment'),
      save: (used) => local.put('environment', used),
    },
    publicChecks: { get: () => local.get(PUBLIC_NAME), put: (all) => local.put(PUBLIC_NAME, all) },
    onWakeAt(at) {
      if (at === null) void browser.alarms.clear(PUBLIC_ALARM);
      else void browser.alarms.create(PUBLIC_ALARM, { when: at });
    },
    managed: readManaged,
    mayReach: (environment) => browser.permissions.contains({ origins: [`${apiOrigin(environment)}/*`] }),
    installation: createInstallation(),
    clearStorage: async () => {
      await secrets.clear();
      await sent.clear();
      // Settings are no values, and a new start should not have to find them again.
      const kept = await browser.storage.local.get(KEPT_SETTINGS);
      for (const area of [browser.storage.session, browser.storage.local]) await area.clear();
      await browser.storage.local.set(kept);
    },
    paceMemory: {
      load: () => local.get('pace'),
      // The few requests without a run need not be remembered.
      save: async (ended) => {
        if (runsAtWork > 0) await local.put('pace', ended);
      },
    },
    pageSizeMemory: (environment) => ({
      load: () => local.get(`pages:${environment}`),
      save: (known) => local.put(`pages:${environment}`, known),
    }),
    openJournal: () => openJournal(secrets, ownFiles),
    newRunId: () => crypto.randomUUID() as RunId,
    locks: {
      request: (name, options, work) => navigator.locks.request(name, options, work),
    },
    keepAwake: (needed) => {
      runsAtWork += needed ? 1 : -1;
      awake.need(needed ? 1 : -1);
    },
    onBadge: (badge, wakeEveryMs) => {
      badges.show(badge);
      wakeAgain(wakeEveryMs);
    },
    program: {
      version: browser.runtime.getManifest().version,
      userAgent: navigator.userAgent,
      faults: () => faults.places(),
      runningForMs: () => performance.now(),
    },
    onFault: report,
  });
  const resume = () => {
    // Opening the journal may take long, when a large run that the browser has lost is restored.
    awake.need(1);
    void background
      .wake()
      .catch(report)
      .finally(() => awake.need(-1));
  };

  browser.runtime.onConnect.addListener((port) => {
    // Pages of this extension only: no content script, no host page, no other extension
    // (docs/architecture.md).
    const sender = port.sender;
    if (port.name !== BACKGROUND_PORT || sender?.id !== browser.runtime.id) return;
    if (sender.origin !== location.origin) return;
    serveBackground(port, {
      handlers: isInContainer(sender.tab) ? refuseContained(background.handlers) : background.handlers,
      parse: parseCommand,
      onFault: report,
      onBusy: (by) => awake.need(by),
    });
  });
  // The browser starts the background for these events: at its own start, after an update, and
  // during a run.
  browser.runtime.onStartup.addListener(resume);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    resume();
    void openOnce(reason, readManaged).catch(report);
  });
  browser.alarms.onAlarm.addListener(resume);
  void browser.alarms.create(FORGET_ALARM, { periodInMinutes: FORGET_MINUTES });
  resume();
});

/**
 * Opens the journal, with a backup of each run under way and a copy of each that is over in the
 * extension's own file system.
 */
async function openJournal(
  secrets: Secrets,
  ownFiles: () => Promise<FileSystemDirectoryHandle>,
): ReturnType<typeof openIdbJournal> {
  const opened = await openIdbJournal({ secrets, now: Date.now });
  if (!opened.ok) return opened;
  const backups = withTimeouts(createFileBackups(ownFiles, secrets), sleep);
  const copies = withHistoryTimeouts(createFileHistory(ownFiles, secrets), sleep);
  // The history first: a run that is over must not come back from a leftover of its backup.
  const { journal: copied } = await withHistoryCopies(opened.value, copies, report);
  const journal = await withRunBackups(copied, backups, { now: Date.now, onFault: report });
  await removeLeftoverSecrets(secrets, journal, backups, copies).catch(report);
  return ok(journal);
}

/** Keeps the browser from stopping the background while it is needed. */
function createAwake() {
  let needs = 0;
  let timer: ReturnType<typeof setInterval> | null = null;
  return {
    /** Notes that a need begins (1) or ends (-1). */
    need(by: 1 | -1) {
      needs += by;
      if (needs > 0 && timer === null) {
        timer = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE_MS);
      } else if (needs === 0 && timer !== null) {
        clearInterval(timer);
        timer = null;
      }
    },
  };
}

/**
 * Sets the alarm that wakes the background while a run can continue by itself. An alarm of the same
 * period stays.
 */
let wakesEvery: number | null | undefined;
function wakeAgain(everyMs: number | null): void {
  if (everyMs === wakesEvery) return;
  wakesEvery = everyMs;
  if (everyMs === null) void browser.alarms.clear(WAKE_ALARM);
  else void browser.alarms.create(WAKE_ALARM, { periodInMinutes: everyMs / 60_000 });
}

/**
 * Reads what the organisation has set (docs/policies.md). Firefox rejects where nobody manages it;
 * any other failure leaves it unknown, which has the strictest meaning.
 */
async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch (reason) {
    return /manifest not found/i.test(String(reason)) ? {} : undefined;
  }
}

/** Stores as it is what holds no value of a sheet and no key (docs/privacy.md). */
const local = {
  get: async (name: string): Promise<unknown> => (await browser.storage.local.get(name))[name],
  put: (name: string, value: object) => browser.storage.local.set({ [name]: value }),
};

const faults = createFaultLog();

/**
 * Logs a bug for the extension's developer: only its place in the code, because its message may
 * hold a cell.
 */
function report(error: unknown): void {
  // eslint-disable-next-line no-console -- the background has no page to show a bug on.
  console.error(`Update Credentials: a fault in the background. ${faults.note(error)}`);
}
