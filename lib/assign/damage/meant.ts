/** The text that a damaged one was. `isCertain`: every letter of it is known. */
export interface MeantText {
  readonly text: string;
  readonly isCertain: boolean;
}
