import { formatNumber } from '../text';

/**
 * A message with its count set off, wherever the language puts it: "12 unchanged". `style`: the
 * class of the count. A message that says the count in words stays as it is.
 */
export function Counted({ text, count, style }: { text: string; count: number; style?: string }) {
  const number = formatNumber(count);
  const at = text.indexOf(number);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <strong class={style}>{number}</strong>
      {text.slice(at + number.length)}
    </>
  );
}
