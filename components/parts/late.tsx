import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';

/**
 * A part of the panel whose script is read when it is first shown: what few need does not keep
 * everybody waiting at the start. Until then nothing stands in its place. A script that cannot be
 * read is an unhandled fault, which the panel reports. `read` reads it before it is shown.
 */
export function late<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> & { readonly read: () => void } {
  const part = signal<FunctionComponent<Props> | null>(null);
  let asked = false;
  const read = () => {
    if (asked) return;
    asked = true;
    void load().then((loaded) => (part.value = loaded));
  };
  function Late(props: Props) {
    const Part = part.value;
    if (Part !== null) return <Part {...props} />;
    read();
    return null;
  }
  return Object.assign(Late, { read });
}
