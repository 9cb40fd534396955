import { useSignal } from '@preact/signals';
import { LANGUAGES } from '../../components/languages';

const WIDTHS = [400, 560, 800, 1000, 1280, 1440] as const;
const SCHEMES = ['light', 'dark'] as const;
const WORDS: readonly string[] = ['english', 'long', ...LANGUAGES.map(({ code }) => code)];
const HEIGHT = 800;

/**
 * The table of contents: every state by name, and the one that is chosen in a frame of the chosen
 * width.
 */
export function Contents({ states }: { states: readonly string[] }) {
  const chosen = useSignal(states[0] ?? '');
  const width = useSignal(1280);
  const scheme = useSignal<string>('light');
  const words = useSignal('english');
  const address = `?${new URLSearchParams({ state: chosen.value, scheme: scheme.value, words: words.value })}`;
  return (
    <div style={{ display: 'flex', gap: '24px', padding: '16px', height: '100vh' }}>
      <nav style={{ flex: 'none', width: '280px', overflow: 'auto' }}>
        <h1>{states.length} states</h1>
        <ul>
          {states.map((name) => (
            <li key={name}>
              <button
                type="button"
                class="link"
                aria-current={name === chosen.value ? 'true' : undefined}
                style={{ fontWeight: name === chosen.value ? 700 : 400 }}
                onClick={() => (chosen.value = name)}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <main style={{ overflow: 'auto' }}>
        <p style={{ display: 'flex', gap: '16px', paddingBlockEnd: '12px' }}>
          <Choice
            name="Width"
            value={String(width.value)}
            of={WIDTHS.map(String)}
            onChoose={(of) => (width.value = Number(of))}
          />
          <Choice name="Colours" value={scheme.value} of={SCHEMES} onChoose={(of) => (scheme.value = of)} />
          <Choice name="Words" value={words.value} of={WORDS} onChoose={(of) => (words.value = of)} />
          <a href={address} target="_blank" rel="noreferrer">
            In a tab of its own
          </a>
        </p>
        <iframe
          title={chosen.value}
          src={address}
          width={width.value}
          height={HEIGHT}
          style={{ border: '1px solid #868e99' }}
        />
      </main>
    </div>
  );
}

function Choice(props: {
  name: string;
  value: string;
  of: readonly string[];
  onChoose: (of: string) => void;
}) {
  return (
    <label>
      {props.name}{' '}
      <select value={props.value} onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}>
        {props.of.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
