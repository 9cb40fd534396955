import { useEffect, useRef } from 'preact/hooks';
import { attributesOf } from '../../lib/credential/attributes';
import { dayOfMoment } from '../../lib/credential/day';
import type { Session } from '../../lib/session/session';
import { hasSome, type TemplatePhase } from '../../lib/session/group/template-model';
import type { PanelActions } from '../panel-actions';
import { attributeLabel } from '../parts/attribute-label';
import { downloadWords } from '../parts/attribute-words';
import { platformProblemText } from '../parts/problem-text';
import { t, tn } from '../text';
import { FileFormat } from '../update/file-format';
import { WhichCredentials } from './which-credentials';

type Open = Extract<TemplatePhase, { kind: 'choosing' | 'writing' }>;

/** The dialog of a download: how far the group is read, then which columns the file has. */
export function DownloadGroup({ session, actions }: { session: Session; actions: PanelActions }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { template } = session;
  const phase = template.phase.value;
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
  }, []);
  const save = async () => {
    const format = session.resultFormat.peek();
    const connection = session.connection.phase.peek();
    const group = connection.kind === 'connected' ? connection.connection.group.name : '';
    const file = await template.write({ format, words: downloadWords(t('templateNote')) });
    if (file !== null) actions.save(file, t('templateFile', group, dayOfMoment(Date.now()), format));
  };
  return (
    <dialog
      ref={dialog}
      class="confirm download"
      aria-labelledby="download-title"
      onClose={() => template.close()}
    >
      <h2 id="download-title">{t('templateDownload')}</h2>
      <div class="asked">
        <p>{t('templateWhat')}</p>
        {phase.kind === 'reading' && <Reading session={session} />}
        {phase.kind === 'failed' && (
          <p class="notice" role="alert">
            {phase.problem.code === 'reader-ended'
              ? t('problem_reader_ended')
              : platformProblemText(phase.problem)}
          </p>
        )}
        {(phase.kind === 'choosing' || phase.kind === 'writing') && (
          <>
            <WhichCredentials session={session} phase={phase} />
            <Columns session={session} phase={phase} />
          </>
        )}
      </div>
      <form method="dialog" class="row end">
        <button type="submit" class="button">
          {t('cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={phase.kind !== 'choosing' || !hasSome(phase.found)}
          onClick={() => void save()}
        >
          {t(phase.kind === 'writing' ? 'templateWriting' : 'templateSave')}
        </button>
      </form>
    </dialog>
  );
}

function Reading({ session }: { session: Session }) {
  const load = session.credentials.phase.value;
  return (
    <p role="status" class="quiet">
      {load.kind === 'loading' && load.total > 0
        ? t('readingGroup', load.loaded, load.total)
        : t('readingGroupStart')}
    </p>
  );
}

function Columns({ session, phase }: { session: Session; phase: Open }) {
  const connection = session.connection.phase.value;
  const attributes = attributesOf(
    connection.kind === 'connected' ? connection.connection.customAttributes : [],
  );
  const [needed] = phase.columns;
  return (
    <>
      <fieldset class="columns">
        <legend class="small quiet">{t('templateColumns')}</legend>
        {phase.columns.map(({ attribute, filled, isKey }) => (
          <label key={attribute} class="check">
            <input
              type="checkbox"
              checked={phase.chosen.has(attribute)}
              disabled={attribute === needed?.attribute || phase.kind === 'writing'}
              onChange={({ currentTarget }) => session.template.choose(attribute, currentTarget.checked)}
            />
            <span>
              {attributeLabel(attribute, attributes)}{' '}
              <span class="small quiet">{isKey ? t('templateKey') : tn('templateFilled', filled)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <FileFormat session={session} />
      {session.resultFormat.value === 'csv' && <p class="small caution">{t('templateCsv')}</p>}
    </>
  );
}
