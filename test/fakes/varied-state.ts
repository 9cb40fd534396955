import { generateState } from '../platform/generate/generate-state';
import { dayOf } from '../platform/rules/days';
import type { Credential, StandInState } from '../platform/state/schema';

/**
 * Twelve credentials of which each has something that a careless reading would take for a change.
 */
export function variedState(today = dayOf(Date.now())): StandInState {
  const state = generateState({ credentials: 12, seed: 11, today });
  const link = 'https://portfolio.northfield.test/piece';
  const item = { preview_image_url: null, string_object: null, supplemental: false };
  const special: Readonly<Record<number, Partial<Credential>>> = {
    4: {
      evidence_items: [
        { ...item, id: 501, description: 'Practical examination', type: 'url', link_url: link, position: 0 },
        {
          ...item,
          id: 502,
          description: 'Final Grade',
          type: 'grade',
          link_url: null,
          string_object: { grade: 83 },
          position: 1,
        },
      ],
    },
    5: { custom_attributes: {}, grade: null, expired_on: null, description: '' },
    6: {
      grade: '007',
      custom_attributes: { Location: 'Lagos, "Mainland"', Photo: 'https://photos.northfield.test/1.jpg' },
    },
    7: { grade: '1.50', license_id: '000123', private: true, approve: false, published_on: null },
  };
  let n = -1;
  const credentials = state.credentials.map((credential) =>
    credential.group_id === 555 ? { ...credential, ...special[(n += 1)] } : credential,
  );
  return { ...state, credentials };
}
