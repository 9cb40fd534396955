import type { Switches } from '../platform/switches';

/** A behaviour of the platform that a run has to handle. */
export interface Scenario {
  readonly name: string;
  readonly faults?: readonly string[];
  readonly switches?: Partial<Switches>;
}

const WRITES = 'path=/v1/credentials';

/**
 * Each kind of fault on writes and on reads, and each switch that matters for writing, in its other
 * position.
 */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'nothing goes wrong' },
  { name: 'limit answers', faults: ['429:every=6'] },
  { name: 'limit answers without Retry-After', faults: ['429:every=9'], switches: { 'retry-after': 'no' } },
  { name: '500 to a PUT', faults: ['500:method=PUT:every=3'] },
  { name: '500 to a POST', faults: [`500:method=POST:${WRITES}:every=2`] },
  { name: '500 to a read', faults: ['500:method=GET:every=4'] },
  { name: '502 to a PUT', faults: ['502:method=PUT:every=3'] },
  { name: '502 to a PUT that was taken', faults: ['502-after:method=PUT:every=2'] },
  { name: '502 to a POST that was taken', faults: [`502-after:method=POST:${WRITES}:every=2`] },
  { name: 'slow', faults: ['slow:ms=3000:every=3'] },
  { name: 'reset before a PUT', faults: ['reset-before:method=PUT:every=2'] },
  { name: 'reset before a POST', faults: [`reset-before:method=POST:${WRITES}:every=2`] },
  { name: 'reset after a PUT', faults: ['reset-after:method=PUT:every=2'] },
  { name: 'reset after a POST', faults: [`reset-after:method=POST:${WRITES}:every=2`] },
  { name: 'reset of reads', faults: ['reset-before:method=GET:every=3'] },
  { name: 'signed out for a while', faults: ['signed-out:from=9:times=4'] },
  { name: 'PUT answers nothing', switches: { 'put-answer': 'empty' } },
  {
    name: 'PUT answers nothing, and resets',
    switches: { 'put-answer': 'empty' },
    faults: ['reset-after:method=PUT:every=2'],
  },
  { name: 'custom attributes merged', switches: { 'custom-attributes': 'merged' } },
  { name: 'grade ignored', switches: { grade: 'ignored' } },
  { name: 'grade ignored, and resets', switches: { grade: 'ignored' }, faults: ['reset-after:every=5'] },
  { name: 'private taken', switches: { private: 'taken' } },
  { name: 'cleared by ""', switches: { clear: 'empty-string' } },
  {
    name: 'cleared by "", and resets',
    switches: { clear: 'empty-string' },
    faults: ['reset-after:method=PUT:every=3'],
  },
  { name: 'evidence replaced by arrays', switches: { evidence: 'replaced' } },
  {
    name: 'other ways of writing',
    switches: { ids: 'strings', dates: 'timestamps', 'empty-attributes': 'null' },
  },
  { name: 'the search is late', switches: { 'search-lag': 60_000 } },
];
