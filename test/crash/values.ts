import type { Entry } from '../../lib/journal/entry';
import type { StandIn } from '../platform/stand-in';

/**
 * The platform's values of a credential, by attribute. Evidence: its URLs and descriptions in
 * order.
 */
export type Values = Readonly<Record<string, unknown>>;

export type Held = ReturnType<StandIn['state']>['credentials'][number];

export function valuesOf(held: Held): Values {
  const custom = Object.entries(held.custom_attributes).map(([name, value]): [string, unknown] => [
    `custom:${name}`,
    value,
  ]);
  return {
    ...Object.fromEntries<unknown>(custom),
    'recipient-name': held.recipient.name,
    'recipient-email': held.recipient.email,
    'expiry-date': held.expired_on,
    grade: held.grade,
    private: held.private,
    evidence: held.evidence_items
      .map(({ link_url, description }) => `${link_url}: ${description}`)
      .toSorted(),
  };
}

/**
 * The values that the platform must have of a credential when the journal is right about its entry.
 */
export function expectedValues(before: Values, entry: Entry | undefined): Values {
  const { state, change } = entry ?? { state: { kind: 'planned' }, change: { fields: [] } };
  if (state.kind !== 'applied' && state.kind !== 'not-applied') return before;
  const left: readonly string[] = state.kind === 'not-applied' ? state.fields : [];
  const after: Record<string, unknown> = { ...before };
  let evidence = [...(before['evidence'] as readonly string[])];
  for (const { attribute, before: was, after: wanted, evidenceId } of change.fields) {
    if (left.includes(attribute)) continue;
    const number = attribute.slice(-1);
    if (attribute.startsWith('evidence-url')) {
      const described = change.fields.find((field) => field.attribute === `evidence-description-${number}`);
      evidence.push(`${String(wanted)}: ${String(described?.after ?? wanted)}`);
    } else if (evidenceId !== undefined) {
      evidence = evidence.map((item) => item.replace(`: ${String(was)}`, `: ${String(wanted)}`));
    } else if (attribute.startsWith('custom:') && wanted === null) Reflect.deleteProperty(after, attribute);
    else if (!attribute.startsWith('evidence-')) after[attribute] = wanted;
  }
  return { ...after, evidence: evidence.toSorted() };
}
