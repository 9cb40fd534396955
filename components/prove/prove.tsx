import type { ReadonlySignal } from '@preact/signals';
import type { Sent } from '../../lib/rpc/contract/sent';
import type { StoredItem } from '../../lib/rpc/contract/stored-item';
import { t, tn } from '../text';
import type { FileCheck } from './check-files';
import { SentTable } from './sent-table';
import { StoredTable } from './stored-table';
import { WaysOut } from './ways-out';

/** Facts of this copy, as its manifest has them. */
export interface Manifest {
  readonly version: string;
  readonly permissions: readonly string[];
  readonly hosts: readonly string[];
  readonly policy: string;
}

/** Facts that are still being read are undefined; null: the background did not answer. */
export interface Proof {
  readonly manifest: Manifest;
  readonly files: ReadonlySignal<FileCheck | undefined>;
  readonly stored: ReadonlySignal<readonly StoredItem[] | null | undefined>;
  readonly sent: ReadonlySignal<Sent | null | undefined>;
}

/**
 * The page "Prove it": what this copy may do, sends and stores, each with how to check it without
 * us (docs/product.md 4).
 */
export function Prove({ proof }: { proof: Proof }) {
  const { manifest, files, stored, sent } = proof;
  return (
    <main class="prove">
      <h1>{t('prove')}</h1>
      <p>{t('proveIntro')}</p>
      <section aria-labelledby="prove-may">
        <h2 id="prove-may">{t('proveMay')}</h2>
        <dl>
          <dt>{t('proveVersion')}</dt>
          <dd>{manifest.version}</dd>
          <dt>{t('provePermissions')}</dt>
          <dd>
            <Names names={manifest.permissions} />
          </dd>
          <dt>{t('proveHosts')}</dt>
          <dd>
            <Names names={manifest.hosts} />
          </dd>
          <dt>{t('provePolicy')}</dt>
          <dd>
            <Names names={manifest.policy.split('; ')} />
          </dd>
        </dl>
        <p class="quiet">{t('proveMayCheck')}</p>
      </section>
      <section aria-labelledby="prove-files">
        <h2 id="prove-files">{t('proveFiles')}</h2>
        <Files check={files.value} />
        <p class="quiet">{t('proveFilesCheck')}</p>
      </section>
      <WaysOut />
      <section aria-labelledby="prove-stored">
        <h2 id="prove-stored">{t('proveStored')}</h2>
        <StoredTable stored={stored.value} />
        <p class="quiet">{t('proveStoredCheck')}</p>
      </section>
      <section aria-labelledby="prove-sent">
        <h2 id="prove-sent">{t('proveSent')}</h2>
        <SentTable sent={sent.value} />
        <p class="quiet">{t('proveSentCheck')}</p>
      </section>
    </main>
  );
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul dir="ltr">
      {names.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}

function Files({ check }: { check: FileCheck | undefined }) {
  if (check === undefined) return <p role="status">{t('proveFilesReading')}</p>;
  if (check.sum === null) {
    return (
      <p class="notice" role="alert">
        {t('proveFilesNoList')}
      </p>
    );
  }
  const wrong = [
    ...check.other.map((path) => t('proveFileOther', path)),
    ...check.missing.map((path) => t('proveFileMissing', path)),
  ];
  return (
    <>
      {wrong.length > 0 && (
        <div class="notice" role="alert">
          <ul>
            {wrong.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <p role="status">{tn('proveFilesSame', check.same)}</p>
      <p>
        {t('proveFilesSum')}: <code dir="ltr">{check.sum}</code>
      </p>
    </>
  );
}
