import { createClient } from '../../lib/platform/client';
import { createPace } from '../../lib/platform/pace';
import { testClock } from '../platform/test-clock';

export interface HugeGroup {
  /** The most credentials that the platform gives in a page. */
  readonly pageMax: number;
  /** The answer to a larger one (cut). */
  readonly tooLarge?: 'cut' | 'refused';
  /** How many credentials it has (100,000). */
  readonly count?: number;
}

/** A huge group, whose pages are made when they are asked for; and the sizes that were. */
export function hugeGroup({ pageMax, tooLarge = 'cut', count = 100_000 }: HugeGroup) {
  const clock = testClock();
  const wire = (id: number) => ({
    id,
    approve: true,
    private: false,
    custom_attributes: {},
    group: { id: 7, name: 'Group' },
  });
  const sizes: number[] = [];
  const client = createClient({
    ...clock,
    random: () => 0,
    pace: createPace(clock),
    environment: 'eu',
    authorization: { kind: 'session' },
    fetch: (_url, init) => {
      const { page } = JSON.parse(init.body as string) as {
        page: { size: number; from?: number; cursor?: string };
      };
      sizes.push(page.size);
      if (page.size > pageMax && tooLarge === 'refused') {
        const message = `Page size is limited to ${pageMax}`;
        return Promise.resolve(new Response(JSON.stringify({ code: 400, message }), { status: 400 }));
      }
      const from = page.from ?? Number(page.cursor);
      const size = Math.min(page.size, pageMax, count - from);
      const credentials = Array.from({ length: size }, (_, at) => wire(from + at + 1));
      const meta = { cursor: String(from + size), count };
      return Promise.resolve(new Response(JSON.stringify({ credentials, meta })));
    },
  });
  return { client, sizes };
}
