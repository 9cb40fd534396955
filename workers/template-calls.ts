import { attributesOf } from '../lib/credential/attributes';
import { chosenCredentials } from '../lib/report/template/chosen-credentials';
import { templateColumns } from '../lib/report/template/template-columns';
import { templateFile } from '../lib/report/template-file';
import type { SheetContract } from '../lib/rpc/contract/sheet-contract';
import type { SheetMemory } from './sheet-memory';

/** How many of the keys that no credential has are named. */
const MOST_NAMED = 5;

/** The calls about a download of the group. */
export function templateCalls({
  group,
}: SheetMemory): Pick<SheetContract, 'templateColumns' | 'templateCount' | 'template'> {
  return {
    templateColumns: (customAttributes) => templateColumns(group.now().all, attributesOf(customAttributes)),
    templateCount(which) {
      const { credentials, missing, unreadable } = chosenCredentials(group.now().all, which);
      return {
        count: credentials.length,
        missing: missing.length,
        named: missing.slice(0, MOST_NAMED),
        unreadable,
      };
    },
    template: (request, which, customAttributes) =>
      templateFile(
        chosenCredentials(group.now().all, which).credentials,
        attributesOf(customAttributes),
        request,
        crypto.getRandomValues(new Int32Array(4)),
      ),
  };
}
