import { useSignal } from '@preact/signals';
import type { Attribute } from '../../lib/credential/attribute';
import type { Entry } from '../../lib/journal/entry';
import type { Environment } from '../../lib/platform/environment';
import { entryLink } from '../../lib/report/entry-link';
import { writtenFields } from '../../lib/run/afterwards/undo';
import { attributeLabel } from '../parts/attribute-label';
import { valueText } from '../parts/value-text';
import { formatNumber, t } from '../text';
import { entryText } from './entry-text';

/** Entries drawn at once; more come on request, so that 100,000 do not freeze the panel. */
const AT_ONCE = 200;

/** Entries of a finished run: row, who with the link, and outcome. */
export function EntryList(props: {
  entries: readonly Entry[];
  attributes: readonly Attribute[];
  environment: Environment;
}) {
  const { entries, attributes, environment } = props;
  const shown = useSignal(AT_ONCE);
  return (
    <>
      <ul class="entries">
        {entries.slice(0, shown.value).map((entry) => (
          <li key={entry.credential} data-kind={entry.state.kind}>
            <span class="small quiet">{entry.change.row}</span>
            <span>
              <Who entry={entry} environment={environment} />
              <span class="line small quiet">{entry.change.who.email}</span>
            </span>
            <span>
              <span>{entryText(entry, attributes)}</span>
              <Written entry={entry} attributes={attributes} />
            </span>
          </li>
        ))}
      </ul>
      {entries.length > shown.value && (
        <button type="button" class="link" onClick={() => (shown.value += AT_ONCE)}>
          {t('show')} {formatNumber(Math.min(AT_ONCE, entries.length - shown.value))}
        </button>
      )}
    </>
  );
}

/** Old and new of each field that was written. */
function Written({ entry, attributes }: { entry: Entry; attributes: readonly Attribute[] }) {
  return writtenFields(entry.change, entry.state).map(({ attribute, before, after }) => (
    <span key={attribute} class="line small">
      {attributeLabel(attribute, attributes)}: <del>{valueText(before)}</del> <ins>{valueText(after)}</ins>
    </span>
  ));
}

/** The recipient, with the link to the credential where the platform gave one. */
export function Who({ entry, environment }: { entry: Entry; environment: Environment }) {
  const name = entry.change.who.name ?? entry.credential;
  const link = entryLink(entry, environment);
  if (link === null) return <span>{name}</span>;
  return (
    <a href={link} target="_blank" rel="noreferrer" aria-label={t('openCredential', name)}>
      {name}
    </a>
  );
}
