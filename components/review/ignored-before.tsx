import type { Attribute } from '../../lib/credential/attribute';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { ignoredOn } from '../parts/account-facts';
import { attributeLabel } from '../parts/attribute-label';
import { t } from '../text';

/** Says which of the attributes that change were ignored by this account in an earlier run. */
export function IgnoredBefore(props: {
  session: Session;
  state: ReviewState;
  attributes: readonly Attribute[];
}) {
  const { session, state, attributes } = props;
  return (
    <>
      {state.summary.attributes
        .filter(({ changed }) => changed > 0)
        .map(({ attribute }) => {
          const day = ignoredOn(session, attribute);
          return day === null ? null : (
            <p key={attribute} class="notice calm small">
              {t('ignoredBefore', attributeLabel(attribute, attributes), day)}
            </p>
          );
        })}
    </>
  );
}
