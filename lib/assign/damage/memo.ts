/** Letters of texts that a memo keeps, at most: some 2 MB. */
const MOST_LETTERS = 1_000_000;

/**
 * Remembers the verdict on each text, so that "Scrum™Master" in 100,000 rows is judged once. It
 * forgets all of them when they are too many.
 */
export function remembering<Verdict>(
  judge: (text: string) => Verdict,
  mostLetters = MOST_LETTERS,
): (text: string) => Verdict {
  const verdicts = new Map<string, Verdict>();
  let letters = 0;
  return (text) => {
    const known = verdicts.get(text);
    if (known !== undefined) return known;
    const verdict = judge(text);
    letters += text.length;
    if (letters > mostLetters) {
      verdicts.clear();
      letters = text.length;
    }
    verdicts.set(text, verdict);
    return verdict;
  };
}
