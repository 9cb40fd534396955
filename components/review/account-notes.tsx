import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import { accountWarnings, type AccountWarning } from '../../lib/session/review/account-warnings';
import type { Session } from '../../lib/session/session';
import { factsOf } from '../parts/account-facts';
import { attributeLabel } from '../parts/attribute-label';
import { formatDate, named, t } from '../text';

/** Says what earlier runs of this account have met that concerns these changes. */
export function AccountNotes(props: {
  session: Session;
  state: ReviewState;
  attributes: readonly Attribute[];
}) {
  const { session, state, attributes } = props;
  return (
    <>
      {accountWarnings(factsOf(session), state.summary.attributes).map((warning) => (
        <p
          key={'attribute' in warning ? `${warning.kind} ${warning.attribute}` : warning.kind}
          class="notice calm small"
        >
          {sentence(warning, attributes)}
        </p>
      ))}
    </>
  );
}

function sentence(warning: AccountWarning, attributes: readonly Attribute[]): string {
  const day = formatDate(warning.at);
  switch (warning.kind) {
    case 'ignored':
      return t('ignoredBefore', attributeLabel(warning.attribute, attributes), day);
    case 'not-cleared':
    case 'custom-not-cleared':
      return t(named('account', warning.kind), attributeLabel(warning.attribute, attributes), day);
    default:
      return t(named('account', warning.kind), day);
  }
}
