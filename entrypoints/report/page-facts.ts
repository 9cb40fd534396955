import { language } from '../../components/text';
import { magnitudeOf } from '../../lib/report/problem/magnitude';
import type { PageFacts } from '../../lib/report/problem/page-facts';
import type { FaultLog } from '../../lib/report/problem/fault-log';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr'] as const;

/** Facts of a page of the extension for a report of a problem, without those of the panel. */
export function pageFacts(page: PageFacts['page'], faults: FaultLog): Omit<PageFacts, 'panel'> {
  const spoken = language();
  return {
    page,
    language: LANGUAGES.find((one) => one === spoken) ?? 'other',
    openForMs: magnitudeOf(performance.now()),
    faults: [...faults.places()],
  };
}
