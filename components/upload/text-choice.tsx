import type { Session } from '../../lib/session/session';
import type { EncodingChoice, FoundReading } from '../../lib/sheet/cells/sheet';
import { named, t } from '../text';

/** Encodings that are offered; the reader's own finding is added when it is none of them. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'macintosh',
  'ibm437',
  'ibm850',
  'ibm852',
  'ibm866',
  'koi8-r',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
];
const DELIMITERS = [
  [',', 'delimiter_comma'],
  [';', 'delimiter_semicolon'],
  ['\t', 'delimiter_tab'],
  ['|', 'delimiter_pipe'],
  [' ', 'delimiter_space'],
  ['', 'delimiter_none'],
] as const;

/** How a text is read, with the reasons: its encoding and its delimiter. */
export function TextChoice({ session, text }: { session: Session; text: FoundReading }) {
  const isUsual = DELIMITERS.some(([sign]) => sign === text.delimiter);
  const divideAt = (delimiter: string) => void session.file.readAs({ delimiter });
  return (
    <>
      {text.encoding !== null && (
        <EncodingSelect session={session} encoding={text.encoding} reason={text.encodingReason} />
      )}
      <label>
        <span class="small quiet">{t('delimiterLabel')}</span>
        <select
          class="select"
          value={text.delimiter}
          onChange={(event) => divideAt(event.currentTarget.value)}
        >
          {DELIMITERS.map(([sign, name]) => (
            <option key={sign} value={sign}>
              {t(name)}
            </option>
          ))}
          {!isUsual && <option value={text.delimiter}>{text.delimiter}</option>}
        </select>
        <span class="small quiet">{t(named('delimiterReason', text.delimiterReason))}</span>
      </label>
      <label>
        <span class="small quiet">{t('delimiterOther')}</span>
        <input
          size={2}
          maxLength={1}
          autocomplete="off"
          value={isUsual ? '' : text.delimiter}
          onChange={({ currentTarget: { value } }) => value !== '' && divideAt(value)}
        />
      </label>
    </>
  );
}

/**
 * Any encoding. `encoding`: the one that the text was read in; null where it cannot be read yet.
 */
export function EncodingSelect({
  session,
  encoding,
  reason,
}: {
  session: Session;
  encoding: string | null;
  reason?: FoundReading['encodingReason'];
}) {
  return (
    <label>
      <span class="small quiet">{t(encoding === null ? 'encodingOther' : 'encodingLabel')}</span>
      <select
        class="select"
        value={encoding ?? ''}
        onChange={(event) => void session.file.readAs({ encoding: event.currentTarget.value })}
      >
        {[...new Set([encoding ?? '', ...ENCODINGS])].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      {reason !== undefined && <span class="small quiet">{t(named('encodingReason', reason))}</span>}
    </label>
  );
}

/**
 * Encodings between which the letters do not decide, each with names of the file as they read in
 * it.
 */
export function EncodingChoices({
  session,
  choices,
}: {
  session: Session;
  choices: readonly EncodingChoice[];
}) {
  if (choices.length === 0) return null;
  return (
    <fieldset class="encodings">
      <legend>{t('encodingAsk')}</legend>
      {choices.map(({ encoding, names }) => (
        <button
          key={encoding}
          type="button"
          class="button"
          onClick={() => void session.file.readAs({ encoding })}
        >
          <bdi>{names.join(' · ')}</bdi> <span class="small quiet">{encoding}</span>
        </button>
      ))}
    </fieldset>
  );
}

/**
 * The way on from a text that cannot be read: the likely encodings with their names, and any other
 * one.
 */
export function UnreadText({ session, choices }: { session: Session; choices: readonly EncodingChoice[] }) {
  return (
    <section class="table-choice">
      <EncodingChoices session={session} choices={choices} />
      <div class="choices">
        <EncodingSelect session={session} encoding={null} />
      </div>
    </section>
  );
}
