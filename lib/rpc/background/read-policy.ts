import type { AttributeId } from '../../credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../../credential/attributes';
import { ENVIRONMENTS } from '../../platform/hosts';
import { POLICY_NAMES } from '../../platform/policy-name';
import { MOST_KEPT_DAYS } from '../../run/afterwards/kept-values';
import type { Policy, PolicyName } from '../contract/policy';

type Settings = Omit<Policy, 'unreadable' | 'unknown'>;

/** The policy of a browser that nobody manages. */
export const NO_POLICY: Policy = {
  environments: ENVIRONMENTS,
  mayRememberKey: true,
  mostKeptDays: MOST_KEPT_DAYS,
  neverChange: [],
  mostRows: null,
  mostCredits: null,
  lookUpByIdOnly: false,
  mayReadPublicRecord: true,
  mayOpenFirstPage: true,
  fourEyesRequired: false,
  promiseRequired: false,
  unreadable: [],
  unknown: [],
};

/** The strictest reading of each setting. */
const STRICTEST: Readonly<Record<PolicyName, Partial<Settings>>> = {
  environments: { environments: [] },
  rememberKey: { mayRememberKey: false },
  daysOfHistory: { mostKeptDays: 0 },
  neverChange: { neverChange: 'all' },
  mostRows: { mostRows: 0 },
  mostCredits: { mostCredits: 0 },
  lookUpByIdOnly: { lookUpByIdOnly: true },
  publicRecord: { mayReadPublicRecord: false },
  firstPage: { mayOpenFirstPage: false },
  fourEyesRequired: { fourEyesRequired: true },
  promiseRequired: { promiseRequired: true },
};

/** Readers of each setting; null where a value is none of it. */
const READERS: Readonly<Record<PolicyName, (raw: unknown) => Partial<Settings> | null>> = {
  environments(raw) {
    const environments = listOf(raw, (one) => ENVIRONMENTS.find((known) => known === one) ?? null);
    return environments === null ? null : { environments };
  },
  rememberKey: (raw) => (typeof raw === 'boolean' ? { mayRememberKey: raw } : null),
  daysOfHistory(raw) {
    const days = countOf(raw);
    return days === null ? null : { mostKeptDays: Math.min(days, MOST_KEPT_DAYS) };
  },
  neverChange(raw) {
    const neverChange = listOf(raw, attributeOf);
    return neverChange === null ? null : { neverChange };
  },
  mostRows(raw) {
    const mostRows = countOf(raw);
    return mostRows === null ? null : { mostRows };
  },
  mostCredits(raw) {
    const mostCredits = countOf(raw);
    return mostCredits === null ? null : { mostCredits };
  },
  lookUpByIdOnly: (raw) => (typeof raw === 'boolean' ? { lookUpByIdOnly: raw } : null),
  publicRecord(raw) {
    const isOn = switchOf(raw);
    return isOn === null ? null : { mayReadPublicRecord: isOn };
  },
  firstPage(raw) {
    const isOn = switchOf(raw);
    return isOn === null ? null : { mayOpenFirstPage: isOn };
  },
  fourEyesRequired: (raw) => (typeof raw === 'boolean' ? { fourEyesRequired: raw } : null),
  promiseRequired: (raw) => (typeof raw === 'boolean' ? { promiseRequired: raw } : null),
};

/**
 * Reads what the browser's managed storage holds (docs/policies.md). A setting that cannot be read
 * has its strictest meaning, and is named: `mostRows: "ten"` allows no row. `raw` undefined: the
 * storage itself could not be read, so that every setting has.
 */
export function readPolicy(raw: unknown): Policy {
  const isRead = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  const stored = isRead ? (raw as Readonly<Record<string, unknown>>) : {};
  let policy = NO_POLICY;
  for (const name of POLICY_NAMES) {
    if (isRead && !Object.hasOwn(stored, name)) continue;
    const read = isRead ? READERS[name](stored[name]) : null;
    policy = { ...policy, ...(read ?? STRICTEST[name]) };
    if (read === null) policy = { ...policy, unreadable: [...policy.unreadable, name] };
  }
  const unknown = Object.keys(stored).filter((name) => !POLICY_NAMES.some((known) => known === name));
  return { ...policy, unknown };
}

/** The settings by which a policy differs from none, readable or not. */
export function settingsIn(policy: Policy): readonly PolicyName[] {
  const differs = (field: string) => {
    const [now, none] = [policy, NO_POLICY].map((one) =>
      JSON.stringify(Object.entries(one).find(([key]) => key === field)),
    );
    return now !== none;
  };
  return POLICY_NAMES.filter((name) => Object.keys(STRICTEST[name]).some(differs));
}

/** A list of which every part can be read; null for any other value. */
function listOf<T>(raw: unknown, read: (one: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(raw)) return null;
  const list = raw.map(read);
  return list.every((one) => one !== null) ? list : null;
}

/** "on" or "off"; null for any other value. */
function switchOf(raw: unknown): boolean | null {
  return raw === 'on' || raw === 'off' ? raw === 'on' : null;
}

function countOf(raw: unknown): number | null {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 ? raw : null;
}

/** An attribute by its id, "expiry-date" or "custom:Ward". */
function attributeOf(raw: unknown): AttributeId | null {
  if (typeof raw !== 'string') return null;
  if (raw.startsWith('custom:') && raw.length > 'custom:'.length) return raw as AttributeId;
  return BUILTIN_ATTRIBUTES.find(({ id }) => id === raw)?.id ?? null;
}
