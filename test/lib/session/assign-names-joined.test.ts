import { describe, expect, test, vi } from 'vitest';
import { FIRST_JOINED } from '../../../lib/assign/edit/join';
import { createAssignModel } from '../../../lib/session/assign/create-assign-model';
import { assignWorld } from '../../fakes/assign-world';
import { credentialOf } from '../../fakes/credential';
import { calm } from '../../fakes/deferred';
import { bytesOf } from '../../fakes/sheet';
import { directSheet } from '../../fakes/sheet-client';

/* docs/product.md 2.3: names of the group in two columns are joined without a click. */

const PEOPLE = ['Ada Lovelace', 'Grace Hopper', 'Edsger Dijkstra', 'Alan Turing'];
const GROUP = PEOPLE.map((recipientName, at) => credentialOf({ id: String(70_001 + at), recipientName }));
const CSV = ['Credential ID,First Name,Last Name,Town']
  .concat(PEOPLE.map((name, at) => `${70_001 + at},${name.replace(' ', ',')},London`))
  .join('\n');

async function opened(text = CSV) {
  const sheet = directSheet();
  await sheet.client.call('open', bytesOf(text), {});
  const table = await sheet.client.call('chooseTable', 0, null);
  if (!table.ok) throw new Error(table.problem.code);
  const world = assignWorld(sheet.client);
  const model = createAssignModel(world);
  await model.begin(table.value);
  await vi.waitFor(() => expect(world.reads()).toBe(1));
  await calm();
  const groupComes = async () => {
    await sheet.client.call('addCredentials', GROUP, true);
    await model.refresh();
    await calm();
  };
  return { model, groupComes };
}
type Model = ReturnType<typeof createAssignModel>;
const targets = ({ state }: Model) =>
  state
    .peek()
    ?.assignment.columns.map(({ target }) => (target.kind === 'attribute' ? target.id : target.kind));

describe('first and last name', () => {
  test('are joined when the group comes, with the reason', async () => {
    const { model, groupComes } = await opened();
    expect(model.state.peek()?.joins).toEqual([]);
    await groupComes();
    expect(targets(model)).toEqual(['credential-id', 'skip', 'skip', 'skip', 'recipient-name']);
    expect(model.state.peek()?.guesses.at(-1)?.reason).toEqual({
      kind: 'values-are-names-of-this-group',
      percent: 100,
    });
  });

  test('stay apart once they were taken apart', async () => {
    const { model, groupComes } = await opened();
    await groupComes();
    await model.separate(FIRST_JOINED);
    await groupComes();
    expect(model.state.peek()?.joins).toEqual([]);
    expect(targets(model)?.slice(0, 3)).toEqual(['credential-id', 'undecided', 'undecided']);
  });

  test('stay apart where the admin decided one of them', async () => {
    const { model, groupComes } = await opened();
    model.setTarget(1, { kind: 'skip' });
    await groupComes();
    expect(model.state.peek()?.joins).toEqual([]);
  });

  test('stay apart where the admin chose another column for the name', async () => {
    const { model, groupComes } = await opened();
    model.setTarget(3, { kind: 'attribute', id: 'recipient-name' });
    await groupComes();
    expect(model.state.peek()?.joins).toEqual([]);
  });

  test('stay apart where they are no names of the group', async () => {
    const { model, groupComes } = await opened(CSV.replace(/Lovelace|Hopper|Dijkstra/g, 'Quartermaine'));
    await groupComes();
    expect(model.state.peek()?.joins).toEqual([]);
  });

  test('stay apart when they come after Review was asked for', async () => {
    const { model, groupComes } = await opened();
    model.skipTheRest();
    model.accept();
    await groupComes();
    expect(model.state.peek()?.joins).toEqual([]);
  });
});
