import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text';

const EVERY_MS = 60_000;

/**
 * Says to a screen reader how far a run is: at each tenth, and each minute in which something was
 * settled. A pause is an alert of its own.
 */
export function SaidProgress({ settled, total }: { settled: number; total: number }) {
  const said = useSignal('');
  const now = useRef(settled);
  now.current = settled;
  const tenth = tenthOf(settled, total);
  const first = useRef(tenth);
  useEffect(() => {
    const say = () => (said.value = t('runSaid', now.current, total));
    // The beginning is said by the heading.
    if (tenth !== first.current) say();
    const timer = setInterval(say, EVERY_MS);
    return () => clearInterval(timer);
  }, [tenth, total, said]);
  return (
    <p role="status" class="visually-hidden">
      {said.value}
    </p>
  );
}

/** The tenths of a run that are settled: 0 to 10, 0 for an empty one. */
export function tenthOf(settled: number, total: number): number {
  return total === 0 ? 0 : Math.floor((settled / total) * 10);
}
