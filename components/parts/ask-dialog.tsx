import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { guarded } from '../guard/guard';

/**
 * Asks before something that cannot be taken back, or is not what it seems (`harmless`). "No"
 * stands first and has the focus; Escape says no. Only the harmless "yes" is not guarded.
 */
export function AskDialog(props: {
  title: string;
  children: ComponentChildren;
  yes: string;
  no: string;
  harmless?: true;
  onYes: () => void;
  onClose: () => void;
}) {
  const { title, children, yes, no, harmless, onYes, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
  }, []);
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      <div class="asked">{children}</div>
      <form method="dialog" class="row end">
        <button type="submit" class="button">
          {no}
        </button>
        {harmless ? (
          <button type="submit" class="button primary" onClick={onYes}>
            {yes}
          </button>
        ) : (
          <button
            type="submit"
            class="button danger"
            onClick={guarded(() => {
              onYes();
              dialog.current?.close(); // gone already: what was asked about is gone
            })}
          >
            {yes}
          </button>
        )}
      </form>
    </dialog>
  );
}
