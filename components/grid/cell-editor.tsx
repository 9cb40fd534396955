import { useLayoutEffect, useRef } from 'preact/hooks';
import { editEnd } from './grid-keys';

/**
 * The text of one cell while it is typed. Enter and going elsewhere take it, Esc does not; each
 * gives the keyboard back through `onDone`. What was typed is also taken when the row is scrolled
 * away.
 */
export function CellEditor(props: {
  label: string;
  text: string;
  onTake: (text: string) => void;
  onDone: () => void;
}) {
  const { label, text, onTake, onDone } = props;
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const end = (take: boolean) => {
    const typed = input.current === null ? text : input.current.value;
    if (isOver.current) return;
    isOver.current = true;
    if (take && typed !== text) onTake(typed);
  };
  // Before anything can be typed: a key in between would be a command of the grid, or be selected
  // and typed over.
  useLayoutEffect(() => {
    const { current } = input;
    if (current === null) return;
    current.focus();
    current.select();
    return () => {
      if (!isOver.current && current.value !== text) onTake(current.value);
      isOver.current = true;
    };
    // Once for each editor: what it does at its end is what it was given at its start.
  }, []);
  return (
    <input
      ref={input}
      class="field cell-editor"
      aria-label={label}
      autocomplete="off"
      defaultValue={text}
      onKeyDown={(event) => {
        event.stopPropagation();
        const how = editEnd(event);
        if (how === null) return;
        event.preventDefault();
        end(how === 'take');
        onDone();
      }}
      onPaste={(event) => event.stopPropagation()}
      onBlur={() => {
        end(true);
        onDone();
      }}
    />
  );
}
