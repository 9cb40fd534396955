import type { ShownCredential, ShownState } from '../platform/state/shown-state';
import { sheetText } from './sheet-text';

export type ExportCell = string | number | boolean | null;

type Cell = readonly [header: string, value: (credential: ShownCredential) => ExportCell];

/** Every built-in attribute by its label, as the platform's own export would have it. */
const COLUMNS: readonly Cell[] = [
  ['Credential ID', ({ id }) => id],
  ['Credential UUID / public URL', ({ uuid }) => uuid],
  ['License ID', ({ license_id }) => license_id],
  ['Recipient ID', ({ recipient }) => recipient.id],
  ['Group ID', ({ group_id }) => group_id],
  ['Recipient Name', ({ recipient }) => recipient.name],
  ['Recipient Email', ({ recipient }) => recipient.email],
  ['Recipient Phone', ({ recipient }) => recipient.phone_number],
  ['Issue Date', ({ issued_on }) => issued_on],
  ['Expiry Date', ({ expired_on }) => expired_on],
  ['Grade', ({ grade }) => grade],
  ['Credential Name', ({ name }) => name],
  ['Description', ({ description }) => description],
  ['Published', ({ approve }) => approve],
  ['Private', (credential) => credential.private],
  ...[0, 1, 2].flatMap((n): readonly Cell[] => [
    [`Evidence Description ${n + 1}`, ({ evidence_items: items }) => items[n]?.description ?? null],
    [`Evidence URL ${n + 1}`, ({ evidence_items: items }) => items[n]?.link_url ?? null],
  ]),
];

/** Argument of `assignColumns` for it: each header is the label of its attribute. */
export function exportColumns(state: ShownState): readonly string[] {
  return [...COLUMNS.map(([header]) => header), ...new Set(state.attribute_keys.map(({ name }) => name))];
}

/**
 * The group with all its attributes and present values, each as the platform has it; null where
 * there is none.
 */
export function exportRows(state: ShownState, group: number): readonly (readonly ExportCell[])[] {
  const headers = exportColumns(state);
  const rows = state.credentials
    .filter(({ group_id }) => group_id === group)
    .map((credential): readonly ExportCell[] => [
      ...COLUMNS.map(([, value]) => value(credential)),
      ...headers.slice(COLUMNS.length).map((name) => credential.custom_attributes[name] ?? null),
    ]);
  return [headers, ...rows];
}

/** The same as CSV. */
export function exportSheet(state: ShownState, group: number): string {
  return sheetText(exportRows(state, group).map((row) => row.map((cell) => String(cell ?? ''))));
}
