import { useEffect, useRef } from 'preact/hooks';
import type { RunModel } from '../../lib/session/run/run-model';
import { guarded } from '../guard/guard';
import { t } from '../text';

/**
 * Pause, Resume and Cancel. Pause and Resume stand at places of their own: at one place, the second
 * click of somebody in a hurry would take back what the first one did. With the keyboard the focus
 * goes along.
 */
export function Steering({ run, isPaused }: { run: RunModel; isPaused: boolean }) {
  const present = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    if (isPressed.current && present.current !== null) present.current.focus();
    isPressed.current = false;
  }, [isPaused]);
  const steer = (act: () => Promise<void>) => () => {
    isPressed.current = true;
    void act();
  };
  return (
    <footer class="foot">
      {!isPaused && (
        <button key="pause" ref={present} type="button" class="button" onClick={steer(() => run.pause())}>
          {t('pause')}
        </button>
      )}
      <div class="end">
        <button key="cancel" type="button" class="button" onClick={guarded(() => void run.cancel())}>
          {t('cancel')}
        </button>
        {isPaused && (
          <button
            key="resume"
            ref={present}
            type="button"
            class="button primary"
            onClick={guarded(steer(() => run.resume()))}
          >
            {t('resume')}
          </button>
        )}
      </div>
    </footer>
  );
}
