import { beforeEach, describe, expect, test } from 'vitest';
import { createFileModel, type SheetFile } from '../../../../lib/session/file/create-file-model';
import { directSheet } from '../../../fakes/sheet-client';

function file(name: string, content: ArrayBuffer): SheetFile {
  return { name, size: 1, arrayBuffer: () => Promise.resolve(content.slice(0)) };
}
let tables: (string | null)[];
const followers = {
  onTable: (table: { readonly columns: readonly { readonly header: string }[] } | null) =>
    void tables.push(table && table.columns.map(({ header }) => header).join()),
  onMade: () => undefined,
  onRestart: () => undefined,
};
beforeEach(() => void (tables = []));

describe('a text is read differently', () => {
  test('with an encoding that does not fit, and then with one that does', async () => {
    const model = createFileModel(directSheet().client, followers);
    const bytes = new Uint8Array([...new TextEncoder().encode('id,name\n1,Bj'), 0xf8, 0x0a]);
    await model.open(file('a.csv', bytes.buffer));
    await model.readAs({ encoding: 'utf-8' });
    expect(model.phase.peek()).toMatchObject({ kind: 'failed', problem: { code: 'text-undecodable' } });
    await model.readAs({ encoding: 'windows-1252' });
    expect(model.phase.peek()).toMatchObject({
      file: { text: { encoding: 'windows-1252', encodingReason: 'chosen' } },
    });
  });

  test('with another delimiter, by which its encoding stays a guess', async () => {
    const model = createFileModel(directSheet().client, followers);
    const bytes = new Uint8Array([...new TextEncoder().encode('id,name\n1,Bj'), 0xf8, 0x0a]);
    await model.open(file('a.csv', bytes.buffer));
    await model.readAs({ delimiter: ';' });
    expect(model.phase.peek()).toMatchObject({
      file: { text: { encodingReason: 'letters', delimiter: ';', delimiterReason: 'chosen' } },
    });
  });

  test('in an encoding that the letters do not tell: there is no table before it is chosen', async () => {
    const model = createFileModel(directSheet().client, followers);
    // "Jürgen" as a Mac writes it.
    await model.open(file('a.csv', Uint8Array.from(Buffer.from('id,name\n1,J\x9frgen\n', 'latin1')).buffer));
    expect(model.phase.peek()).toMatchObject({ kind: 'open', table: { ok: true } });
    expect(tables.at(-1)).toBeNull();
    await model.readAs({ encoding: 'macintosh' });
    expect(tables.at(-1)).toBe('id,name');
    expect(model.phase.peek()).toMatchObject({
      table: { value: { preview: [{}, { cells: ['1', 'Jürgen'] }] } },
    });
  });
});
