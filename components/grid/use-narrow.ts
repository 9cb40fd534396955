import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Below this width the recipient scrolls away with the columns (grid.css). */
const NARROW = '(max-width: 699px)';

/** Whether the panel is too narrow for anything to stand beside the recipient of a row. */
export function useNarrow(): boolean {
  const isNarrow = useSignal(matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const look = () => (isNarrow.value = query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, [isNarrow]);
  return isNarrow.value;
}
