import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../text';

/**
 * One line of what is to settle; open it says why, with its rows and what can be done. `control`
 * settles it, and is there in either case.
 */
export function SettleItem(props: {
  kind: 'alarm' | 'errors' | 'warning';
  title: string;
  count: number;
  isSettled: boolean;
  isOpen: boolean;
  onToggle: () => void;
  control: ComponentChildren;
  children: ComponentChildren;
}) {
  const { kind, title, count, isSettled, isOpen, onToggle, control, children } = props;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) section.current?.scrollIntoView({ block: 'nearest' }); // it is drawn
  }, [isOpen]);
  return (
    <section
      ref={section}
      class="obstacle"
      data-kind={kind}
      data-open={isOpen}
      data-settled={isSettled}
      role="group"
      aria-label={title}
    >
      {kind !== 'alarm' && control}
      <button type="button" class="title" aria-expanded={isOpen} onClick={onToggle}>
        {title}
      </button>
      <span class="count">{formatNumber(count)}</span>
      {kind === 'alarm' && control}
      {isOpen && <div class="details">{children}</div>}
    </section>
  );
}
