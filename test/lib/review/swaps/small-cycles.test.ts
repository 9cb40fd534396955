import { expect, test } from 'vitest';
import { strongComponents } from '../../../../lib/review/swaps/strong-components';
import { Scratch } from '../../../../lib/review/swaps/scratch';
import { smallCyclesOf, type CountedGraph } from '../../../../lib/review/swaps/small-cycles';
import { seededRandom } from '../../../platform/seeded-random';

const MOST = 4;

function graphOf(nodes: number, edges: readonly (readonly [number, number])[]): CountedGraph {
  const ends = (end: 0 | 1) => Int32Array.from(edges, (edge) => edge[end]);
  const counts = (end: 0 | 1) =>
    Int32Array.from({ length: nodes }, (_, node) => edges.filter((edge) => edge[end] === node).length);
  return {
    nodes,
    from: ends(0),
    to: ends(1),
    edges: edges.length,
    outDegree: counts(0),
    inDegree: counts(1),
  };
}

/** "0>1" */
function edgeOf(text: string): readonly [number, number] {
  const [from, to] = text.split('>').map(Number);
  return [from!, to!];
}

/** The nodes of each cycle, as texts. */
function cyclesIn(numbers: ArrayLike<number> | null): readonly string[] {
  const cycles = new Map<number, number[]>();
  Array.from(numbers ?? []).forEach((number, node) => {
    if (number !== 0) cycles.set(number, [...(cycles.get(number) ?? []), node]);
  });
  return [...cycles.values()].map((cycle) => cycle.join(' ')).sort();
}

const found = (graph: CountedGraph) => cyclesIn(smallCyclesOf(graph, MOST, new Scratch())); // null: none

test.each<[string, string, readonly string[]]>([
  ['two who swap', '0>1 1>0', ['0 1']],
  ['four in a cycle', '0>1 1>2 2>3 3>0', ['0 1 2 3']],
  ['five in a cycle', '0>1 1>2 2>3 3>4 4>0', []],
  ['a path', '0>1 1>2', []],
  ['two who swap twice', '0>1 0>1 1>0', ['0 1']],
  ['a cycle with a way in and one out', '5>0 0>1 1>0 1>6', ['0 1']],
  ['two cycles that meet, together five', '0>1 1>2 2>0 2>3 3>4 4>2', []],
  ['two cycles that meet, together three', '0>1 1>0 1>2 2>1', ['0 1 2']],
  ['a cycle beside a long one', '0>1 1>0 2>3 3>4 4>5 5>6 6>2', ['0 1']],
])('%s', (_, edges, expected) => {
  expect(found(graphOf(7, edges.split(' ').map(edgeOf)))).toEqual(expected);
});

test('they are the small ones of all cycles', () => {
  const random = seededRandom(1, 'graphs');
  let some = 0;
  for (let run = 0; run < 3000; run += 1) {
    const nodes = 2 + Math.floor(random() * 14);
    // Few edges make paths and plain cycles, many make cycles that meet.
    const edges = Array.from({ length: Math.floor(random() * nodes * 1.6) }, () => {
      const left = Math.floor(random() * nodes);
      const right = random() < 0.5 ? (left + 1) % nodes : Math.floor(random() * nodes);
      return [left, right] as const;
    }).filter(([left, right]) => left !== right);
    const graph = graphOf(nodes, edges);
    const { of, sizes } = strongComponents(graph, new Scratch());
    const expected = cyclesIn(
      of.map((cycle) => (sizes[cycle]! > 1 && sizes[cycle]! <= MOST ? cycle + 1 : 0)),
    );
    expect(found(graph), JSON.stringify(edges)).toEqual(expected);
    some += expected.length;
  }
  expect(some).toBeGreaterThan(500);
});
