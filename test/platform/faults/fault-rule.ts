import { parsed, unreadable, type Parsed } from '../parsed';

/** The kinds of faults, and their effect on the request. */
export const FAULT_KINDS = {
  '429': 'too many requests, whatever the count is',
  '500': 'server error; the request was not applied',
  '502': 'gateway error; the request was not applied',
  '502-after': 'gateway error; the request was applied',
  slow: 'the answer waits for ms milliseconds (1000 when not said), or until other faults are set; the request is then served',
  'reset-before': 'the connection breaks; the request was not applied',
  'reset-after': 'the connection breaks; the request was applied',
  repeated: 'the connection breaks and the browser sends the request again: it was applied twice',
  'signed-out': 'session and key are refused with 401',
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** The options after a kind. All conditions must hold. Without any, every API request is hit. */
export const FAULT_OPTIONS = {
  rate: 'hits this share of the requests, by chance: rate=0.1',
  every: 'hits each n-th request: every=20',
  from: 'hits from the n-th request on: from=50',
  times: 'hits so many times at most: times=3',
  method: 'hits requests of this method alone: method=PUT',
  path: 'hits paths that begin so: path=/v1/credentials',
  until: 'until=sign-in ends the fault once somebody signs in at the dashboard after its first hit',
  ms: 'how long slow waits: ms=3000',
  resend:
    'resend=no breaks the connection within the head of the answer, because browsers silently send a request again when a reused connection breaks before it',
} as const;

type FaultOption = keyof typeof FAULT_OPTIONS;

/** One rule. Counts are of the requests that method and path let through, and begin at 1. */
export interface FaultRule {
  /** The rule as it was written, for the log. */
  readonly text: string;
  readonly kind: FaultKind;
  readonly rate: number;
  readonly every: number;
  readonly from: number;
  readonly times: number;
  readonly ms: number;
  readonly method: string | null;
  readonly path: string | null;
  readonly untilSignIn: boolean;
  readonly resend: boolean;
}

const has = <T extends object>(table: T, name: string): name is string & keyof T =>
  Object.hasOwn(table, name);

/** The readers of the options. A sentence says what is wrong. */
const VALUES: Readonly<Record<FaultOption, readonly [pattern: RegExp, expected: string]>> = {
  rate: [/^(?:0?\.\d+|[01](?:\.0+)?)$/, 'a share from 0 to 1, such as 0.1'],
  every: [/^[1-9]\d{0,8}$/, 'a whole number from 1'],
  from: [/^[1-9]\d{0,8}$/, 'a whole number from 1'],
  times: [/^[1-9]\d{0,8}$/, 'a whole number from 1'],
  ms: [/^\d{1,9}$/, 'milliseconds, such as 3000'],
  method: [/^(?:GET|POST|PUT|DELETE)$/i, 'GET, POST, PUT or DELETE'],
  path: [/^\/\S*$/, 'a path that begins with /'],
  until: [/^sign-in$/, 'sign-in'],
  resend: [/^(?:yes|no)$/, 'yes or no'],
};

function parseOptions(parts: readonly string[]): Parsed<Partial<Record<FaultOption, string>>> {
  const options: Partial<Record<FaultOption, string>> = {};
  for (const part of parts) {
    const at = part.indexOf('=');
    const [name, value] = [part.slice(0, at), part.slice(at + 1)];
    if (at < 1) return unreadable(`"${part}" is not written name=value.`);
    if (!has(FAULT_OPTIONS, name)) {
      return unreadable(`There is no "${name}"; there are ${Object.keys(FAULT_OPTIONS).join(', ')}.`);
    }
    if (options[name] !== undefined) return unreadable(`${name} is there twice.`);
    const [pattern, expected] = VALUES[name];
    if (!pattern.test(value)) return unreadable(`${name} takes ${expected}, not "${value}".`);
    options[name] = value;
  }
  return parsed(options);
}

/** Reads a rule such as `500:rate=0.05:method=PUT`: a kind, then options in any order. */
export function parseFault(text: string): Parsed<FaultRule> {
  const [kind = '', ...parts] = text.trim().split(':');
  if (!has(FAULT_KINDS, kind)) {
    return unreadable(
      `Fault "${text}": there is no kind "${kind}"; there are ${Object.keys(FAULT_KINDS).join(', ')}.`,
    );
  }
  const options = parseOptions(parts);
  if (!options.ok) return unreadable(`Fault "${text}": ${options.problem}`);
  const { rate, every, from, times, ms, method, path, until, resend } = options.value;
  return parsed({
    text: text.trim(),
    kind,
    rate: Number(rate ?? 1),
    every: Number(every ?? 1),
    from: Number(from ?? 1),
    times: times === undefined ? Number.POSITIVE_INFINITY : Number(times),
    ms: Number(ms ?? 1000),
    method: method?.toUpperCase() ?? null,
    path: path ?? null,
    untilSignIn: until !== undefined,
    resend: resend !== 'no',
  });
}
