import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

/**
 * A part of the panel whose script is read when it is first shown: what few need does not keep
 * everybody waiting at the start. Until then nothing stands in its place. A script that cannot be
 * read is an unhandled fault, which the panel tells.
 */
export function late<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const part = signal<FunctionComponent<Props> | null>(null);
  let asked = false;
  return function Late(props) {
    const Part = part.value;
    if (Part !== null) return <Part {...props} />;
    if (!asked) {
      asked = true;
      void load().then((loaded) => (part.value = loaded));
    }
    return null;
  };
}
