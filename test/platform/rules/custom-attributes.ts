import { serverError, type Refusal } from '../api/errors';
import type { AttributeKey } from '../state/schema';
import type { Switches } from '../switches';
import { wishOf } from './clearing';
import { isFields } from './field-reader';

type Attributes = Readonly<Record<string, string>>;

const taken = (attributes: Attributes) => ({ kind: 'attributes', attributes }) as const;
const isUrl = (text: string): boolean => URL.canParse(text) && /^https?:/i.test(text);

/**
 * The custom attributes after a PUT, keyed by name. Whether those that it does not name stay is the
 * switch `custom-attributes`. Values are kept as texts; only images are looked at: one that is no
 * URL makes the platform fail with a 500 of the row's own making (docs/platform.md, Errors (D)).
 */
export function updateAttributes(
  old: Attributes,
  sent: unknown,
  keys: readonly AttributeKey[],
  switches: Switches,
): { readonly kind: 'attributes'; readonly attributes: Attributes } | Refusal {
  const whole = wishOf(sent, switches.clear);
  if (whole.kind === 'keep') return taken(old);
  if (whole.kind === 'clear') return taken({});
  if (!isFields(whole.value)) return taken(old);

  const images = new Set(keys.filter((key) => key.kind === 'image').map((key) => key.name));
  const result = new Map(switches['custom-attributes'] === 'merged' ? Object.entries(old) : []);
  for (const [name, value] of Object.entries(whole.value)) {
    const wish = wishOf(value, switches.clear);
    if (wish.kind === 'clear') result.delete(name);
    if (wish.kind === 'keep' && Object.hasOwn(old, name)) result.set(name, old[name] ?? '');
    if (wish.kind !== 'set') continue;
    const text = typeof wish.value === 'string' ? wish.value : JSON.stringify(wish.value);
    if (images.has(name) && !isUrl(text)) return serverError;
    result.set(name, text);
  }
  return taken(Object.fromEntries(result));
}
