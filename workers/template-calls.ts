import { attributesOf } from '../lib/credential/attributes';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import type { ReviewParts } from './review-parts';
import type { SheetMemory } from './sheet-memory';

/** The calls about a download of the group. */
export function templateCalls(
  { group }: SheetMemory,
  loadReview: () => ReviewParts,
): Pick<SheetContract, 'templateColumns' | 'template'> {
  return {
    templateColumns: (customAttributes) =>
      loadReview().templateColumns(group.now().all, attributesOf(customAttributes)),
    template: (request, customAttributes) =>
      loadReview().templateFile(
        group.now().all,
        attributesOf(customAttributes),
        request,
        crypto.getRandomValues(new Int32Array(4)),
      ),
  };
}
