import type { ResultWords } from '../../lib/report/result-rows';

/** Words of a result file, short. */
export const RESULT_WORDS: ResultWords = {
  environment: 'production',
  headers: ['Status', 'Message', 'Credential', 'Link'],
  attributes: { headers: {}, account: '(account)' },
  unchanged: 'unchanged',
  notSent: 'not sent',
  reasons: { unchanged: 'nothing', leftOut: 'out', errors: new Map() },
};
