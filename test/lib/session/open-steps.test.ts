import { expect, test } from 'vitest';
import { canOpen, type OpenFacts } from '../../../lib/session/open-steps';
import { STEPS } from '../../../lib/session/session';

const RUNS = ['none', 'confirming', 'preparing', 'not-begun', 'watching', 'over'] as const;

/** [connected, how far the columns are assigned, the run] and the steps that can be opened. */
const ROWS: readonly (readonly [boolean, OpenFacts['assigned'], OpenFacts['run'], string])[] = [
  ...RUNS.map((run) => [false, 'whole', run, ''] as const),
  [true, 'nothing', 'none', 'upload'],
  [true, 'in-part', 'none', 'upload assign'],
  [true, 'whole', 'none', 'upload assign review'],
  [true, 'whole', 'confirming', 'upload assign review'],
  [true, 'whole', 'preparing', 'upload assign review update'],
  [true, 'whole', 'not-begun', 'upload assign review update'],
  [true, 'whole', 'watching', 'upload assign review update'],
  [true, 'whole', 'over', 'upload assign review update'],
  [true, 'in-part', 'over', 'upload assign update'],
  [true, 'nothing', 'watching', 'upload update'],
];

test.each(ROWS)(
  'connected: %s, assigned: %s, run: %s: "%s" can be opened',
  (isConnected, assigned, run, open) => {
    const steps = STEPS.filter((step) => canOpen(step, { isConnected, assigned, run }));
    expect(steps.join(' ')).toBe(open);
  },
);
