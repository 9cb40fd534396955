import type { FaultLog } from '../../lib/report/problem/fault-log';
import type { BackgroundClient } from '../../lib/rpc/client/background-client';
import { panelFacts } from '../../lib/session/panel-facts';
import { createReportModel, type ReportModel } from '../../lib/session/report/create-report-model';
import type { Session } from '../../lib/session/session';
import { pageFacts } from './page-facts';

/** The report of a problem, with what the panel knows. */
export function createPanelReport(of: {
  readonly background: BackgroundClient;
  readonly session: Session;
  readonly faults: FaultLog;
}): ReportModel {
  const { background, session, faults } = of;
  return createReportModel({
    background,
    facts: () => Promise.resolve({ ...pageFacts('panel', faults), panel: panelFacts(session) }),
  });
}
