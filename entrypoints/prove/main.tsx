import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/prove.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { checkFiles, type FileCheck } from '../../components/prove/check-files';
import { Prove, type Manifest } from '../../components/prove/prove';
import { language } from '../../components/text';
import { createBackgroundClient } from '../../lib/rpc/client/background-client';
import { BACKGROUND_PORT } from '../../lib/rpc/contract/port';
import type { Sent } from '../../lib/rpc/contract/sent';
import type { StoredItem } from '../../lib/rpc/contract/stored-item';
import { whenLanguageChanges } from '../language/message-sources';
import { speak } from '../language/speak';

/** The page "Prove it": reads what this copy may do, has stored and has sent, and shows it. */
await speak();

const root = document.getElementById('prove');
if (root === null) throw new Error('prove.html has no root');

const files = signal<FileCheck | undefined>(undefined);
const stored = signal<readonly StoredItem[] | null | undefined>(undefined);
const sent = signal<Sent | null | undefined>(undefined);
const draw = () =>
  render(<Prove key={language()} proof={{ manifest: readManifest(), files, stored, sent }} />, root);
draw();
whenLanguageChanges(() => void speak().then(draw));

void checkFiles(readOwnFile).then((check) => (files.value = check));
const background = createBackgroundClient(() => browser.runtime.connect({ name: BACKGROUND_PORT }));
const ask = () => {
  const answered = background.call({ kind: 'measure-stored' }).catch(() => null); // it does not answer
  void answered.then((found) => (stored.value = found?.ok === true ? found.value : null));
  const counted = background.call({ kind: 'read-sent' }).catch(() => null); // it does not answer
  void counted.then((found) => (sent.value = found?.ok === true ? found.value : null));
};
ask();
// An update may have gone on in another tab.
window.addEventListener('focus', ask);

/** The manifest as the browser has it; each list may be missing there. */
function readManifest(): Manifest {
  const manifest: {
    readonly version: string;
    readonly permissions?: readonly string[] | undefined;
    readonly host_permissions?: readonly string[] | undefined;
    readonly content_security_policy?: string | { readonly extension_pages?: string | undefined } | undefined;
  } = browser.runtime.getManifest();
  const {
    version,
    permissions = [],
    host_permissions: hosts = [],
    content_security_policy: policies,
  } = manifest;
  // Missing in a development build.
  const policy = (typeof policies === 'object' ? policies.extension_pages : policies) ?? '';
  return { version, permissions, hosts, policy };
}

/** A file of this copy; null where there is none. */
async function readOwnFile(path: string): Promise<ArrayBuffer | null> {
  const response = await fetch(`${location.origin}/${path}`).catch(() => null); // it is not there
  return response?.ok === true ? response.arrayBuffer() : null;
}
