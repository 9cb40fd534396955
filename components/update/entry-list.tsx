import { useSignal } from '@preact/signals';
import type { Attribute } from '../../lib/credential/attribute';
import type { Entry } from '../../lib/journal/entry';
import type { Environment } from '../../lib/platform/environment';
import { entryLink } from '../../lib/report/entry-link';
import { writtenFields } from '../../lib/journal/written-fields';
import { attributeKind, attributeLabel } from '../parts/attribute-label';
import { withSignsShown } from '../parts/shown-signs';
import { readableText, valueText } from '../parts/value-text';
import { t, tn } from '../text';
import { entryText } from './entry-text';

/** Entries drawn at once; more come on request, so that 100,000 do not freeze the panel. */
const AT_ONCE = 200;

interface Account {
  readonly attributes: readonly Attribute[];
  readonly environment: Environment;
}

/** Entries of a finished run: row, who, what changed or why not, and the link. */
export function EntryList(props: { entries: readonly Entry[]; labelledBy: string } & Account) {
  const { entries, labelledBy, attributes, environment } = props;
  const shown = useSignal(AT_ONCE);
  return (
    <>
      <table class="entries" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{t('recipient')}</th>
            <th scope="col">{t('whatChanged')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('result_link')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, shown.value).map((entry) => (
            <tr key={entry.credential} data-kind={entry.state.kind}>
              <td class="quiet">{entry.change.row}</td>
              <td>
                <bdi class="line">{withSignsShown(entry.change.who.name ?? entry.credential)}</bdi>
                <bdi class="line small quiet">{withSignsShown(entry.change.who.email ?? '')}</bdi>
              </td>
              <td>
                {entry.state.kind !== 'applied' && <span>{entryText(entry, attributes)}</span>}
                <Written entry={entry} attributes={attributes} />
              </td>
              <td>
                <OpenLink entry={entry} environment={environment} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown.value && (
        <button type="button" class="link" onClick={() => (shown.value += AT_ONCE)}>
          {tn('entriesMore', Math.min(AT_ONCE, entries.length - shown.value))}
        </button>
      )}
    </>
  );
}

/** Old and new of each field that was written, and that it cost a credit. */
function Written({ entry, attributes }: { entry: Entry; attributes: readonly Attribute[] }) {
  const { change, state } = entry;
  const doubled = 'doubled' in state;
  return (
    <>
      {writtenFields(change, state).map(({ attribute, before, after }) => {
        const kind = attributeKind(attribute, attributes);
        const isRenewal = attribute === 'expiry-date' && change.renews === true;
        return (
          <span key={attribute} class="line">
            {attributeLabel(attribute, attributes)}{' '}
            {before === null ? (
              <span class="quiet">{t('none')}</span>
            ) : (
              <del title={valueText(before)}>{withSignsShown(readableText(before, kind))}</del>
            )}{' '}
            <ins title={valueText(after)}>{withSignsShown(readableText(after, kind))}</ins>{' '}
            {isRenewal && <span class="mark">{tn('renewed', change.credits)}</span>}
          </span>
        );
      })}
      {doubled && state.kind === 'applied' && (
        <span class="line caution">{entryText(entry, attributes)}</span>
      )}
    </>
  );
}

/** The link to a credential, where the platform gave one. */
function OpenLink({ entry, environment }: { entry: Entry; environment: Environment }) {
  const link = entryLink(entry, environment);
  if (link === null) return null;
  const name = entry.change.who.name ?? entry.credential;
  return (
    <a class="open" href={link} target="_blank" rel="noreferrer" aria-label={t('openCredential', name)}>
      {t('openPage')}
    </a>
  );
}

/** The recipient, with the link to the credential where the platform gave one. */
export function Who({ entry, environment }: { entry: Entry; environment: Environment }) {
  const name = entry.change.who.name ?? entry.credential;
  const link = entryLink(entry, environment);
  if (link === null) return <bdi>{withSignsShown(name)}</bdi>;
  return (
    <a href={link} target="_blank" rel="noreferrer" aria-label={t('openCredential', name)}>
      <bdi>{withSignsShown(name)}</bdi>
    </a>
  );
}
