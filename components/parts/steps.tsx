import { isMade } from '../../lib/session/file/create-file-model';
import { canOpen, openFacts } from '../../lib/session/open-steps';
import { STEPS, type Session } from '../../lib/session/session';
import type { RunPhase } from '../../lib/session/run/run-model';
import { named, t, tn } from '../text';
import { useRoving } from './roving';

/** The four steps, always visible; each that is open can be gone to (docs/product.md 2). */
export function Steps({ session }: { session: Session }) {
  const facts = openFacts(session);
  const present = STEPS.indexOf(session.step.value);
  const group = useRoving<HTMLOListElement>();
  return (
    <nav class="steps">
      <ol ref={group} aria-label={t('steps')}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-current={index === present ? 'step' : undefined}
              disabled={index !== present && !canOpen(step, facts)}
              onClick={() => session.goTo(step)}
            >
              {index < present && (
                <span class="done" aria-hidden="true">
                  ✓{' '}
                </span>
              )}
              {t(named('step', step))}
            </button>
          </li>
        ))}
      </ol>
      <SheetLine session={session} />
    </nav>
  );
}

/** Names the open file and sheet; while a run is shown, those that the run was made of. */
function SheetLine({ session }: { session: Session }) {
  const ofRun = session.step.value === 'update' ? fileOfRun(session.run.phase.value) : null;
  if (ofRun !== null) return <span class="sheet-line small quiet">{ofRun}</span>;
  const phase = session.file.phase.value;
  if (phase.kind !== 'open' || !phase.table.ok) return null;
  const { sheetName, rows } = phase.table.value;
  // Text has no sheet, nor has what was made here: the name of its one is ours.
  const line =
    phase.file.text === null && !isMade(phase)
      ? t('sheetLine', phase.name, sheetName, tn('rows', rows))
      : t('textLine', phase.name, tn('rows', rows));
  return (
    <span class="sheet-line small quiet" title={line}>
      {line}
    </span>
  );
}

function fileOfRun(phase: RunPhase): string | null {
  switch (phase.kind) {
    case 'preparing':
      return phase.fileName;
    case 'watching':
    case 'over':
      return phase.progress.run.fileName;
    case 'none':
    case 'confirming':
    case 'not-begun':
      return null;
  }
}
