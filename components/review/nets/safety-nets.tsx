import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../text';
import type { NetProps } from './net';
import { NETS, NETS_AFTER_PROMISE } from './nets';

/**
 * One folded section of the last question, for those who have the time. Nothing in it is needed,
 * and its parts are read when it is unfolded.
 */
export function SafetyNets(props: NetProps) {
  const isRequired = props.session.promise.isRequired.value;
  const isOpen = useSignal(isRequired);
  const section = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // It opens below what is seen of a long question.
    if (isOpen.value) section.current?.scrollIntoView({ block: 'start' });
  }, [isOpen.value]);
  return (
    <details
      ref={section}
      class="nets"
      open={isOpen.value}
      onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}
    >
      <summary>{t('safetyNets')}</summary>
      {isOpen.value && (
        <ul>
          {(isRequired ? NETS_AFTER_PROMISE : NETS).map((Net, index) => (
            <Net key={index} {...props} />
          ))}
        </ul>
      )}
    </details>
  );
}
