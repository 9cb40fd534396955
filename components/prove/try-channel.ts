import { Absent, type Channel } from './channels';

/** Outcome of an attempt to send something. */
export type Attempted =
  | { readonly kind: 'absent' | 'nothing' | 'out' }
  /** `rule`: the directive of the content policy, "img-src". */
  | { readonly kind: 'policy'; readonly rule: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** For how long an attempt is waited for, and then for what the policy says of it. */
const LONGEST_MS = 2_000;
const POLICY_MS = 150;

/**
 * Tries one way out and says what became of it. That something went out is only known for some
 * ways: what the admin's listener shows decides.
 */
export async function tryChannel(channel: Channel, to: string, view: Window): Promise<Attempted> {
  const rules: string[] = [];
  const note = ({ effectiveDirective }: SecurityPolicyViolationEvent) => rules.push(effectiveDirective);
  view.document.addEventListener('securitypolicyviolation', note);
  try {
    const attempted = await ended(channel, to, view);
    // The browser reports the policy a little later.
    await new Promise((done) => view.setTimeout(done, POLICY_MS));
    const [rule] = rules;
    return rule === undefined || attempted.kind === 'absent' ? attempted : { kind: 'policy', rule };
  } finally {
    view.document.removeEventListener('securitypolicyviolation', note);
  }
}

async function ended(channel: Channel, to: string, view: Window): Promise<Attempted> {
  const late = new Promise<'late'>((done) => view.setTimeout(() => done('late'), LONGEST_MS));
  try {
    const answer = await Promise.race([channel.attempt(to, view), late]);
    return { kind: answer === true ? 'out' : 'nothing' };
  } catch (error) {
    if (error instanceof Absent) return { kind: 'absent' };
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}
