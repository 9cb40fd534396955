import type { ReadonlySignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { Attribute } from '../../../lib/credential/attribute';
import type { PlanFacts } from '../../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../../lib/session/session';
import type { PanelActions } from '../../panel-actions';

/** Properties of each safety net of the last question. */
export interface NetProps {
  readonly session: Session;
  /** To save a file, for example. */
  readonly actions: PanelActions;
  /** Counts of the very changes that would be sent. */
  readonly facts: PlanFacts;
  readonly attributes: readonly Attribute[];
  /** Whether "Keep nothing of this run" is ticked. */
  readonly keepsNothing: ReadonlySignal<boolean>;
  /** Whether nothing stands in the way of "Update now". */
  readonly mayUpdate: boolean;
}

/**
 * One safety net: a list item of "To be on the safe side" with a title, a sentence and its button
 * (net-item.tsx). It shows nothing where it makes no sense for this plan.
 */
export type Net = FunctionComponent<NetProps>;
