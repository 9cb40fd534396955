import { expect, type Frame } from '@playwright/test';

/** Drops files of one text on the panel, with the events of a real drop. */
export async function drop(
  panel: Frame,
  name: string,
  text: string,
  ...more: readonly string[]
): Promise<void> {
  const data = await panel.evaluateHandle(
    ([names, content]) => {
      const transfer = new DataTransfer();
      for (const fileName of names) transfer.items.add(new File([content], fileName, { type: 'text/csv' }));
      return transfer;
    },
    [[name, ...more], text] as const,
  );
  const target = panel.getByRole('main');
  await target.dispatchEvent('dragover', { dataTransfer: data });
  await target.dispatchEvent('drop', { dataTransfer: data });
}

/** Pastes text, as copied from a spreadsheet program, on the step that takes it. */
export async function paste(panel: Frame, text: string): Promise<void> {
  await expect(panel.getByLabel('Spreadsheet file')).toBeAttached();
  await panel.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}
