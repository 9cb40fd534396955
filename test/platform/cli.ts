import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { helpText, parseCli, type CliOptions } from './cli-options';
import { MAIN_GROUP } from './generate/catalogue';
import { parsed, unreadable, type Parsed } from './parsed';
import { startStandIn } from './serve';
import { ACCOUNT_KEY, ACCOUNTS, DEPARTMENT_KEYS } from './stand-in-options';
import type { StandInState } from './state/schema';
import { parseStateText } from './state/state-file';

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The command line was wrong: one sentence, and the exit code that says so. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function readState(path: string): Parsed<StandInState> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return unreadable(`The file ${path} cannot be read (${reason(error)}).`);
  }
  const state = parseStateText(text);
  return state.ok ? state : unreadable(`The file ${path} is not a state: ${state.problem}`);
}

/** Opens the log before anything is served, so that a wrong path is reported at once. */
function openLog(path: string): Parsed<null> {
  try {
    writeFileSync(path, '');
    return parsed(null);
  } catch (error) {
    return unreadable(`The log ${path} cannot be written (${reason(error)}).`);
  }
}

function greeting(url: string, port: number, state: StandInState): string {
  const [account] = ACCOUNTS;
  const group = state.groups.find(({ id }) => id === MAIN_GROUP) ?? state.groups[0];
  const page =
    group === undefined
      ? '/issuer/dashboard/groups'
      : `/issuer/dashboard/group/${group.id}/information-and-appearance`;
  return [
    `The stand-in listens at ${url}`,
    `  ${state.credentials.length} credentials in ${state.groups.length} groups of ${state.issuer.name}`,
    `  Group page     ${url}${page}`,
    `  Sign in as     ${ACCOUNTS.map(({ email }) => email).join(' or ')}, password ${account?.password ?? ''}`,
    `  API key        ${ACCOUNT_KEY}`,
    ...Object.entries(DEPARTMENT_KEYS).map(([key, id]) => `  of department ${id}  ${key}`),
    `  State, log     ${url}/stand-in/state  ${url}/stand-in/log`,
    `  By its names   chromium --ignore-certificate-errors --host-resolver-rules="MAP *.accredible.com:443 127.0.0.1:${port}, MAP *.credential.net:443 127.0.0.1:${port}"`,
    '',
  ].join('\n');
}

async function run(options: CliOptions): Promise<void> {
  const { log: path, credentials, today, switches, faults, generate, seed, rate, port } = options;
  const state = credentials === null ? null : readState(credentials);
  if (state?.ok === false) refuse(state.problem);
  const log = path === null ? null : openLog(path);
  if (log?.ok === false) refuse(log.problem);

  const running = await startStandIn({
    port,
    seed,
    rate,
    generate,
    switches,
    faults,
    ...(today === null ? {} : { today }),
    ...(state?.ok === true ? { state: state.value } : {}),
    ...(path === null
      ? {}
      : { onAnswered: (request) => appendFileSync(path, `${JSON.stringify(request)}\n`) }),
  });
  process.stdout.write(greeting(running.url, running.port, running.standIn.state()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.close();
    });
  }
}

const options = parseCli(process.argv.slice(2));
if (!options.ok) refuse(options.problem);
if (options.value.help) {
  process.stdout.write(helpText());
} else {
  try {
    await run(options.value);
  } catch (error) {
    refuse(`The stand-in cannot start: ${reason(error)}.`);
  }
}
