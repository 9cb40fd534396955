import type { EntryState } from '../../lib/journal/entry';

/** Changes of these tests know no public page by name, so that its address is stored with each. */
export function withoutPage(state: EntryState): EntryState {
  if (!('url' in state)) return state;
  const { url: _url, ...rest } = state;
  return rest;
}
