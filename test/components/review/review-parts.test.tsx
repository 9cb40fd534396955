import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { Alarm } from '../../../components/review/alarm';
import { ShapeCards } from '../../../components/review/shape-cards';
import type { FindingGroup } from '../../../lib/review/cross-row/review';
import { onPage } from '../../fakes/drawn';
import { speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

/**
 * Types into an alarm about 12 rows; gives the rows that are overruled, and whether that is wrong.
 */
function typed(text: string) {
  const decided: { readonly rows: number }[] = [];
  const review = { decide: (decision: { readonly rows: number }) => Promise.resolve(decided.push(decision)) };
  const group = { code: 'names-shifted', severity: 'alarm', count: 12, confirmed: false } as FindingGroup;
  return onPage(({ body, draw }) => {
    const part = () => (
      <Alarm
        session={{ review } as never}
        group={group as Extract<FindingGroup, { severity: 'alarm' }>}
        isOpen={false}
        onToggle={() => undefined}
      />
    );
    draw(part());
    const input = body.querySelector('input');
    if (input === null) throw new Error('there is no field');
    input.value = text;
    const { Event } = document.defaultView as unknown as typeof globalThis;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    draw(part());
    return { rows: decided.map(({ rows }) => rows), isWrong: body.querySelector('[role="alert"]') !== null };
  });
}

test.each<[string, number, boolean]>([
  ['12', 12, false],
  [' 12 ', 12, false],
  ['١٢', 12, false],
  ['1', 1, false],
  ['١', 1, false],
  ['13', 13, true],
  ['twelve', 0, true],
  ['12.0', 0, true],
  ['-12', 0, true],
])('"%s" typed for 12 rows', (text, rows, isWrong) => {
  expect(typed(text)).toEqual({ rows: [rows], isWrong });
});

test('the cards of a kind are listed again when a correction leaves its count as it was', () => {
  const listed: string[] = [];
  const review = {
    shapeMarks: signal({ has: () => false }),
    shapes: signal(null),
    listShapes: (code: string) => Promise.resolve(listed.push(code)),
  };
  const groupOf = () =>
    ({ code: 'name-change', severity: 'warning', count: 3, confirmed: false }) as Extract<
      FindingGroup,
      { severity: 'warning' }
    >;
  onPage(({ draw }) => {
    const part = (group: ReturnType<typeof groupOf>) => (
      <ShapeCards session={{ review } as never} group={group} attributes={[]} />
    );
    const first = groupOf();
    draw(part(first));
    draw(part(first));
    expect(listed).toHaveLength(1);
    draw(part(groupOf()));
    expect(listed).toHaveLength(2);
  });
});
