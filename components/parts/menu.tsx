import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * Actions that are seldom needed, behind one word. Escape, an action and going elsewhere close it.
 */
export function Menu({ label, children }: { label: string; children: ComponentChildren }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open'); // it may be closed already
  return (
    <details
      ref={menu}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || menu.current?.open !== true) return;
        event.stopPropagation();
        close();
        menu.current.querySelector('summary')?.focus(); // a menu has one
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary class="link small">{label}</summary>
      <div
        class="menu-list"
        onClick={({ target }) => {
          if (target instanceof HTMLButtonElement) close();
        }}
      >
        {children}
      </div>
    </details>
  );
}
