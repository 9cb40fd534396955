import { groupId } from '../../lib/credential/ids';
import { readGroup } from '../../lib/platform/read-group';
import { hugeGroup } from '../fakes/huge-group';
import { paceOn } from '../fakes/refusing-platform';

/*
 * Requests for 100,000 credentials by the largest page that the platform gives, and the pace by the
 * share of requests that it refuses by chance: `npx tsx test/bench/requests.ts`. Both in virtual
 * time, so the figures are the same each time; docs/architecture.md, Budgets, has them.
 */

const say = (line: string) => void process.stdout.write(`${line}\n`);

say('| largest page | requests, larger ones cut | larger ones refused | once it is known |');
for (const pageMax of [70, 100, 500, 1_000]) {
  const counts: number[] = [];
  for (const tooLarge of ['cut', 'refused'] as const) {
    const { client, sizes } = hugeGroup({ pageMax, tooLarge });
    await readGroup(client, groupId(7), { onPart: () => undefined });
    const first = sizes.length;
    await readGroup(client, groupId(7), { onPart: () => undefined });
    counts.push(first, sizes.length - first);
  }
  const [cut, known, refused] = counts;
  say(`| ${pageMax} | ${cut} | ${refused} | ${known} |`);
}

say('');
say('| refused by chance | taken of the documented limit | with Retry-After: 10 |');
for (const noise of [0, 0.05, 0.2, 0.4]) {
  const [plain, waiting] = [await paceOn({ noise }), await paceOn({ noise, retryAfterSeconds: 10 })];
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  say(`| ${percent(noise)} | ${percent(plain.share)} | ${percent(waiting.share)} |`);
}
