import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { GRID_ID } from '../../components/grid/grid-id';
import { RowTools } from '../../components/review/row-tools';
import { RuleSection } from '../../components/rules/rule-section';
import { attributesOf } from '../../lib/credential/attributes';
import { onPage } from '../fakes/drawn';
import { speakEnglish } from '../fakes/messages';

/* A form that had the keyboard is gone with its own button: the keyboard is handed on, not lost. */

beforeEach(() => speakEnglish());

test('find and replace hands the keyboard on to the grid when it is closed', () => {
  const review = {
    window: signal(null),
    filter: signal({ kind: 'changes' }),
    search: signal(''),
    replacing: signal(null),
    view: () => ({}),
    previewReplace: () => Promise.resolve(),
  };
  onPage(({ draw, press, focused }) => {
    draw(
      <>
        <div id={GRID_ID} tabIndex={0} />
        <RowTools
          session={{ review } as never}
          state={{ canUndo: false, canRedo: false } as never}
          summary={{ attributes: [], key: ['credential-id'] } as never}
          attributes={attributesOf([])}
        />
      </>,
    );
    press('Find and replace');
    expect(focused()?.tagName).toBe('INPUT');
    press('Close find and replace');
    expect(focused()?.id).toBe(GRID_ID);
  });
});

test('the form of a rule hands the keyboard on to the rules when it is closed', () => {
  const session = { file: { phase: signal({ kind: 'none' }) } } as never;
  const assignment = { columns: [], key: null };
  const state = { assignment, attributes: attributesOf([]), table: { columns: [] } } as never;
  onPage(({ draw, press, focused }) => {
    draw(<RuleSection session={session} state={state} />);
    press('Add a rule');
    expect(focused()?.tagName).toBe('SELECT');
    press('Cancel');
    expect(focused()?.textContent).toBe('Add a rule');
  });
});
