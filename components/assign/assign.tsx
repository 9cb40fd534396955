import type { Session } from '../../lib/session/session';
import type { AssignState } from '../../lib/session/assign/assign-model';
import type { PanelActions } from '../panel-actions';
import { t, tn } from '../text';
import { AssignSentence, REVIEW_CHANGES } from './assign-sentence';
import { AssignmentMemory } from './assignment-memory';
import { WhatItWouldDo } from './what-it-would-do';
import { RuleSection } from '../rules/rule-section';
import { ColumnSections } from './column-sections';

/** The second step: every column gets an attribute or is skipped (docs/product.md 2.3). */
export function Assign({ session, actions }: { session: Session; actions: PanelActions }) {
  const state = session.assign.state.value;
  if (state === null) return <main class="step" aria-busy="true" />;
  return <AssignTable session={session} state={state} actions={actions} />;
}

function AssignTable(props: { session: Session; state: AssignState; actions: PanelActions }) {
  const { session, state, actions } = props;
  const problems = session.assign.problems.value;
  const first = problems[0];
  return (
    <main class="step assign">
      <AssignSentence session={session} state={state} />
      <div class="work">
        <div class="scroll">
          <ColumnSections session={session} state={state} />
          <RuleSection session={session} state={state} />
          <AssignmentMemory session={session} state={state} actions={actions} />
        </div>
        <WhatItWouldDo session={session} state={state} />
      </div>
      <footer class="foot">
        <button type="button" class="button" onClick={() => session.goTo('upload')}>
          {t('backToUpload')}
        </button>
        <div class="end">
          {first !== undefined && <span class="quiet">{problemText(first)}</span>}
          <button
            type="button"
            id={REVIEW_CHANGES}
            class="button primary"
            disabled={problems.length > 0}
            onClick={() => session.goTo('review')}
          >
            {t('reviewChanges')}
          </button>
        </div>
      </footer>
    </main>
  );
}

/** Says beside the button what still keeps Review shut. */
function problemText(problem: Session['assign']['problems']['value'][number]): string {
  switch (problem.code) {
    case 'columns-undecided':
      return tn('columnsToDecide', problem.columns.length);
    case 'no-key':
      return t('noKey');
    case 'date-format-open':
      return tn('dateFormatOpen', problem.columns.length);
    case 'evidence-without-url':
      return t('evidenceWithoutUrl');
    case 'nothing-to-update':
      return t('nothingToUpdate');
  }
}
