import { useEffect } from 'preact/hooks';
import type { Session } from '../lib/session/session';
import type { RunPhase } from '../lib/session/run/run-model';
import { theGuard } from './guard/guard';
import { Connect } from './connect/connect';
import type { PanelActions } from './panel-actions';
import { Head } from './parts/head';
import { late } from './parts/late';
import { LeaveGuard } from './parts/leave-guard';
import { useStepFocus } from './parts/step-focus';
import { t } from './text';
import { Upload } from './upload/upload';

const Assign = late(async () => (await import('./assign/assign')).Assign);
const Review = late(async () => (await import('./review/review')).Review);
const Update = late(async () => (await import('./update/update')).Update);
const ReportDialog = late(async () => (await import('./report/report-dialog')).ReportDialog);
const Refused = late(async () => (await import('./guard/refused')).Refused);
const History = late(async () => (await import('./history/history')).History);

/** The whole panel: where it acts, the four steps, and the present step (docs/product.md 2). */
export function Panel({ session, actions }: { session: Session; actions: PanelActions }) {
  const connected = session.connection.phase.value.kind === 'connected';
  const report = actions.report.value;
  const hasFile = session.file.phase.value.kind === 'open';
  // Each step is read while the one before it is shown.
  useEffect(() => {
    if (connected) Assign.read();
    if (hasFile) Review.read();
    if (hasFile) Update.read();
  }, [connected, hasFile]);
  useStepFocus(connected ? shown(session) : 'connect');
  return (
    <div class="panel">
      <Head session={session} actions={actions} />
      <Fault actions={actions} />
      {connected ? <CurrentStep session={session} actions={actions} /> : <Connect session={session} />}
      <LeaveGuard session={session} actions={actions} />
      {session.history.phase.value.kind !== 'closed' && <History session={session} actions={actions} />}
      {report !== null && report.phase.value.kind !== 'closed' && (
        <ReportDialog report={report} save={actions.save} />
      )}
      {theGuard().refused.value !== null && <Refused session={session} actions={actions} />}
    </div>
  );
}

/** The step, and its state where that decides which buttons there are. */
function shown({ step, assign, review, run }: Session): string {
  switch (step.value) {
    case 'assign':
      // Until the columns are known there is no sentence to go to.
      return `assign ${assign.state.value === null ? 'waits' : 'ready'}`;
    case 'review':
      return `review ${review.phase.value.kind}`;
    case 'update':
      return `update ${runShown(run.phase.value)}`;
    default:
      return step.value;
  }
}

/** A cancelled run has no buttons any more. */
function runShown(phase: RunPhase): string {
  const isCancelled = phase.kind === 'watching' && phase.progress.run.state.kind === 'cancelled';
  return isCancelled ? 'cancelling' : phase.kind;
}

function Fault({ actions }: { actions: PanelActions }) {
  if (!actions.fault.value) return <div />;
  return (
    <div class="notice" role="alert">
      {t('fault')}
      <button type="button" class="button" onClick={actions.reload}>
        {t('reload')}
      </button>
      <button type="button" class="button" onClick={actions.openReport}>
        {t('report')}
      </button>
    </div>
  );
}

function CurrentStep({ session, actions }: { session: Session; actions: PanelActions }) {
  switch (session.step.value) {
    case 'upload':
      return <Upload session={session} actions={actions} />;
    case 'assign':
      return <Assign session={session} actions={actions} />;
    case 'review':
      return <Review session={session} actions={actions} />;
    case 'update':
      return <Update session={session} actions={actions} />;
  }
}
