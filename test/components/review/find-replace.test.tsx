import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { FindReplace } from '../../../components/review/find-replace';
import { attributesOf } from '../../../lib/credential/attributes';
import { calm, deferred } from '../../fakes/deferred';
import { onPage } from '../../fakes/drawn';
import { speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

test('nothing is replaced by Enter before its own preview is there', async () => {
  const decided: string[] = [];
  const late = deferred<undefined>();
  const answers: Promise<undefined>[] = [Promise.resolve(undefined), late.promise];
  const review = {
    replacing: signal({ count: 3, samples: [] }),
    previewReplace: () => answers.shift() ?? Promise.resolve(undefined),
    decide: (decision: { readonly replacement: { readonly find: string } }) =>
      Promise.resolve(decided.push(decision.replacement.find)),
  };
  await onPage(async ({ body, draw }) => {
    draw(
      <FindReplace
        session={{ review } as never}
        summary={{ attributes: [], key: ['credential-id'] } as never}
        attributes={attributesOf([])}
        onClose={() => undefined}
      />,
    );
    const { Event } = document.defaultView as unknown as typeof globalThis;
    const type = async (text: string) => {
      const field = body.querySelector('input');
      if (field === null) throw new Error('there is no field');
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await calm();
    };
    const enter = () => body.querySelector('form')?.dispatchEvent(new Event('submit'));
    await type('a');
    await type('ab');
    enter();
    expect(decided).toEqual([]);
    late.resolve(undefined);
    await calm();
    enter();
    expect(decided).toEqual(['ab']);
  });
});
