import type { ComponentChildren } from 'preact';

/** A safety net as each of them looks: what it is, what it is good for, and what can be pressed. */
export function NetItem(props: { title: string; why: string; children: ComponentChildren }) {
  const { title, why, children } = props;
  return (
    <li>
      <h3>{title}</h3>
      <p class="quiet small">{why}</p>
      {children}
    </li>
  );
}
