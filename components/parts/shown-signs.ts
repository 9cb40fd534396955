/**
 * Signs that turn the letters behind them around, or that hide text: overrides, embeddings and
 * isolates, tags that are no flag, fillers, and joiners behind a Latin letter. Closing ones are
 * drawn as well, as one alone would end an element's own isolation.
 */
const SIGNS =
  /[\u115F\u1160\u202A-\u202E\u2066-\u206F\u3164\uFFA0\uFFF9-\uFFFB]|(?<=[A-Za-z\u00C0-\u024F])[\u200C-\u200F]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/gu;

/**
 * A text in which signs that nobody sees are drawn by their numbers: "100\u202E001" ->
 * "100[U+202E]001".
 */
export function withSignsShown(text: string): string {
  return text.replace(SIGNS, (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`);
}
