import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../text';
import type { NetProps } from './net';
import { NETS } from './nets';

/**
 * One folded section of the last question, for those who have the time. Nothing in it is needed,
 * and its parts are read when it is unfolded.
 */
export function SafetyNets(props: NetProps) {
  const isOpen = useSignal(false);
  const section = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // It opens below what is seen of a long question.
    if (isOpen.value) section.current?.scrollIntoView({ block: 'start' });
  }, [isOpen.value]);
  return (
    <details ref={section} class="nets" onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>{t('safetyNets')}</summary>
      {isOpen.value && (
        <ul>
          {NETS.map((Net, index) => (
            <Net key={index} {...props} />
          ))}
        </ul>
      )}
    </details>
  );
}
