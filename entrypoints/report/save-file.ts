import { withoutIsolates } from '../../components/parts/isolated';

/** Saves bytes as a file on this computer, where the browser puts downloads. */
export function saveFile(bytes: ArrayBuffer, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = withoutIsolates(name);
  link.click();
  URL.revokeObjectURL(address);
}
