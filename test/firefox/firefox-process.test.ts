import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFirefox } from './firefox-process';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'update-credentials-no-firefox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A program in the place of Firefox: notes who and where it is, and goes on as `then` says. */
async function programThat(then: string): Promise<string> {
  const program = join(folder, 'firefox');
  const note = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'seen'))}, JSON.stringify({ pid: process.pid, profile }));`;
  const offer = `const offer = (port) => require('node:fs').writeFileSync(require('node:path').join(profile, 'MarionetteActivePort'), String(port));`;
  const lines = ['#!/usr/bin/env node', `const profile = process.argv.at(-1);`, note, offer, then];
  await writeFile(program, lines.join('\n'));
  await chmod(program, 0o755);
  return program;
}

const STAYS = `setInterval(() => {}, 1_000);`;
/** Answers each command as the remote control does. */
const SERVES = (answer: string) => `
  const server = require('node:net').createServer((socket) => {
    const say = (message) => { const text = JSON.stringify(message); socket.write(text.length + ':' + text); };
    say({ marionetteProtocol: 3 });
    socket.on('data', () => say([1, 1, ${answer}]));
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1', () => offer(server.address().port));`;

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** [what it does, what is said of it] */
test.each<[string, string, RegExp]>([
  ['ends at once', 'process.exit(3);', /no remote control. It ended with 3/],
  ['offers a port where nobody is', `${STAYS} offer(1);`, /ECONNREFUSED/],
  [
    'refuses a session',
    SERVES(`{ error: 'session not created', message: 'no' }, null`),
    /session not created: no/,
  ],
  [
    'closes the connection',
    `${SERVES('null, null')} server.on('connection', (one) => one.destroy());`,
    /closed|ECONNRESET/,
  ],
])('a browser that %s leaves no process and no profile', async (_name, then, said) => {
  await expect(startFirefox(await programThat(then), 1, {})).rejects.toThrow(said);
  const { pid, profile } = JSON.parse(await readFile(join(folder, 'seen'), 'utf8')) as {
    pid: number;
    profile: string;
  };
  expect([isThere(pid), existsSync(profile)]).toEqual([false, false]);
});

test('a program that is not there is said', async () => {
  await expect(startFirefox(join(folder, 'nothing'), 1, {})).rejects.toThrow(/cannot be started: .*ENOENT/);
});

test('one that serves is ended with its profile', async () => {
  const browser = await startFirefox(await programThat(SERVES('null, {}')), 1, {});
  const { profile } = browser;
  const { pid } = JSON.parse(await readFile(join(folder, 'seen'), 'utf8')) as { pid: number };
  expect([isThere(pid), existsSync(profile)]).toEqual([true, true]);
  await browser.end();
  await browser.ended;
  expect([isThere(pid), existsSync(profile)]).toEqual([false, false]);
});
