import { isMade, type FilePhase } from '../../lib/session/file/create-file-model';
import type { Session } from '../../lib/session/session';
import { ChangeSetAsked } from './change-set';
import { fileProblemText, sheetProblemText } from './file-problem-text';
import { Preview } from './preview';
import { TableChoice } from './table-choice';
import { UnreadText } from './text-choice';

/**
 * What became of the file: its first rows and what can be chosen of it, or why it cannot be used.
 */
export function FileResult({ session, phase }: { session: Session; phase: FilePhase }) {
  switch (phase.kind) {
    case 'none':
      return null;
    case 'reading':
      return phase.firstRows === null ? null : (
        <section class="table-choice">
          <Preview rows={phase.firstRows} />
        </section>
      );
    case 'failed':
      return (
        <>
          <p class="notice" role="alert">
            {fileProblemText(phase.name, phase.problem)}
          </p>
          {phase.problem.code === 'text-undecodable' && (
            <UnreadText session={session} choices={phase.problem.choices} />
          )}
        </>
      );
    case 'change-set':
      return <ChangeSetAsked session={session} name={phase.name} />;
    case 'open':
      return (
        <>
          {!phase.table.ok && (
            <p class="notice" role="alert">
              {sheetProblemText(phase.name, phase.table.problem, phase.file.text !== null)}
            </p>
          )}
          {!isMade(phase) && <TableChoice session={session} phase={phase} />}
        </>
      );
  }
}
