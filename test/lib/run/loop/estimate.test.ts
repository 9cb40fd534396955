import { expect, test } from 'vitest';
import { estimateRun } from '../../../../lib/run/loop/estimate';

/** [changes, pieces of evidence, requests, minutes] */
test.each<[number, number, readonly [number, number], readonly [number, number]]>([
  [1, 0, [2, 2], [0, 0]],
  [12, 0, [24, 24], [0, 0]],
  [12, 3, [27, 27], [0, 0]],
  [97, 0, [194, 194], [0, 0]],
  [98, 0, [196, 196], [1, 1]],
  [99, 0, [198, 198], [1, 1]],
  [100, 0, [126, 200], [0, 1]],
  [1_000, 0, [1_070, 2_000], [3, 6]],
  [10_000, 0, [10_520, 20_000], [27, 52]],
  [100_000, 10, [105_030, 200_010], [270, 513]],
])(
  '%d changes with %d pieces of evidence: %j requests, %j minutes',
  (changes, evidence, requests, minutes) => {
    const { requests: sent, minutes: taken } = estimateRun(changes, evidence);
    expect([sent.least, sent.most]).toEqual(requests);
    expect([taken.least, taken.most]).toEqual(minutes);
  },
);

/** [changes, requests] where an earlier run of the account has seen own ids. */
test.each<[number, number]>([
  [12, 24],
  [99, 198],
  [100, 200],
  [10_000, 20_000],
])('%d changes that are each read by themselves: %d requests', (changes, requests) => {
  expect(estimateRun(changes, 0, true).requests).toEqual({ least: requests, most: requests });
});
