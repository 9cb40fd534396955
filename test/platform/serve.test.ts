import { Agent, request } from 'node:https';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStandIn, type RunningStandIn } from './serve';
import { ACCOUNT_KEY } from './stand-in-options';
import { held } from './test-client';
import { smallState } from './test-state';

let running: RunningStandIn;
// The certificate is made at each start and signed by nobody.
const agent = new Agent({ rejectUnauthorized: false, keepAlive: true });

beforeAll(async () => {
  running = await startStandIn({ state: smallState(), rate: 0 });
});
afterAll(async () => {
  agent.destroy();
  await running.close();
});

/** The status and text of an answer over the network; rejects when the connection breaks. */
function ask(
  method: string,
  path: string,
  body?: unknown,
  port = running.port,
): Promise<readonly [number, string]> {
  return new Promise((resolve, reject) => {
    const headers = { host: 'api.accredible.com', authorization: `Token token=${ACCOUNT_KEY}` };
    const sent = request({ agent, method, path, headers, port, host: '127.0.0.1' }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve([answer.statusCode ?? 0, text]));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

describe('over HTTPS', () => {
  test('the API answers by its name', async () => {
    const [status, text] = await ask('GET', '/v1/issuer/details');
    expect([status, text]).toEqual([200, expect.stringContaining('"Northfield"')]);
  });

  test('a body arrives whole, in UTF-8', async () => {
    expect(
      (await ask('PUT', '/v1/credentials/102', { credential: { recipient: { name: 'Łukasz 大阪' } } }))[0],
    ).toBe(200);
    expect(held(running.standIn, 102).recipient.name).toBe('Łukasz 大阪');
  });

  test.each([
    ['reset-before', 'ECONNRESET', null],
    ['reset-after', 'ECONNRESET', 'B'],
    ['reset-after:resend=no', 'ECONNRESET', 'C'],
  ])('%s breaks the connection', async (fault, code, grade) => {
    running.standIn.setFaults([`${fault}:times=1`]);
    const before = held(running.standIn, 103).grade;
    const fields = { grade: grade ?? 'never' };
    await expect(ask('PUT', '/v1/credentials/103', { credential: fields })).rejects.toMatchObject({ code });
    expect(held(running.standIn, 103).grade).toBe(grade ?? before);
    expect((await ask('GET', '/v1/credentials/103'))[0]).toBe(200);
  });

  test('behind the same port a new stand-in has nothing of the one before', async () => {
    const renewed = await startStandIn({ state: smallState(), rate: 0, switches: { 'tab-bar': 'no' } });
    const { port, standIn: before } = renewed;
    before.setFaults(['500:method=GET']);
    expect((await ask('PUT', '/v1/credentials/103', { credential: { grade: 'Old' } }, port))[0]).toBe(200);
    renewed.renew({ state: smallState(), rate: 0 });
    const { standIn } = renewed;
    expect(standIn).not.toBe(before);
    expect([held(standIn, 103).grade, standIn.log, standIn.switches()['tab-bar']]).toEqual([null, [], 'yes']);
    expect((await ask('GET', '/v1/credentials/103', undefined, port))[0]).toBe(200);
    expect([before.log.length, standIn.log.length]).toEqual([1, 1]);
    await renewed.close();
  });

  test('a port that is taken is an error', async () => {
    await expect(startStandIn({ state: smallState(), port: running.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
