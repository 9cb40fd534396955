import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isDay } from './rules/days';
import { FAULT_KINDS, FAULT_OPTIONS, parseFault } from './faults/fault-rule';
import { all, parsed, unreadable, type Parsed } from './parsed';
import { RATE } from './stand-in-options';
import { parseSwitchText, SWITCH_NAMES, SWITCHES, type Switches } from './switches';

/** The options of the command line. Files are not read yet. */
export interface CliOptions {
  readonly help: boolean;
  readonly port: number;
  readonly credentials: string | null;
  readonly generate: number;
  readonly log: string | null;
  readonly switches: Partial<Switches>;
  readonly faults: readonly string[];
  readonly seed: number;
  readonly rate: number;
  readonly today: string | null;
}

const OPTIONS = {
  port: { type: 'string', value: 'N', default: '8443', meaning: 'port of 127.0.0.1; 0 takes any free one' },
  credentials: {
    type: 'string',
    value: 'FILE.json',
    meaning: 'begin with this state, as GET /stand-in/state gives it',
  },
  generate: {
    type: 'string',
    value: 'N',
    default: '1000',
    meaning: 'else begin with N credentials in the main group',
  },
  today: { type: 'string', value: 'DAY', meaning: 'the day that generated dates stand around (now)' },
  seed: { type: 'string', value: 'N', default: '1', meaning: 'seeds all that is random' },
  rate: { type: 'string', value: 'N', default: String(RATE), meaning: 'API requests in 30 s; 0 is no limit' },
  log: { type: 'string', value: 'FILE.jsonl', meaning: 'add one line for each request, once it is answered' },
  switch: { type: 'string', value: 'NAME=VALUE', multiple: true, meaning: 'repeatable, see below' },
  fault: { type: 'string', value: 'RULE', multiple: true, meaning: 'repeatable, see below' },
  help: { type: 'boolean', value: '', meaning: 'this' },
} as const satisfies ParseArgsConfig['options'] & Record<string, { value: string; meaning: string }>;

const MOST_GENERATED = 1_000_000;

function number(name: string, text: string, most: number): Parsed<number> {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most
    ? parsed(value)
    : unreadable(`--${name} takes a whole number up to ${most}, not "${text}".`);
}

/** The texts of the command line by option; unknown options and stray words are a sentence. */
function readArguments(args: readonly string[]) {
  try {
    return parsed(
      parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values,
    );
  } catch (error) {
    // parseArgs says what it did not understand; anything else it throws is a bug of ours.
    if (!(error instanceof TypeError)) throw error;
    return unreadable(`${error.message.replace(/\..*/s, '')}. --help lists all options.`);
  }
}

/** Reads the command line. Every way of writing it wrong is one sentence. */
export function parseCli(args: readonly string[]): Parsed<CliOptions> {
  const read = readArguments(args);
  if (!read.ok) return read;
  const { port, generate, seed, rate, credentials, log, today, help } = read.value;

  const numbers = {
    port: number('port', port, 65_535),
    generate: number('generate', generate, MOST_GENERATED),
    seed: number('seed', seed, 999_999_999),
    rate: number('rate', rate, 999_999_999),
  };
  const switches = all((read.value.switch ?? []).map(parseSwitchText));
  const faults = all((read.value.fault ?? []).map(parseFault));
  if (!numbers.port.ok) return numbers.port;
  if (!numbers.generate.ok) return numbers.generate;
  if (!numbers.seed.ok) return numbers.seed;
  if (!numbers.rate.ok) return numbers.rate;
  if (!switches.ok) return switches;
  if (!faults.ok) return faults;
  if (today !== undefined && !isDay(today)) return unreadable(`--today takes YYYY-MM-DD, not "${today}".`);

  return parsed({
    help: help === true,
    port: numbers.port.value,
    generate: numbers.generate.value,
    seed: numbers.seed.value,
    rate: numbers.rate.value,
    today: today ?? null,
    credentials: credentials ?? null,
    log: log ?? null,
    switches: Object.assign({}, ...switches.value) as Partial<Switches>,
    faults: faults.value.map((rule) => rule.text),
  });
}

const row = (left: string, right: string): string => `  ${left.padEnd(26)}${right}`;

function switchRow(name: (typeof SWITCH_NAMES)[number]): string {
  const { values, preset, meaning } = SWITCHES[name];
  const choices = values === 'number' ? 'N' : values.join('|');
  return `  ${name}=${choices}\n      ${meaning} (${preset})`;
}

/** The text of `--help`, made from the very tables that are read. */
export function helpText(): string {
  const options = Object.entries(OPTIONS).map(([name, option]) =>
    row(`--${name} ${option.value}`, option.meaning + ('default' in option ? ` (${option.default})` : '')),
  );
  return [
    'The stand-in platform: a dashboard and an API on this computer that behave as the real ones are known to.',
    '',
    'Options',
    ...options,
    '',
    'Switches: what nobody knows for sure, both ways; in brackets the preset',
    ...SWITCH_NAMES.map(switchRow),
    '',
    'Faults: a kind, then options, as in 500:rate=0.05:method=PUT; they hit API requests alone',
    ...Object.entries(FAULT_KINDS).map(([kind, meaning]) => row(kind, meaning)),
    '',
    ...Object.entries(FAULT_OPTIONS).map(([option, meaning]) => row(`${option}=`, meaning)),
    '',
  ].join('\n');
}
