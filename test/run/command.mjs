// @ts-check
import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program in the project's folder to its end and gives its exit code with everything that it
 * said. A program that takes longer than `minutes` is ended and counts as failed; one that cannot
 * be started, too. Never throws.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, minutes?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(program, args, { env = process.env, minutes = 15 } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that the browsers and servers of a program that hangs end with it.
    const ownGroup = process.platform !== 'win32';
    const child = spawn(program, [...args], {
      cwd: ROOT,
      env: plain(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: ownGroup,
      // npm is a batch file on Windows, which only a shell can start.
      shell: !ownGroup && program === 'npm',
    });
    const end = () => endGroup(child.pid, ownGroup);
    const stop = () => {
      end();
      process.exit(130);
    };
    let output = '';
    const timer = setTimeout(() => {
      output += `\nEnded after ${minutes} minutes.\n`;
      end();
    }, minutes * 60_000);
    /** @param {number} code */
    const settle = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ code, output });
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => {
      output += error.message;
      settle(1);
    });
    child.on('close', (code) => settle(code ?? 1));
  });
}

/**
 * Output is kept and printed later: no colours, which terminals alone understand.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function plain(env) {
  /** @type {NodeJS.ProcessEnv} */
  const rest = { ...env, NO_COLOR: '1' };
  // Some take any value of it as a yes, and Node warns where both are set.
  delete rest['FORCE_COLOR'];
  return rest;
}

/**
 * @param {number | undefined} pid none when the program did not start
 * @param {boolean} ownGroup
 */
function endGroup(pid, ownGroup) {
  if (pid === undefined) return;
  try {
    process.kill(ownGroup ? -pid : pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
